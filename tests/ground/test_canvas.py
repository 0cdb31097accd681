"""Pictures in and out: every format, depth, mode and orientation, and every kind of bad file."""

import io
import os
import struct
import threading
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from ground import canvas, decoding
from ground.canvas import Picture
from ground.errors import BadInput, BadPicture
from tests.ground.by_hand import chunk, png16, png_header, tiff

H, W = 48, 64
EIGHT_BITS = 1.01 / 255
SIXTEEN_BITS = 1e-6


def scene(height: int = H, width: int = W) -> np.ndarray:
    """Smooth, unlike itself under every turn and flip, and with steps finer than 8 bits."""
    y, x = np.mgrid[:height, :width].astype(np.float32)
    return np.stack([0.9 * x / width, 0.9 * y / height, 0.2 + 0.3 * x * y / (width * height)], axis=-1)


def ints(values: np.ndarray, kind: type = np.uint8) -> np.ndarray:
    return (values * np.iinfo(kind).max + 0.5).astype(kind)


def image(values: np.ndarray | None = None) -> Image.Image:
    return Image.fromarray(ints(scene() if values is None else values))


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def turned_away(values: np.ndarray, orientation: int) -> np.ndarray:
    """The pixels that a viewer must turn by `orientation` to see `values`."""
    if orientation in (5, 6, 7, 8):
        values = values.transpose(1, 0, 2)
    if orientation in (2, 3, 7, 8):
        values = values[:, ::-1]
    if orientation in (3, 4, 6, 7):
        values = values[::-1]
    return np.ascontiguousarray(values)


LOSSY = {"JPEG": {"quality": 100, "subsampling": 0}, "WEBP": {"lossless": True}, "PNG": {}, "TIFF": {}}


class TestOrientation:
    @pytest.mark.parametrize("orientation", range(1, 9))
    @pytest.mark.parametrize("kind", LOSSY)
    def test_every_format_is_upright(self, kind: str, orientation: int) -> None:
        exif = Image.Exif()
        exif[0x0112] = orientation
        data = saved(image(turned_away(scene(), orientation)), kind, exif=exif, **LOSSY[kind])
        assert canvas.read(data).rgb == pytest.approx(scene(), abs=0.03)

    @pytest.mark.parametrize("orientation", range(1, 9))
    @pytest.mark.parametrize("bands", ["grey", "colour"])
    def test_sixteen_bits_are_upright(self, bands: str, orientation: int) -> None:
        values = scene() if bands == "colour" else scene()[..., :1]
        away = ints(turned_away(values, orientation), np.uint16)
        data = tiff(away, 2 if bands == "colour" else 1, orientation=orientation)
        assert canvas.read(data).rgb == pytest.approx(np.broadcast_to(values, (H, W, 3)), abs=2e-5)

    def test_an_orientation_out_of_range_is_ignored(self) -> None:
        exif = Image.Exif()
        exif[0x0112] = 77
        assert canvas.read(saved(image(), "PNG", exif=exif)).rgb.shape == (H, W, 3)

    def test_longest_turns_too(self) -> None:
        exif = Image.Exif()
        exif[0x0112] = 6
        picture = canvas.read(saved(image(turned_away(scene(480, 640), 6)), "JPEG", exif=exif), longest=64)
        assert picture.rgb == pytest.approx(scene(), abs=0.02)


