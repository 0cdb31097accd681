"""The style gallery's plan: which scenes are made in which manner, by code or after a master, strongly."""

from dataclasses import dataclass

from scripts.atelier.masters import Manner as Master


@dataclass(frozen=True)
class After:
    """A manner that is learnt from a master's painting."""

    name: str
    technique: str
    school: str
    told: str
    master: Master


BY_CODE: dict[str, tuple[str, ...]] = {
    "Mosaic": ("birds-peacock", "boat-trip-sunny-city", "flowers-sunflowers"),
    "Stained glass": ("flowers-lilies-vase", "lovers-tulip-garden", "mountain-sunset"),
    "Cubist planes": ("still-life-violin-music", "street-old-town-towers", "interior-guitarist"),
    "Cut paper": ("tropical-beach-palms", "birds-rooster-hens", "flowers-tulips-vase"),
    "Woodcut": ("lighthouse-gale", "windmill-storm-hill", "people-sower"),
    "Engraving": ("tall-ships-roadstead", "cathedral-morning", "oak-lonely-field"),
    "Linocut": ("castle-lake", "great-wave-dark", "horses-galloping"),
    "Colour woodblock": ("birds-cranes-marsh", "mountain-lake-mirror", "spring-river-punt"),
    "Watercolour": ("venice-side-canal", "flowers-poppies-cornflowers", "seascape-rainbow"),
    "Ink wash": ("mountains-morning-mist", "misty-swamp-heron", "kayak-fjord"),
    "Fresco": ("tuscan-hills", "portrait-profile-renaissance", "monastery-courtyard"),
    "Blue on white": ("windmills-canal-dusk", "regatta-white-sails", "horses-grazing"),
    "Pastel": ("people-ballet", "still-life-peaches-plums", "garden-lavender"),
    "Charcoal": ("portrait-old-man", "stone-bridge-town", "still-life-vanitas"),
    "Red and white chalk": ("portrait-bride-flowers", "people-rider", "chalk-cliffs-beach"),
    "Sgraffito": ("birds-owl-night", "starry-night-village", "amsterdam-night-lamps"),
    "Impasto": ("flowers-irises-vase", "wheat-field-crows", "street-cafe-night"),
    "Pointillism": ("people-bathers", "beach-parasols-bathers", "garden-poppy-meadow"),
    "Fauve colour": ("fishing-harbour-noon", "portrait-lady-straw-hat", "forest-path-autumn"),
    "Gouache": ("tulip-fields-windmill", "street-railway-station", "church-on-hill"),
    "Gold ground": ("oak-lonely-field", "castle-river-moonrise", "lovers-in-a-boat"),
    "Palette knife": ("rainy-city-quay", "autumn-mountains", "storm-at-sea-ship"),
}


def _master(artist: str, title: str, beta: float = 80) -> Master:
    return Master(artist, title, beta, "style")


AFTER: dict[After, tuple[str, ...]] = {
    After(
        "Swirling brushwork",
        "oil on canvas",
        "Post-Impressionism",
        "Streams of blue and ochre strokes that turn about the forms.",
        _master("Vincent Van Gogh", "Self-Portrait"),
    ): ("milky-way-lake", "portrait-artist-beret"),
    After(
        "Knotted brushwork",
        "oil on canvas",
        "Post-Impressionism",
        "Outlined leaves and petals, green and violet, woven into one another.",
        _master("Vincent Van Gogh", "Irises"),
    ): ("japanese-arched-bridge", "cherry-orchard-blossom"),
    After(
        "Still light",
        "oil on canvas",
        "Neo-Impressionism",
        "Still, clear forms in an even light, under a fine weave of touches.",
        Master("Georges Seurat", "A Sunday Afternoon on the Island of La Grande Jatt", 40, "content"),
    ): ("lake-rowing-party", "garden-autumn-bench"),
    After(
        "Burning waves",
        "oil and pastel on cardboard",
        "Expressionism",
        "Long wavering lines of orange, blue and brown that carry a mood.",
        _master("Edvard Munch", "Cry (The Scream)"),
    ): ("sailing-at-sunset", "bridge-old-stone"),
    After(
        "Colour music",
        "oil on canvas",
        "Abstraction",
        "Forms that begin to leave their things: bright patches and lines like sounds.",
        _master("Vasily Kandinsky", "Improvisation No. 30 (Cannons)"),
    ): ("alpine-pasture-cows", "horse-hay-cart"),
    After(
        "Leaf carpet",
        "oil on canvas",
        "Vienna Secession",
        "A close weave of green touches without a horizon.",
        _master("Gustav Klimt", "Avenue in the Park of Schloss Kammer"),
    ): ("birch-spring-lake", "garden-rose-arch"),
    After(
        "Tonal fog",
        "oil on canvas",
        "Tonalism",
        "Everything dissolved in one blue and violet air.",
        _master("Claude Monet", "The Houses of Parliament (Effect of Fog)", 6),
    ): ("misty-bridge-river", "harbour-morning-masts"),
    After(
        "Broken colour",
        "oil on canvas",
        "Impressionism",
        "Short clear touches of the colours of water and air.",
        _master("Claude Monet", "The Bridge at Argenteuil"),
    ): ("grand-canal-domes", "moored-boats-dawn"),
    After(
        "Built strokes",
        "oil on canvas",
        "Post-Impressionism",
        "Slanting parallel touches that build hills and trees as if of stone.",
        _master("Paul Cezanne", "Mont Sainte-Victoire seen from Bellevue"),
    ): ("green-valley-river", "vineyard-autumn-village"),
    After(
        "Line web",
        "watercolour and ink",
        "Expressionism",
        "Thin ink lines that wander over patches of yellow and rose.",
        _master("Paul Klee", "Tale à la Hoffmann"),
    ): ("dawn-town-rooftops", "street-circus"),
    After(
        "Restless contours",
        "oil on canvas",
        "Expressionism",
        "Crooked dark outlines round dry, earthy colours.",
        _master("Egon Schiele", "Crescent of Houses II (Island Town)"),
    ): ("coastal-town-cliff", "still-life-lemons-jug"),
    After(
        "Light in the dark",
        "oil on canvas",
        "Baroque",
        "Warm brown darkness out of which a little light takes the forms.",
        _master("Rembrandt", "The Return of the Prodigal Son"),
    ): ("interior-family-supper", "still-life-grapes-wine-bread"),
    After(
        "Veiled sky",
        "oil on canvas",
        "Dutch Golden Age",
        "Wide grey and silver air over a low brown land.",
        _master("Jacob van Ruisdael", "The Windmill at Wijk bij Duurstede", 12),
    ): ("dunes-sea-grass", "road-poplars-carriage"),
}
