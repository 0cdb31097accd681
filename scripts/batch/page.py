"""The page: a contact sheet as one HTML file that needs no other."""

import base64
import io
from functools import cache
from pathlib import Path

import jinja2
from PIL import Image

from ground.files import replacing
from scripts.batch.sheet import Sheet

TEMPLATE = Path(__file__).with_name("page.html")
QUALITY = 82
METHOD = 2  # of 6: half the time of the usual one, for files 3 % larger


def write(file: Path, sheet: Sheet, above: str) -> None:
    """`above` leads from the page's folder to the one that the paintings' names begin at."""
    with replacing(file) as part:
        part.write_text(_template().render(sheet=sheet, above=above), encoding="utf-8")


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["data"] = _data
    return environment.from_string(TEMPLATE.read_text(encoding="utf-8"))


def _data(image: Image.Image) -> str:
    """The picture itself as an address."""
    out = io.BytesIO()
    image.save(out, "WEBP", quality=QUALITY, method=METHOD)
    return "data:image/webp;base64," + base64.b64encode(out.getvalue()).decode()
