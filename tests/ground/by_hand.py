"""PNG and TIFF files made byte by byte: depths and layouts that Pillow reads but cannot write."""

import struct
import zlib

import numpy as np


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_header(width: int, height: int, depth: int = 8, colour_type: int = 2) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + chunk(
        b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, 0)
    )


def png16(pixels: np.ndarray, colour_type: int, *extra: bytes) -> bytes:
    """`pixels` (H, W, bands) of 16-bit integers; rows are filtered by turns, as an optimiser would."""
    height, width, bands = pixels.shape
    rows = np.ascontiguousarray(pixels.astype(">u2")).view(np.uint8).reshape(height, -1)
    left = np.pad(rows, ((0, 0), (2 * bands, 0)))[:, : rows.shape[1]]
    above = np.pad(rows, ((1, 0), (0, 0)))[:-1]
    filtered = [
        bytes([kind]) + (row - (0, a, b)[kind]).astype(np.uint8).tobytes()
        for kind, row, a, b in zip(np.arange(height) % 3, rows, left, above, strict=True)
    ]
    data = chunk(b"IDAT", zlib.compress(b"".join(filtered)))
    return png_header(width, height, 16, colour_type) + b"".join(extra) + data + chunk(b"IEND", b"")


def tiff(
    pixels: np.ndarray,
    photometric: int,
    *,
    order: str = "<",
    deflate: bool = False,
    planar: bool = False,
    orientation: int = 1,
    extra_samples: int | None = None,
    bits: int | None = None,
) -> bytes:
    """One strip of `pixels` (H, W, bands) in the given byte order."""
    height, width, bands = pixels.shape
    laid = np.moveaxis(pixels, -1, 0) if planar else pixels
    raw = np.ascontiguousarray(laid.astype(laid.dtype.newbyteorder(order))).tobytes()
    planes = (
        [raw[i * len(raw) // bands : (i + 1) * len(raw) // bands] for i in range(bands)] if planar else [raw]
    )
    strips = [zlib.compress(plane) if deflate else plane for plane in planes]
    starts = [8 + sum(map(len, strips[:i])) for i in range(len(strips))]
    tags: dict[int, tuple[str, list[int]]] = {
        256: ("I", [width]),
        257: ("I", [height]),
        258: ("H", [bits or pixels.itemsize * 8] * bands),
        259: ("H", [8 if deflate else 1]),
        262: ("H", [photometric]),
        273: ("I", starts),
        274: ("H", [orientation]),
        277: ("H", [bands]),
        278: ("I", [height]),
        279: ("I", [len(strip) for strip in strips]),
        284: ("H", [2 if planar else 1]),
        339: ("H", [1] * bands),
    }
    if extra_samples is not None:
        tags[338] = ("H", [extra_samples])
    body = b"".join(strips)
    body += b"\0" * (len(body) % 2)
    return _with_directory(body, tags, order)


def _with_directory(body: bytes, tags: dict[int, tuple[str, list[int]]], order: str) -> bytes:
    start = 8 + len(body)
    after = start + 2 + 12 * len(tags) + 4
    directory, values = struct.pack(order + "H", len(tags)), b""
    for tag, (kind, numbers) in sorted(tags.items()):
        packed = struct.pack(f"{order}{len(numbers)}{kind}", *numbers)
        field = packed.ljust(4, b"\0") if len(packed) <= 4 else struct.pack(order + "I", after + len(values))
        values += packed if len(packed) > 4 else b""
        directory += struct.pack(order + "HHI", tag, {"H": 3, "I": 4}[kind], len(numbers)) + field
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", start)
    return head + body + directory + b"\0\0\0\0" + values
