"""The wall: a contact sheet as one PNG, drawn with Pillow."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from ground import note
from ground.files import replacing
from scripts.batch.sheet import Cell, Hung, Sheet

WALL, INK, GREY, LINE = "#f6f4f0", "#26231f", "#8a847b", "#dcd7ce"
MARGIN, GAP, LABEL, THUMB = 72, 28, 84, 56
WORK = 232  # pixels that a content work may be wide
WIDTHS = {1: 620, 2: 460, 3: 380}  # that a painting may be wide, by how many hang in a row
NARROW = 320
QUICKLY = 2  # of zlib: half the time of its usual level, for a file a tenth larger
SERIF, ITALIC, SANS = "STIXGeneral.ttf", "STIXGeneralItalic.ttf", "DejaVuSans.ttf"


def write(file: Path, sheet: Sheet, said: dict[str, Any]) -> None:
    with replacing(file) as part:
        _hung(sheet).save(part, "PNG", pnginfo=note.for_png(said), compress_level=QUICKLY)


def _hung(sheet: Sheet) -> Image.Image:
    across = max(len(cells) for _, cells in sheet.rows)
    width = WIDTHS.get(across, NARROW)
    whole = 2 * MARGIN + WORK + across * (width + GAP) + GAP
    rows = [_row(content, cells, width) for content, cells in sheet.rows]
    heading = _heading(sheet, whole)
    page = Image.new("RGB", (whole, heading.height + sum(row.height for row in rows) + MARGIN), WALL)
    top = 0
    for part in (heading, *rows):
        page.paste(part, (0, top))
        top += part.height
    return page


def _heading(sheet: Sheet, width: int) -> Image.Image:
    """The words, as the title of an exhibition."""
    room = width - 2 * MARGIN
    title = _wrapped(sheet.title or "Untitled", SERIF, 54, room)[:2]
    told = _wrapped(sheet.description, ITALIC, 28, min(room, 1200))[:4]
    height = MARGIN + 62 * len(title) + (16 + 36 * len(told) if told else 0) + 44
    part = Image.new("RGB", (width, height), WALL)
    pen, top = ImageDraw.Draw(part), MARGIN - 12
    for line in title:
        pen.text((MARGIN, top), line, INK, font(SERIF, 54))
        top += 62
    for line in told:
        pen.text((MARGIN, top + 16), line, GREY, font(ITALIC, 28))
        top += 36
    pen.line((MARGIN, height - 22, width - MARGIN, height - 22), LINE, 2)
    return part


def _row(content: Hung, cells: Sequence[Cell], width: int) -> Image.Image:
    """A content work at the left, and what was made of it."""
    sized = [within(cell.painting, width, width) if cell.painting else None for cell in cells]
    work = within(content.image, WORK - GAP, WORK - GAP)
    tall = max(image.height for image in (work, *filter(None, sized)))
    whole = 2 * MARGIN + WORK + len(cells) * (width + GAP) + GAP
    part = Image.new("RGB", (whole, GAP + tall + LABEL), WALL)
    hang(part, work, (MARGIN, GAP))
    label(part, (MARGIN, GAP + work.height + 12), WORK - GAP, content.title, content.by)
    for place, (cell, image) in enumerate(zip(cells, sized, strict=True)):
        left = MARGIN + WORK + GAP + place * (width + GAP)
        if image:
            hang(part, image, (left, GAP))
        else:
            _missing(part, (left, GAP, left + width, GAP + tall))
        below = GAP + (image.height if image else tall) + 12
        thumb = _square(cell.style.image, THUMB)
        part.paste(thumb, (left, below))
        at = (left + THUMB + 12, below + 2)
        label(part, at, width - THUMB - 12, cell.style.title, cell.style.by)
    return part


def hang(part: Image.Image, image: Image.Image, at: tuple[int, int]) -> None:
    """With the shade that a frame throws."""
    left, top = at
    pen = ImageDraw.Draw(part)
    for depth, shade in ((6, "#efece6"), (4, "#e9e5dd"), (2, "#ddd8ce")):
        corners = (left + depth, top + depth, left + image.width + depth - 1, top + image.height + depth - 1)
        pen.rectangle(corners, shade)
    part.paste(image, at)


def _missing(part: Image.Image, corners: tuple[int, int, int, int]) -> None:
    pen = ImageDraw.Draw(part)
    pen.rectangle(corners, None, LINE, 2)
    middle = ((corners[0] + corners[2]) / 2, (corners[1] + corners[3]) / 2)
    pen.text(middle, "not painted", GREY, font(ITALIC, 24), anchor="mm")


def label(part: Image.Image, at: tuple[int, int], room: int, title: str, by: str) -> None:
    pen = ImageDraw.Draw(part)
    lines = _wrapped(title, SERIF, 20, room)
    shown = lines[:2] if len(lines) < 3 else [lines[0], _cut(" ".join(lines[1:]), SERIF, 20, room)]
    for number, line in enumerate(shown):
        pen.text((at[0], at[1] + 22 * number), line, INK, font(SERIF, 20))
    if len(shown) < 2 or at[1] + 66 < part.height:
        pen.text((at[0], at[1] + 24 * len(shown)), _cut(by, SANS, 13, room), GREY, font(SANS, 13))


def _wrapped(text: str, face: str, size: int, room: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font(face, size).getlength(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(text: str, face: str, size: int, room: int) -> str:
    if font(face, size).getlength(text) <= room:
        return text
    while text and font(face, size).getlength(text + "…") > room:
        text = text[:-1]
    return text.rstrip() + "…"


def within(image: Image.Image, width: int, height: int) -> Image.Image:
    scale = min(width / image.width, height / image.height)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.LANCZOS)


def _square(image: Image.Image, side: int) -> Image.Image:
    short = min(image.size)
    left, top = (image.width - short) // 2, (image.height - short) // 3
    return image.resize((side, side), Image.Resampling.LANCZOS, (left, top, left + short, top + short))


@cache
def font(face: str, size: int) -> ImageFont.FreeTypeFont:
    """Of those that come with matplotlib: a serif for words, as on a museum's labels."""
    from matplotlib import get_data_path

    return ImageFont.truetype(Path(get_data_path()) / "fonts" / "ttf" / face, size)
