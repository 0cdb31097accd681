import pytest

from retrieval.importing.names import in_order, person


@pytest.mark.parametrize(
    ("published", "name"),
    [
        ("CARPACCIO, Vittore", "Vittore Carpaccio"),
        ("RUYSDAEL, Salomon van", "Salomon van Ruysdael"),
        ("BRUEGEL, Pieter the Elder", "Pieter Bruegel the Elder"),
        ("FRANCKEN, Frans II", "Frans Francken II"),
        ("ANDREA DEL SARTO", "Andrea del Sarto"),
        ("LA TOUR, Georges de", "Georges de La Tour"),
        ("MASTER of Flémalle", "Master of Flémalle"),
        ("UNKNOWN MASTER, Flemish", "Unknown Master, Flemish"),
        ("CARAVAGGIO", "Caravaggio"),
        ("", ""),
    ],
)
def test_published_names_are_put_in_order(published: str, name: str) -> None:
    assert in_order(published) == name


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("vincent-van-gogh", "Vincent van Gogh"),
        ("el-greco", "El Greco"),
        ("jean-léon-gérôme", "Jean Léon Gérôme"),
        ("Jan van Eyck", "Jan van Eyck"),
        ("m.c.-escher", "M.C. Escher"),
    ],
)
def test_slugs_become_names(slug: str, name: str) -> None:
    assert person(slug) == name
