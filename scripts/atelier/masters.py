"""Masters: which public-domain painting lends its manner to which scene, by the scene's tags."""

import csv
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ground.errors import BadGallery


@dataclass(frozen=True)
class Manner:
    """A master's painting, and how far a scene follows it."""

    artist: str
    title: str
    beta: float = 25.0
    colour: str = "content"  # a description names colours: the scene mostly keeps its own


ARGENTEUIL = Manner("Claude Monet", "The Bridge at Argenteuil", 40)
ARGENTEUIL_BLUES = Manner("Claude Monet", "The Bridge at Argenteuil", 25, "style")
FOG = Manner("Claude Monet", "The Houses of Parliament (Effect of Fog)", 2)
ROUEN = Manner("Claude Monet", "Rouen Cathedral, Full Sunlight", 25)
GIVERNY = Manner("Claude Monet", "Haystack at Giverny", 6)
IRISES = Manner("Vincent Van Gogh", "Irises", 12)
SELF = Manner("Vincent Van Gogh", "Self-Portrait", 9)
SKY = Manner("Vincent Van Gogh", "Self-Portrait", 14)
YELLOW_HOUSE = Manner("Vincent Van Gogh", "Decoration for the Yellow House", 30)
BEDROOM = Manner("Vincent Van Gogh", "The Bedroom", 20)
POSTMAN = Manner("Vincent Van Gogh", "Postman Joseph Roulin", 12)
JATTE = Manner("Georges Seurat", "A Sunday Afternoon on the Island of La Grande Jatt", 30)
SIDESHOW = Manner("Georges Seurat", "Circus Sideshow (Parade de cirque)", 15)
SAINTE_VICTOIRE = Manner("Paul Cezanne", "Mont Sainte-Victoire seen from Bellevue", 25)
APPLES = Manner("Paul Cezanne", "The Basket of Apples", 25)
CARDS = Manner("Paul Cezanne", "Card Players", 25)
SMOKER = Manner("Paul Cezanne", "Smoker", 15)
PONT_NEUF = Manner("Pierre Auguste Renoir", "Pont Neuf, Paris", 35)
PIANO = Manner("Pierre Auguste Renoir", "At the Piano", 25)
SCREAM = Manner("Edvard Munch", "Cry (The Scream)", 20)
SERMON = Manner("Paul Gauguin", "Vision of the Sermon", 25)
YELLOW_CHRIST = Manner("Paul Gauguin", "Yellow Christ", 25)
AVENUE = Manner("Gustav Klimt", "Avenue in the Park of Schloss Kammer", 25)
MOON = Manner("Caspar David Friedrich", "Man and Women Contemplating the Moon", 4)
ISLE = Manner("Arnold Bocklin", "The Isle of the Dead", 6)
TOLEDO = Manner("El Greco", "View of Toledo", 25)
STROKES = Manner("Vincent Van Gogh", "Self-Portrait", 7)
MILL = Manner("Jacob van Ruisdael", "The Windmill at Wijk bij Duurstede", 18)
RIDE = Manner("Anton Mauve", "Morning Ride Along the Beach", 8)
SAN_MARCO = Manner("Canaletto", "Piazza San Marco", 30)
BASIN = Manner("Canaletto", "View of St. Mark's from the Punta della Dogana", 30)
DELFT = Manner("Jan Vermeer", "View of Houses in Delft", 30)
PEARL = Manner("Jan Vermeer", "Girl with a Pearl Earring", 20)
RED_STUDIO = Manner("Henri Matisse", "Red Studio", 15)
DERAIN = Manner("Henri Matisse", "Andre Derain", 15)
DANCE = Manner("Edgar Degas", "The Dance Class", 35)
BLUE_CHAIR = Manner("Mary Cassatt", "Little Girl in a Blue Chair", 25)
TUILERIES = Manner("Edouard Manet", "Music in the Tuileries Gardens", 30)
CARDINAL = Manner("Jean-Baptiste-Simeon Chardin", "Saying Grace", 7)
KRUMAU = Manner("Egon Schiele", "Crescent of Houses II (Island Town)", 20)
SHALOTT = Manner("John William Waterhouse", "The Lady of Shalott", 18)
GAMES = Manner("Pieter Bruegel the Elder", "Children's Games", 25)
FLORA = Manner("Sandro Botticelli", "Primavera", 10)
APOSTLE = Manner("Rembrandt", "Self Portrait as the Apostle Paul", 5)
IMPROVISATION = Manner("Vasily Kandinsky", "Landscape", 12)
LIBYAN = Manner("Michelangelo", "Libyan Sibyl", 25)

