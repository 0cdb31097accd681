"""`pentimento curate search` and `best-text`: pictures for words, and words for pictures."""

from pathlib import Path
from typing import Annotated, Any

import typer

from curation import texts as matching
from curation.collection import open_collection
from curation.looking import look
from curation.survey import joint_vectors
from curation.texts import Text
from ground.errors import BadInput, BadQuery
from retrieval.embedding import Embedding
from retrieval.gallery import Gallery
from retrieval.work import Work
from scripts import console
from scripts.curate import options

Many = Annotated[int, typer.Option("-k", "--many", metavar="N", min=1, help="So many.")]


def search(
    folder: options.Folder,
    *,
    title: Annotated[str, typer.Option(help="What the picture would be called.")] = "",
    description: Annotated[str, typer.Option(help="What is to be seen.")] = "",
    many: Many = 5,
    joint: options.Joint = options.JOINT,
    weights: options.Weights = None,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """The pictures of any gallery or folder that fit the words best; it needs no index."""
    if not (title.strip() or description.strip()):
        raise BadQuery("no words are given", "give --title or --description")
    gallery = open_collection(folder)
    words = Embedding.of_contents(joint, weights)
    assert words.space is not None
    words.space.embed_words(
        [title], [description]
    )  # what is not understood is told before pictures are encoded
    with options.working(quiet) as told:
        looked = look(gallery, told)
        pictures = joint_vectors(words, looked, told)
    found = matching.pictures_for(words.space, Text(title, description), pictures, many)
    rows = [{"rank": fit.rank, "score": round(fit.score, 4), **_work(looked.works[fit.row])} for fit in found]
    if as_json:
        console.print_json({"works": rows})
    else:
        print(
            "\n".join(
                f"{each['rank']:>3}  {each['score']:.3f}  {each['title'] or each['work']}" for each in rows
            )
        )


def best_text(
    source: Annotated[
        Path, typer.Argument(metavar="PICTURE|DIR", help="A picture, or a gallery.", show_default=False)
    ],
    *,
    text: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT", help="A candidate; may be given again.", show_default=False),
    ] = None,
    texts: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Candidates, one a line.", show_default=False)
    ] = None,
    many: Many = 3,
    joint: options.Joint = options.JOINT,
    weights: options.Weights = None,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """The text that fits a picture best; a gallery's own texts are the candidates where none are given."""
    gallery = (
        Gallery(source.parent, [Work(source.name, source.name)])
        if source.is_file()
        else open_collection(source)
    )
    candidates = _candidates(text or [], texts, gallery)
    words = Embedding.of_contents(joint, weights)
    assert words.space is not None
    with options.working(quiet) as told:
        looked = look(gallery, told)
        pictures = joint_vectors(words, looked, told)
    found, unknown = matching.texts_for(words.space, pictures, candidates, many)
    rows = [
        {
            "work": work.id,
            "texts": [
                {"rank": fit.rank, "score": round(fit.score, 4), "text": str(candidates[fit.row])}
                for fit in fits
            ],
        }
        for work, fits in zip(looked.works, found, strict=True)
    ]
    if as_json:
        console.print_json({"pictures": rows, "not_understood": [str(each) for each in unknown]})
    else:
        print("\n".join(line for row in rows for line in _told(row)))
        for each in unknown:
            console.errors.print(f"not a word of this is understood: {each}")


def _candidates(given: list[str], file: Path | None, gallery: Gallery) -> list[Text]:
    lines = list(given)
    if file is not None:
        try:
            lines += file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise BadInput(
                f"{file} cannot be read as text", "give a UTF-8 file with a text a line"
            ) from error
    found = [Text(line.strip()) for line in lines if line.strip()]
    if not (given or file):
        found = [Text.of(work) for work in gallery.works if work.title or work.description]
    if not found:
        raise BadInput("there are no texts to choose from", "give --text or --texts")
    return list(dict.fromkeys(found))


def _work(work: Work) -> dict[str, Any]:
    return {"work": work.id, "title": work.title, "description": work.description, "file": work.file}


def _told(row: dict[str, Any]) -> list[str]:
    return [
        row["work"],
        *(f"{each['rank']:>3}  {each['score']:.3f}  {each['text']}" for each in row["texts"]),
    ]
