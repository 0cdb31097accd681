"""A manner: its name, what is said of it, and the filter; and the list of them all."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image

from scenes.manners import paints, prints, sticks, tiles, washes
from scenes.noise import Field
from scenes.scene import Scene

Filter = Callable[[Field, np.random.Generator], Field]
DRAWN = 3 / 2  # times the size that is kept: shrinking smooths what filters leave jagged


@dataclass(frozen=True)
class Manner:
    name: str
    technique: str
    school: str
    filter: Filter

    @property
    def told(self) -> str:
        return " ".join((self.filter.__doc__ or "").split())

    def make(self, scene: Scene, size: int) -> Field:
        """The scene in this manner, the same every time."""
        rng = np.random.default_rng(zlib.crc32(f"{self.name} {scene.id}".encode()))
        made = self.filter(scene.draw(size=round(size * DRAWN)), rng)
        picture = Image.fromarray((np.clip(made, 0, 1) * 255 + 0.5).astype(np.uint8))
        picture.thumbnail((size, size), Image.Resampling.LANCZOS)
        return np.asarray(picture, np.float32) / 255


MANNERS = {
    manner.name: manner
    for manner in (
        Manner("Mosaic", "stone and glass tesserae", "Byzantine", tiles.mosaic),
        Manner("Stained glass", "leaded glass", "Gothic", tiles.stained_glass),
        Manner("Cubist planes", "oil on canvas", "Cubism", tiles.cubist),
        Manner("Cut paper", "collage of coloured paper", "Modern", tiles.cut_paper),
        Manner("Woodcut", "woodcut on paper", "Expressionism", prints.woodcut),
        Manner("Engraving", "copper engraving", "Renaissance", prints.engraving),
        Manner("Linocut", "linocut in three colours", "Modern", prints.linocut),
        Manner("Colour woodblock", "woodblock print", "Ukiyo-e", prints.woodblock),
        Manner("Watercolour", "watercolour on paper", "Romanticism", washes.watercolour),
        Manner("Ink wash", "ink on paper", "East Asian ink painting", washes.ink_wash),
        Manner("Fresco", "fresco", "Early Renaissance", washes.fresco),
        Manner("Blue on white", "cobalt on glazed tile", "Delftware", washes.blue_wash),
        Manner("Pastel", "pastel on grey paper", "Impressionism", sticks.pastel),
        Manner("Charcoal", "charcoal on paper", "Realism", sticks.charcoal),
        Manner("Red and white chalk", "chalk on blue-grey paper", "Renaissance", sticks.chalk),
        Manner("Sgraffito", "scratched plaster", "Art Nouveau", sticks.sgraffito),
        Manner("Impasto", "thick oil on canvas", "Post-Impressionism", paints.impasto),
        Manner("Pointillism", "oil on canvas", "Neo-Impressionism", paints.pointillism),
        Manner("Fauve colour", "oil on canvas", "Fauvism", paints.fauve),
        Manner("Gouache", "gouache on board", "Modern", paints.gouache),
        Manner("Gold ground", "tempera and gold leaf on panel", "Gothic", paints.gold_ground),
        Manner("Palette knife", "oil on canvas", "Modern", paints.palette_knife),
    )
}