# The first line of which a scene has a tag decides; the scene's id decides among its manners.
BY_TAG: tuple[tuple[str, tuple[Manner, ...]], ...] = (
    ("ballet theatre", (DANCE,)),
    ("monastery", (YELLOW_HOUSE,)),
    ("ridges", (FOG,)),
    ("portrait", (SELF, SMOKER, PIANO, POSTMAN, PEARL, APOSTLE, BLUE_CHAIR, LIBYAN)),
    ("cathedral", (ROUEN,)),
    ("still-life", (APPLES, CARDINAL, BEDROOM, APPLES, CARDS)),
    ("volcano storm lightning shipwreck", (TOLEDO, MILL, ISLE)),
    ("venice", (BASIN, SAN_MARCO, ARGENTEUIL)),
    ("night stars", (SKY, MOON, SIDESHOW, SKY)),
    ("sunset alpenglow", (SCREAM, FOG, SCREAM, GIVERNY)),
    ("mist fog dawn sunrise", (FOG, YELLOW_HOUSE, ISLE)),
    ("vase bouquet anemones daisies peonies", (IRISES, APPLES, IRISES, DERAIN, PIANO)),
    ("interior", (BEDROOM, PIANO, CARDS, CARDINAL, RED_STUDIO, BLUE_CHAIR)),
    ("snow winter ice", (RIDE, GAMES, FOG, KRUMAU, STROKES)),
    ("lovers romance", (AVENUE, SHALOTT, IMPROVISATION, IRISES)),
    ("tulips lavender sunflowers poppies heather", (IRISES, GIVERNY, IMPROVISATION)),
    ("garden orchard park blossom", (JATTE, AVENUE, IRISES, GIVERNY, FLORA)),
    ("autumn", (YELLOW_CHRIST, SAINTE_VICTOIRE, AVENUE, SERMON)),
    ("forest jungle birch", (AVENUE, MOON, SHALOTT)),
    ("mountain fjord canyon", (SAINTE_VICTOIRE, STROKES, SAINTE_VICTOIRE, STROKES)),
    ("windmill", (MILL, YELLOW_HOUSE)),
    ("desert egypt", (RIDE, YELLOW_HOUSE, YELLOW_CHRIST)),
    ("canal", (ARGENTEUIL, KRUMAU, DELFT)),
    ("street city town market roofs", (PONT_NEUF, YELLOW_HOUSE, DELFT, KRUMAU, TUILERIES)),
    ("wheat harvest haystack hay plough vineyard", (GIVERNY, YELLOW_HOUSE, YELLOW_CHRIST)),
    ("harbour boat boats sailboat sailboats port ship ships", (ARGENTEUIL, ARGENTEUIL_BLUES, PONT_NEUF)),
    ("sea beach coast islands", (ARGENTEUIL, RIDE, ISLE, PONT_NEUF)),
    ("people dance circus", (JATTE, GAMES, TUILERIES)),
    ("river lake pond water", (GIVERNY, JATTE, ARGENTEUIL_BLUES)),
    ("horses horse cattle cows sheep birds dog", (STROKES, SERMON, GIVERNY, YELLOW_HOUSE)),
)
OTHERWISE = (GIVERNY, SAINTE_VICTOIRE, STROKES)


def manner_for(id: str, tags: Iterable[str]) -> Manner:
    """The same for the same scene, always."""
    own = set(tags)
    fitting = next((manners for words, manners in BY_TAG if own & set(words.split())), OTHERWISE)
    return fitting[zlib.crc32(id.encode()) % len(fitting)]


@cache
def pictures(folder: Path) -> dict[tuple[str, str], Path]:
    """The masters' pictures in a folder that holds catalogue.csv (image, title, artist) and images/."""
    try:
        with (folder / "catalogue.csv").open(encoding="utf-8", newline="") as lines:
            return {
                (row["artist"], row["title"]): folder / "images" / row["image"]
                for row in csv.DictReader(lines)
            }
    except (OSError, KeyError) as error:
        raise BadGallery(
            f"{folder} is no folder of masters ({error})", "give it catalogue.csv and images/"
        ) from error


def picture_of(manner: Manner, folder: Path) -> Path:
    found = pictures(folder).get((manner.artist, manner.title))
    if found is None:
        raise BadGallery(f"{folder} has no painting {manner.title!r} by {manner.artist}", "add it")
    return found
