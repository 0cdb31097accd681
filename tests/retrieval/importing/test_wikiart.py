from pathlib import Path

import pytest

from retrieval.gallery import Gallery
from retrieval.importing import Import, import_gallery
from retrieval.importing.wikiart import told_by_path
from tests.retrieval.painted import paint


@pytest.mark.parametrize(
    ("path", "style", "artist", "title", "date"),
    [
        (
            "Impressionism/claude-monet_the-seine-1866.jpg",
            "Impressionism",
            "Claude Monet",
            "The seine",
            "1866",
        ),
        ("Baroque/rembrandt_the-night-watch-1642(1).jpg", "Baroque", "Rembrandt", "The night watch", "1642"),
        ("Baroque/rembrandt_david-1650-2.jpg", "Baroque", "Rembrandt", "David", "1650"),
        ("Cubism/aaron-siskind_acolman-1-1955.jpg", "Cubism", "Aaron Siskind", "Acolman 1", "1955"),
        ("Realism/ilya-repin_boat-1870-1873.jpg", "Realism", "Ilya Repin", "Boat", "1870-1873"),
        ("Rococo/el-greco_number-1901234.jpg", "Rococo", "El Greco", "Number 1901234", ""),
        ("Realism/viktor-vasnetsov_not_detected_237588-1901.jpg", "Realism", "Viktor Vasnetsov", "", "1901"),
        (
            "Art_Nouveau_(Modern)/alphonse-mucha_1899.jpg",
            "Art Nouveau (Modern)",
            "Alphonse Mucha",
            "1899",
            "1899",
        ),
        ("wikiart/images/vincent_van_gogh_the-cafe-1888.jpg", "", "Vincent van Gogh", "The cafe", "1888"),
        ("Baroque/caravaggio_david_1610.jpg", "Baroque", "Caravaggio", "David", "1610"),
        ("Vincent_van_Gogh/Vincent_van_Gogh_12.jpg", "", "Vincent van Gogh", "", ""),
        ("Realism/gustave-courbet/gustave-courbet_burial.jpg", "Realism", "Gustave Courbet", "Burial", ""),
        ("Impressionism/edgar-degas_caf├⌐-1877.jpg", "Impressionism", "Edgar Degas", "Café", "1877"),
        ("Impressionism/edgar-degas_caf#U00e9-c1877.jpg", "Impressionism", "Edgar Degas", "Café", "1877"),
        ("Impressionism/edgar-degas_caf%C3%A9.jpg", "Impressionism", "Edgar Degas", "Café", ""),
        ("Pop_Art/poster.jpg", "Pop Art", "", "Poster", ""),
    ],
)
def test_a_path_tells_style_artist_title_and_year(
    path: str, style: str, artist: str, title: str, date: str
) -> None:
    told = told_by_path(Path(path))
    assert (told["style"], told["artist"], told["title"], told["date"]) == (style, artist, title, date)


def test_style_folders_become_a_gallery(tmp_path: Path) -> None:
    src = tmp_path / "wikiart"
    paint(src / "Impressionism" / "claude-monet_the-seine-1866.jpg", 1)
    paint(src / "Realism" / "ilya-repin_boat-1870.png", 2)
    (src / "Cubism").mkdir()
    again = src / "Cubism" / "claude-monet_the-seine-1866.jpg"
    again.write_bytes((src / "Impressionism" / "claude-monet_the-seine-1866.jpg").read_bytes())
    (src / "Realism" / "empty.jpg").touch()

    report = import_gallery(Import("wikiart", src, tmp_path / "gallery"))
    works = Gallery.open(tmp_path / "gallery").works
    assert [(work.style, work.artist, work.date, work.source) for work in works] == [
        ("Cubism", "Claude Monet", "1866", "WikiArt"),
        ("Realism", "Ilya Repin", "1870", "WikiArt"),
    ]
    assert all(work.licence for work in works)
    assert report.as_json()["left_out"] == {"unreadable picture": 1, "duplicate picture": 1}