class TestModes:
    @pytest.mark.parametrize("kind", LOSSY)
    def test_eight_bit_colour(self, kind: str) -> None:
        picture = canvas.read(saved(image(), kind, **LOSSY[kind]))
        assert picture.alpha is None
        assert picture.rgb.dtype == np.float32
        assert picture.rgb == pytest.approx(scene(), abs=0.015)

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
    def test_grey_is_the_same_in_all_channels(self, kind: str) -> None:
        grey = scene()[..., 0]
        picture = canvas.read(saved(image(grey), kind, **LOSSY[kind]))
        assert picture.rgb == pytest.approx(np.repeat(grey[..., None], 3, axis=-1), abs=0.015)

    @pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP"])
    def test_alpha_is_kept(self, kind: str) -> None:
        rgba = np.dstack([scene(), scene()[::-1, :, 1]])
        picture = canvas.read(saved(image(rgba), kind, exact=True, **LOSSY[kind]))
        assert picture.alpha == pytest.approx(rgba[..., 3], abs=EIGHT_BITS)
        assert picture.rgb == pytest.approx(rgba[..., :3], abs=EIGHT_BITS)

    @pytest.mark.parametrize("kind", ["PNG", "TIFF"])
    def test_grey_with_alpha(self, kind: str) -> None:
        grey_alpha = scene()[..., :2]
        picture = canvas.read(saved(Image.fromarray(ints(grey_alpha), "LA"), kind))
        assert picture.rgb[..., 2] == pytest.approx(grey_alpha[..., 0], abs=EIGHT_BITS)
        assert picture.alpha == pytest.approx(grey_alpha[..., 1], abs=EIGHT_BITS)

    def test_premultiplied_alpha_is_undone(self) -> None:
        alpha = np.full((H, W, 1), 0.5)
        data = tiff(ints(np.dstack([scene() * alpha, alpha])), 2, extra_samples=1)
        picture = canvas.read(data)
        assert picture.alpha == pytest.approx(alpha[..., 0], abs=EIGHT_BITS)
        assert picture.rgb == pytest.approx(scene(), abs=0.01)

    @pytest.mark.parametrize("kind", ["PNG", "GIF"])
    def test_palette(self, kind: str) -> None:
        half = np.where(scene()[..., :1] > 0.45, [0.8, 0.2, 0.1], [0.1, 0.3, 0.7])
        picture = canvas.read(saved(image(half).quantize(2), kind))
        assert picture.alpha is None
        assert picture.rgb == pytest.approx(half, abs=0.02)

    @pytest.mark.parametrize("kind", ["PNG", "GIF"])
    def test_palette_with_a_transparent_colour(self, kind: str) -> None:
        indices = (np.arange(H * W).reshape(H, W) % W > W // 2).astype(np.uint8)
        paletted = Image.fromarray(indices, "P")
        paletted.putpalette([255, 0, 0, 0, 0, 255])
        picture = canvas.read(saved(paletted, kind, transparency=1))
        assert picture.alpha is not None
        assert np.array_equal(picture.alpha, 1.0 - indices)
        assert picture.rgb[0, 0] == pytest.approx([1, 0, 0])

    def test_palette_with_alpha_for_every_colour(self) -> None:
        paletted = Image.fromarray(np.tile(np.arange(4, dtype=np.uint8), (H, W // 4)), "P")
        paletted.putpalette([255, 0, 0] * 4)
        picture = canvas.read(saved(paletted, "PNG", transparency=bytes([0, 85, 170, 255])))
        assert picture.alpha is not None
        assert picture.alpha[0, :4] == pytest.approx([0, 1 / 3, 2 / 3, 1], abs=1e-6)

    def test_one_bit(self) -> None:
        stripes = np.tile([0, 255], (H, W // 2)).astype(np.uint8)
        for kind in ("PNG", "TIFF"):
            picture = canvas.read(saved(Image.fromarray(stripes).convert("1"), kind))
            assert np.array_equal(picture.rgb[..., 1], stripes / 255)

    @pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
    def test_cmyk_without_a_profile(self, kind: str) -> None:
        ink = np.zeros((H, W, 4), np.uint8)
        ink[..., 0], ink[: H // 2, :, 3] = 255, 255
        picture = canvas.read(saved(Image.fromarray(ink, "CMYK"), kind, quality=100))
        assert picture.rgb[-1, 0] == pytest.approx([0, 1, 1], abs=0.02)
        assert picture.rgb[0, 0] == pytest.approx([0, 0, 0], abs=0.02)

    def test_lab(self) -> None:
        white_to_black = np.zeros((H, W, 3), np.uint8)
        white_to_black[: H // 2, :, 0] = 255
        picture = canvas.read(saved(Image.fromarray(white_to_black, "LAB"), "TIFF"))
        assert picture.rgb[0, 0] == pytest.approx([1, 1, 1], abs=0.02)
        assert picture.rgb[-1, 0] == pytest.approx([0, 0, 0], abs=0.02)

    def test_a_phone_s_two_pictures_in_one_jpeg_give_the_first(self) -> None:
        data = saved(image(), "MPO", save_all=True, append_images=[image(1 - scene())], quality=100)
        assert canvas.read(data).rgb == pytest.approx(scene(), abs=0.03)

    def test_the_smaller_copies_in_a_pyramid_tiff_are_no_pages(self) -> None:
        small = image(scene(24, 32))
        small.encoderinfo = {"tiffinfo": {254: 1}}
        data = saved(image(), "TIFF", save_all=True, append_images=[small])
        assert canvas.read(data).rgb.shape == (H, W, 3)


class TestSixteenBits:
    """Steps of a 65,535th survive."""

    @pytest.mark.parametrize(
        ("colour_type", "bands"), [(0, (0, 0, 0)), (2, (0, 1, 2)), (4, (0, 0, 0, 1)), (6, (0, 1, 2, 3))]
    )
    def test_png(self, colour_type: int, bands: tuple[int, ...]) -> None:
        deep = ints(np.dstack([scene(), scene()[..., 1]]), np.uint16)
        kept = deep[..., : max(bands) + 1] if colour_type != 2 else deep[..., :3]
        picture = canvas.read(png16(kept, colour_type))
        whole = picture.rgb if picture.alpha is None else np.dstack([picture.rgb, picture.alpha])
        assert whole == pytest.approx(kept[..., bands] / 65535, abs=SIXTEEN_BITS)

    def test_transparent_colours_of_png_compare_all_sixteen_bits(self) -> None:
        deep = np.full((H, W, 3), 1000, np.uint16)
        deep[0, 0] = 1001  # another colour, though its high byte is the same
        picture = canvas.read(png16(deep, 2, chunk(b"tRNS", struct.pack(">3H", 1000, 1000, 1000))))
        assert picture.alpha is not None
        assert (picture.alpha[0, 0], picture.alpha[1, 1]) == (1, 0)
        grey = canvas.read(png16(deep[..., :1], 0, chunk(b"tRNS", struct.pack(">H", 1000))))
        assert grey.alpha is not None
        assert (grey.alpha[0, 0], grey.alpha[1, 1]) == (1, 0)

    @pytest.mark.parametrize("deflate", [False, True])
    @pytest.mark.parametrize("order", ["<", ">"])
    def test_tiff(self, order: str, deflate: bool) -> None:
        deep = ints(np.dstack([scene(), scene()[..., 1]]), np.uint16)
        for kept, photometric, extra in ((deep[..., :1], 1, None), (deep[..., :3], 2, None), (deep, 2, 2)):
            picture = canvas.read(tiff(kept, photometric, order=order, deflate=deflate, extra_samples=extra))
            assert picture.rgb == pytest.approx(
                np.broadcast_to(kept[..., :3], (H, W, 3)) / 65535, abs=SIXTEEN_BITS
            )
            if extra:
                assert picture.alpha == pytest.approx(kept[..., 3] / 65535, abs=SIXTEEN_BITS)

    def test_tiff_where_white_is_zero(self) -> None:
        grey = ints(scene()[..., :1], np.uint16)
        picture = canvas.read(tiff(grey, 0))
        assert picture.rgb[..., 0] == pytest.approx(1 - grey[..., 0] / 65535, abs=SIXTEEN_BITS)

    @pytest.mark.parametrize("deflate", [False, True])
    def test_tiff_plane_by_plane_is_right_or_refused(self, deflate: bool) -> None:
        deep = ints(scene(), np.uint16)
        data = tiff(deep, 2, planar=True, deflate=deflate)
        if deflate:
            assert canvas.read(data).rgb == pytest.approx(deep / 65535, abs=EIGHT_BITS)
        else:
            with pytest.raises(BadPicture, match="plane"):
                canvas.read(data)

    def test_small_copies_are_not_rounded_to_eight_bits(self) -> None:
        deep = ints(scene(480, 640) / 64, np.uint16)
        picture = canvas.read(png16(deep, 2), longest=64)
        assert len(np.unique(picture.rgb)) > 100
        assert picture.rgb == pytest.approx(scene() / 64, abs=2e-4)

    def test_a_profile_other_than_srgb_is_applied(self) -> None:
        deep = ints(scene(), np.uint16)
        picture = canvas.read(
            png16(deep, 2, chunk(b"iCCP", b"wide\0\0" + zlib.compress(swapped_primaries())))
        )
        shallow = canvas.read(saved(image(), "PNG", icc_profile=swapped_primaries()))
        assert picture.rgb == pytest.approx(shallow.rgb, abs=2 * EIGHT_BITS)


def swapped_primaries() -> bytes:
    """A profile whose red is sRGB's blue: what it does cannot be overlooked."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, blue = profile.index(b"rXYZ"), profile.index(b"bXYZ")
    profile[red : red + 4], profile[blue : blue + 4] = b"bXYZ", b"rXYZ"
    return bytes(profile)


def grey_profile(gamma: float) -> bytes:
    """A grey ICC profile with one gamma: header, three tags, their data."""
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061)
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    name = b"desc\0\0\0\0" + struct.pack(">I", 2) + b"g\0" + b"\0" * 78
    parts, tags, start = b"", b"", 128 + 4 + 3 * 12
    for tag, data in ((b"wtpt", white), (b"kTRC", curve), (b"desc", name)):
        tags += tag + struct.pack(">II", start + len(parts), len(data))
        parts += data
    size = start + len(parts)
    head = struct.pack(">I4sI4s4s4s", size, b"lcms", 0x02100000, b"mntr", b"GRAY", b"XYZ ")
    head = (head + b"\0" * 12 + b"acsp").ljust(68, b"\0") + struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + struct.pack(">I", 3) + tags + parts


class TestProfiles:
    def test_colours_are_converted(self) -> None:
        picture = canvas.read(saved(image(), "PNG", icc_profile=swapped_primaries()))
        assert picture.rgb == pytest.approx(scene()[..., ::-1], abs=0.02)

    @pytest.mark.parametrize("kind", LOSSY)
    def test_every_format_carries_one(self, kind: str) -> None:
        data = saved(image(), kind, icc_profile=swapped_primaries(), **LOSSY[kind])
        assert canvas.read(data).rgb == pytest.approx(scene()[..., ::-1], abs=0.03)

    def test_srgb_changes_no_byte(self) -> None:
        srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        plain, tagged = (canvas.read(saved(image(), "PNG", icc_profile=p)) for p in (None, srgb))
        assert np.array_equal(plain.rgb, tagged.rgb)

    def test_alpha_is_left_alone(self) -> None:
        rgba = np.dstack([scene(), scene()[..., 1]])
        picture = canvas.read(saved(image(rgba), "PNG", icc_profile=swapped_primaries()))
        assert picture.rgb == pytest.approx(scene()[..., ::-1], abs=0.02)
        assert picture.alpha == pytest.approx(rgba[..., 3], abs=EIGHT_BITS)

    @pytest.mark.parametrize("depth", [8, 16])
    def test_grey_follows_its_curve_at_any_depth(self, depth: int) -> None:
        grey = scene()[..., 0]
        profile = grey_profile(1.8)
        if depth == 8:
            data = saved(image(grey), "PNG", icc_profile=profile)
        else:
            data = png16(
                ints(grey[..., None], np.uint16), 0, chunk(b"iCCP", b"g\0\0" + zlib.compress(profile))
            )
        light = grey**1.8
        encoded = np.where(light > 0.0031308, 1.055 * light ** (1 / 2.4) - 0.055, 12.92 * light)
        assert canvas.read(data).rgb[..., 1] == pytest.approx(encoded, abs=0.012)

    @pytest.mark.parametrize("profile", [b"not a profile", grey_profile(2.2)])
    def test_a_profile_that_cannot_apply_is_ignored(self, profile: bytes) -> None:
        picture = canvas.read(saved(image(), "PNG", icc_profile=profile))
        assert picture.rgb == pytest.approx(scene(), abs=EIGHT_BITS)


class TestLongest:
    @pytest.mark.parametrize("kind", LOSSY)
    def test_shrinks_and_keeps_the_scene(self, kind: str) -> None:
        data = saved(image(scene(960, 1280)), kind, **LOSSY[kind])
        assert canvas.read(data, longest=64).rgb == pytest.approx(scene(), abs=0.02)

    def test_never_enlarges(self) -> None:
        assert canvas.read(saved(image(), "PNG"), longest=4000).rgb.shape == (H, W, 3)

    @pytest.mark.parametrize("size", [(500, 100), (100, 500), (333, 332)])
    def test_hits_the_side_exactly(self, size: tuple[int, int]) -> None:
        picture = canvas.read(saved(image(scene(*size)), "JPEG"), longest=90)
        assert max(picture.height, picture.width) == 90

    def test_is_antialiased(self) -> None:
        stripes = np.zeros((640, 640, 3))
        stripes[:, ::2] = 1
        for kind in ("PNG", "WEBP"):
            small = canvas.read(saved(image(stripes), kind, **LOSSY[kind]), longest=100).rgb
            assert small[2:-2, 2:-2].std() < 0.03

    @pytest.mark.parametrize("longest", [64, 500])
    def test_hidden_colours_do_not_bleed_through_alpha(self, longest: int) -> None:
        """Red on green that is wholly transparent: no pixel that shows may turn green."""
        rgba = np.zeros((640, 640, 4))
        shown = (np.indices((640, 640)).sum(0) % 50) < 25
        rgba[..., 0], rgba[..., 1], rgba[..., 3] = shown, ~shown, shown
        small = canvas.read(saved(image(rgba), "PNG"), longest=longest)
        assert small.alpha is not None
        assert small.rgb[small.alpha > 0.1][:, 1].max() < 0.05


class TestLarge:
    """As a picture of 24 megapixels is read, which no test has time for."""

    @pytest.fixture(autouse=True)
    def large(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(decoding, "LARGE", 99 * 99)

    @pytest.mark.parametrize("depth", [8, 16])
    def test_is_made_smaller_in_eight_bits(self, depth: int) -> None:
        values = np.dstack([scene(120, 160), np.ones((120, 160))])
        data = png16(ints(values, np.uint16), 6) if depth == 16 else saved(image(values), "PNG")
        picture = canvas.read(data, longest=64)
        assert picture.rgb == pytest.approx(scene(), abs=0.02)
        assert np.allclose(picture.rgb * 255, (picture.rgb * 255).round(), atol=1e-3)

    def test_keeps_its_depth_where_it_stays_large(self) -> None:
        deep = ints(scene(120, 160), np.uint16)
        assert np.array_equal(canvas.read(png16(deep, 2)).rgb, (deep / 65535).astype(np.float32))


NO_PIXELS = chunk(b"IDAT", b"")


def reading(data: bytes) -> Picture:
    return canvas.read(data, name="cat.jpg")


@pytest.mark.filterwarnings("ignore::UserWarning:PIL", "ignore::RuntimeWarning:PIL")
class TestBadInput:
    @pytest.mark.parametrize(
        ("data", "says"),
        [
            (b"", "not a picture"),
            (b"hello", "not a picture"),
            (b"%PDF-1.7" + b"\0" * 100, "not a picture"),
            (png_header(0, 0), "cannot be read|not a picture|too small"),
            (png_header(1, 500) + NO_PIXELS, "1 x 500"),
            (png_header(500, 15) + NO_PIXELS, "500 x 15"),
            (png_header(50_000, 50_000) + NO_PIXELS, "too large"),
            (png_header(20_000, 10_001) + NO_PIXELS, "20000 x 10001"),
            (png_header(500, 500) + NO_PIXELS, "cannot be read"),
            (png_header(500, 500), "damaged"),
        ],
    )
    def test_one_line_that_names_it(self, data: bytes, says: str) -> None:
        with pytest.raises(BadPicture, match=says) as caught:
            reading(data)
        assert "cat.jpg" in str(caught.value)
        assert "\n" not in str(caught.value)
        assert caught.value.mend

    @pytest.mark.parametrize("kind", [*LOSSY, "GIF"])
    @pytest.mark.parametrize("kept", [0.02, 0.3, 0.7])
    def test_truncated(self, kind: str, kept: float) -> None:
        noise = np.random.default_rng(0).random((100, 100, 3))
        data = saved(image(noise), kind)
        with pytest.raises(BadPicture):
            reading(data[: int(len(data) * kept)])

    @pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
    def test_animations(self, kind: str) -> None:
        data = saved(image(), kind, save_all=True, append_images=[image(1 - scene())])
        with pytest.raises(BadPicture, match="animation"):
            reading(data)

    def test_several_pages(self) -> None:
        data = saved(image(), "TIFF", save_all=True, append_images=[image(), image()])
        with pytest.raises(BadPicture, match="3 pages"):
            reading(data)

    def test_a_bomb_in_every_format_is_refused_by_its_header(self) -> None:
        """Sizes patched into small files: decoding them would fail, or fill the memory."""
        jpeg = bytearray(saved(image(), "JPEG"))
        frame = jpeg.index(b"\xff\xc0") + 5
        jpeg[frame : frame + 4] = struct.pack(">HH", 50_000, 50_000)
        gif = bytearray(saved(image().quantize(4), "GIF"))
        gif[6:10] = struct.pack("<HH", 50_000, 50_000)
        tif = tiff(ints(scene()), 2).replace(
            struct.pack("<HHII", 256, 4, 1, W), struct.pack("<HHII", 256, 4, 1, 50_000)
        )
        tif = tif.replace(struct.pack("<HHII", 257, 4, 1, H), struct.pack("<HHII", 257, 4, 1, 50_000))
        for data in (jpeg, gif, tif):
            with pytest.raises(BadPicture, match="too large"):
                reading(bytes(data))

    def test_a_small_tiff_of_huge_tiles(self) -> None:
        tags = struct.pack("<HHII", 278, 4, 1, H), struct.pack("<HHII", 279, 4, 1, H * W * 3)
        data = tiff(ints(scene()), 2)
        for old, new in zip(tags, (322, 323), strict=True):
            assert old in data
            data = data.replace(old, struct.pack("<HHII", new, 4, 1, 60_000))
        with pytest.raises(BadPicture, match="too large"):
            reading(data)

    def test_pixels_of_32_bits(self) -> None:
        for mode in ("I", "F"):
            with pytest.raises(BadPicture, match="depth"):
                reading(saved(Image.new(mode, (W, H)), "TIFF"))

    def test_paths(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.png")
        (tmp_path / "empty.png").touch()
        for path, says in (
            (tmp_path / "nothing.png", "does not exist"),
            (tmp_path, "is a folder"),
            (tmp_path / "pipe.png", "is not a file"),
            (tmp_path / "empty.png", "not a picture"),
            (tmp_path / ("x" * 300), "cannot be read|does not exist"),
            (Path("nul\0character"), "cannot be read|does not exist"),
        ):
            with pytest.raises(BadPicture, match=says):
                canvas.read(path)

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_a_file_without_permission(self, tmp_path: Path) -> None:
        path = tmp_path / "mine.png"
        path.write_bytes(saved(image(), "PNG"))
        path.chmod(0)
        with pytest.raises(BadPicture, match="Permission"):
            canvas.read(path)

    @settings(max_examples=150, deadline=None)
    @given(
        kind=st.sampled_from([*LOSSY, "GIF", "PNG16", "TIFF16"]),
        wounds=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=8),
        cut=st.floats(0.5, 1),
    )
    def test_a_wounded_file_is_read_or_refused_and_nothing_else(
        self, kind: str, wounds: list[tuple[float, int]], cut: float
    ) -> None:
        data = bytearray(whole_file(kind))
        for place, value in wounds:
            data[int(place * len(data))] = value
        try:
            picture = reading(bytes(data[: int(cut * len(data))]))
        except BadPicture:
            return
        assert picture.rgb.dtype == np.float32
        assert 0 <= picture.rgb.min() <= picture.rgb.max() <= 1


def whole_file(kind: str) -> bytes:
    deep = ints(scene(), np.uint16)
    if kind.endswith("16"):
        return png16(deep, 2) if kind == "PNG16" else tiff(deep, 2, deflate=True)
    return saved(image(), kind)


class TestSources:
    def test_path_bytes_and_file_agree(self, tmp_path: Path) -> None:
        data = png16(ints(scene(), np.uint16), 2)
        path = tmp_path / "a.png"
        path.write_bytes(data)
        with path.open("rb") as file:
            pictures = [
                canvas.read(path),
                canvas.read(data),
                canvas.read(file),
                canvas.read(io.BytesIO(data)),
            ]
        assert all(np.array_equal(p.rgb, pictures[0].rgb) for p in pictures)

    def test_a_pipe_can_be_read(self) -> None:
        ours, theirs = os.pipe()
        data = saved(image(), "PNG")
        os.set_blocking(theirs, False)  # a pipe holds 64 kB: more would fail here and not hang
        os.write(theirs, data)
        os.close(theirs)
        with os.fdopen(ours, "rb") as file:
            picture = canvas.read(file)
        assert picture.rgb.shape == (H, W, 3)

    def test_many_threads_read_the_same(self) -> None:
        data = [saved(image(), "PNG", icc_profile=swapped_primaries()), saved(image(), "JPEG")]
        wanted = [canvas.read(d).rgb for d in data]
        wrong: list[int] = []

        def work() -> None:
            for i in range(20):
                if not np.array_equal(canvas.read(data[i % 2]).rgb, wanted[i % 2]):
                    wrong.append(i)

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert wrong == []


NOTE = {
    "recipe": {"name": "studio", "steps": 150},
    "content": {"title": "Der Wanderer über dem “Nebelmeer” 雲"},
}
LONG_NOTE = {"losses": list(range(3000))}
WRITTEN = ["a.png", "a.jpg", "a.JPEG", "a.webp"]


class TestWriting:
    @pytest.mark.parametrize("name", WRITTEN)
    @pytest.mark.parametrize("note", [NOTE, LONG_NOTE, {}, None])
    def test_the_note_and_the_picture_come_back(
        self, tmp_path: Path, name: str, note: dict[str, Any] | None
    ) -> None:
        path = tmp_path / "new folder" / name
        canvas.write(path, Picture(scene()), note)
        assert canvas.read_note(path) == note
        assert canvas.read(path).rgb == pytest.approx(scene(), abs=0.05)
        assert [file.name for file in path.parent.iterdir()] == [name]

    @pytest.mark.parametrize("name", ["a.png", "a.webp"])
    def test_alpha_is_kept(self, tmp_path: Path, name: str) -> None:
        alpha = scene()[..., 1]
        canvas.write(tmp_path / name, Picture(scene(), alpha))
        assert canvas.read(tmp_path / name).alpha == pytest.approx(alpha, abs=EIGHT_BITS)

    def test_jpeg_lies_on_white_where_it_was_transparent(self, tmp_path: Path) -> None:
        alpha = np.ones((H, W), np.float32)
        alpha[: H // 2] = 0
        canvas.write(tmp_path / "a.jpg", Picture(np.zeros((H, W, 3), np.float32), alpha))
        rgb = canvas.read(tmp_path / "a.jpg").rgb
        assert rgb[0, 0] == pytest.approx([1, 1, 1], abs=0.02)
        assert rgb[-1, 0] == pytest.approx([0, 0, 0], abs=0.02)

    @pytest.mark.parametrize("name", WRITTEN)
    def test_the_same_picture_gives_the_same_bytes(self, tmp_path: Path, name: str) -> None:
        for folder in ("one", "two"):
            canvas.write(tmp_path / folder / name, Picture(scene()), NOTE)
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()

    def test_noise_is_written_too(self, tmp_path: Path) -> None:
        noise = np.random.default_rng(0).random((200, 300, 3), np.float32)
        canvas.write(tmp_path / "a.jpg", Picture(noise))
        assert canvas.read(tmp_path / "a.jpg").rgb.shape == noise.shape

    def test_png_keeps_every_eight_bit_value(self, tmp_path: Path) -> None:
        values = (np.arange(H * W * 3).reshape(H, W, 3) % 256).astype(np.float32) / 255
        canvas.write(tmp_path / "a.png", Picture(values))
        assert np.array_equal(canvas.read(tmp_path / "a.png").rgb, values)

    def test_the_file_says_that_it_is_srgb(self, tmp_path: Path) -> None:
        canvas.write(tmp_path / "a.png", Picture(scene()))
        assert b"sRGB" in (tmp_path / "a.png").read_bytes()[:100]
        canvas.write(tmp_path / "a.jpg", Picture(scene()))
        with Image.open(tmp_path / "a.jpg") as written:
            assert written.getexif().get_ifd(0x8769)[0xA001] == 1

    def test_values_out_of_range_are_clamped(self, tmp_path: Path) -> None:
        canvas.write(tmp_path / "a.png", Picture(np.full((H, W, 3), [-1, 0.5, 2], np.float32)))
        assert canvas.read(tmp_path / "a.png").rgb[0, 0] == pytest.approx([0, 0.5, 1], abs=EIGHT_BITS)

    @pytest.mark.parametrize("name", ["a", "a.gif", "a.tiff", "a.png.txt"])
    def test_an_unknown_suffix_writes_nothing(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(BadInput, match=r"\.webp"):
            canvas.write(tmp_path / name, Picture(scene()))
        assert not list(tmp_path.iterdir())

    def test_a_folder_in_the_way(self, tmp_path: Path) -> None:
        (tmp_path / "a.png").mkdir()
        with pytest.raises(BadInput, match="folder"):
            canvas.write(tmp_path / "a.png", Picture(scene()))

    def test_a_file_where_the_folder_should_be(self, tmp_path: Path) -> None:
        (tmp_path / "a").touch()
        with pytest.raises(BadInput, match="cannot be written"):
            canvas.write(tmp_path / "a" / "b.png", Picture(scene()))

    def test_a_name_longer_than_the_system_allows(self, tmp_path: Path) -> None:
        with pytest.raises(BadInput, match="too long"):
            canvas.check_target(tmp_path / ("a" * 300 + ".png"))

    def test_a_note_too_long_for_exif_leaves_the_old_file(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jpg"
        canvas.write(path, Picture(scene()), NOTE)
        with pytest.raises(BadInput, match="too long"):
            canvas.write(path, Picture(scene()), {"long": "x" * 70_000})
        assert canvas.read_note(path) == NOTE


class TestShortest:
    def test_the_short_side_is_what_was_asked_for(self) -> None:
        tall = canvas.read(saved(image(scene(301, 200)), "PNG"), shortest=64)
        assert (tall.height, tall.width) == (96, 64)
        assert canvas.read(saved(image(scene(40, 50)), "PNG"), shortest=64).height == 40

    @pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
    def test_the_picture_is_the_one_that_the_better_filter_gives(self, kind: str) -> None:
        data = saved(image(scene(300, 400)), kind)
        quick, better = canvas.read(data, shortest=64), canvas.read(data, longest=85)
        assert quick.rgb.shape == better.rgb.shape == (64, 85, 3)
        assert np.abs(quick.rgb - better.rgb).mean() < 0.02

    def test_sixteen_bits_and_alpha_are_scaled_too(self) -> None:
        alpha = np.dstack([ints(scene(300, 200)), np.full((300, 200), 128, np.uint8)])
        assert canvas.read(saved(image(alpha), "PNG"), shortest=20).alpha == pytest.approx(
            128 / 255, abs=0.01
        )
        deep = Image.fromarray(ints(scene(300, 200)[..., 0]).astype(np.uint16) * 257)
        assert canvas.read(saved(deep, "PNG"), shortest=20).rgb.shape == (30, 20, 3)


class TestNotes:
    def test_a_picture_without_one(self, tmp_path: Path) -> None:
        for kind in LOSSY:
            (tmp_path / "a").write_bytes(saved(image(), kind))
            assert canvas.read_note(tmp_path / "a") is None

    def test_somebody_else_s_comment(self, tmp_path: Path) -> None:
        for comment in (b"ASCII\0\0\0taken on holiday", b"ASCII\0\0\0[1, 2]", b"UNICODE\0{}", b""):
            exif = Image.Exif()
            exif[0x8769] = {0x9286: comment}
            (tmp_path / "a.jpg").write_bytes(saved(image(), "JPEG", exif=exif))
            assert canvas.read_note(tmp_path / "a.jpg") is None

    def test_a_missing_file(self, tmp_path: Path) -> None:
        with pytest.raises(BadPicture, match="does not exist"):
            canvas.read_note(tmp_path / "a.png")