def test_a_name_that_is_no_text_is_read_all_the_same(tmp_path: Path) -> None:
    src = tmp_path / "wikiart"
    picture = paint(src / "Cubism" / "a.jpg", 1)
    picture.rename(Path(f"{src}/Cubism/edgar-degas_caf\udce9-1877.jpg"))
    import_gallery(Import("wikiart", src, tmp_path / "gallery"))
    (work,) = Gallery.open(tmp_path / "gallery").works
    assert (work.artist, work.date) == ("Edgar Degas", "1877")
    with pytest.raises(Exception, match="gives no works"):
        import_gallery(Import("wikiart", src, tmp_path / "in place", in_place=True))


KAGGLE = """filename,artist,genre,description,phash,width,height,genre_count,subset
Cubism/pablo-picasso_l-#U00e9toile-1910.jpg,pablo picasso,"['Cubism', 'Orphism']",l-étoile-1910,ab12,48,40,2,train
Cubism/juan-gris_not-listed_1915.jpg,juan gris,['Cubism'],still-life-with-guitar-1915,ab13,48,40,1,test
Cubism/gone.jpg,juan gris,['Cubism'],gone-1915,ab14,48,40,1,test
"""


def test_kaggles_table_fills_in_what_the_path_cannot_tell(tmp_path: Path) -> None:
    src = tmp_path / "wikiart"
    paint(src / "Cubism" / "pablo-picasso_l-étoile-1910.jpg", 1)
    paint(src / "Cubism" / "juan-gris_not_listed-1915.jpg", 2)
    paint(src / "Cubism" / "juan-gris_unlisted-1916.jpg", 3)
    (src / "classes.csv").write_text(KAGGLE, encoding="utf-8")
    report = import_gallery(Import("wikiart", src, tmp_path / "gallery"))
    works = Gallery.open(tmp_path / "gallery").works
    assert [(work.artist, work.style, work.title, work.date, work.split) for work in works] == [
        ("Pablo Picasso", "Cubism, Orphism", "L étoile", "1910", "train"),
        ("Juan Gris", "Cubism", "Still life with guitar", "1915", "test"),
        ("Juan Gris", "Cubism", "Unlisted", "1916", ""),
    ]
    assert not any(work.description for work in works)
    assert report.as_json()["left_out"] == {"missing picture": 1}
    assert report.as_json()["noted"] == {"not listed": 1}


def test_numbered_classes_do_not_hide_what_the_path_tells(tmp_path: Path) -> None:
    src = tmp_path / "wikiart"
    paint(src / "Realism" / "ilya-repin_boat-1870.jpg", 1)
    (src / "wclasses.csv").write_text(
        "file,artist,genre,style\nRealism/ilya-repin_boat-1870.jpg,22,133,161\n"
    )
    (src / "style_train.csv").write_text("Realism/ilya-repin_boat-1870.jpg,21\n")
    report = import_gallery(Import("wikiart", src, tmp_path / "gallery"))
    (work,) = Gallery.open(tmp_path / "gallery").works
    assert (work.artist, work.style, work.title) == ("Ilya Repin", "Realism", "Boat")
    assert (work.extra["style_class"], work.extra["value_2"]) == ("161", "21")
    assert report.as_json()["noted"] == {"further row": 1}


def test_a_plain_table_over_a_flat_folder(tmp_path: Path) -> None:
    src = tmp_path / "wikiart"
    paint(src / "images" / "1.jpg", 1)
    (src / "list.csv").write_text(
        "image;artist;style;genre;title;date\n1.jpg;Joan Miró;Surrealism;landscape;Hügel;1923\n"
    )
    import_gallery(Import("wikiart", src, tmp_path / "gallery"))
    (work,) = Gallery.open(tmp_path / "gallery").works
    assert (work.artist, work.style, work.title, work.date) == ("Joan Miró", "Surrealism", "Hügel", "1923")
    assert work.extra["genre"] == "landscape"
