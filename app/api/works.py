"""Works and suggestions: what can be painted from."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from fastapi.responses import FileResponse

from app import views
from app.api.common import KEEP, Cursor, Here, Limit, Size, cursor, place
from app.problems import responses
from app.schemas import MOST, StylesOut, SuggestionsIn, SuggestionsOut, WorkOut, WorksOut
from app.thumbnails import MEDIA
from ground.errors import BadQuery

router = APIRouter(prefix="/v1", tags=["works"])

Collection = Annotated[str, Path(description="content or style", examples=["content"])]
Id = Annotated[str, Path(description="The work's id.", max_length=200)]


@router.post("/suggestions", response_model=SuggestionsOut, responses=responses("bad-query", "unavailable"))
def suggest(asked: SuggestionsIn, studio: Here) -> SuggestionsOut:
    """Content works that answer the words, the best first, and for each the works whose manner suits it."""
    if not (asked.title.strip() or asked.description.strip()):
        raise BadQuery("no words are given", "send a title or a description")
    with studio.metrics.timed("suggest"):
        found = studio.library.suggest(
            asked.title,
            asked.description,
            asked.content,
            asked.styles,
            where=_pairs(asked.filters),
            style_where=_pairs(asked.style_filters),
            offset=asked.offset,
            diversity=asked.diversity,
        )
    return SuggestionsOut(suggestions=[views.suggestion(each) for each in found])


@router.get(
    "/works/{collection}",
    response_model=WorksOut,
    responses=responses("not-found", "bad-query", "unavailable"),
)
def works(
    collection: Collection,
    studio: Here,
    q: Annotated[str, Query(max_length=200, description="Words in title, artist or description.")] = "",
    style: Annotated[list[str] | None, Query(max_length=20)] = None,
    school: Annotated[list[str] | None, Query(max_length=20)] = None,
    artist: Annotated[list[str] | None, Query(max_length=20)] = None,
    timeframe: Annotated[list[str] | None, Query(max_length=20)] = None,
    licence: Annotated[list[str] | None, Query(max_length=20)] = None,
    limit: Limit = 50,
    after: Cursor = None,
) -> WorksOut:
    """A collection, page by page; a page may be short and still have a next one."""
    columns = {"style": style, "school": school, "artist": artist, "timeframe": timeframe, "licence": licence}
    where = {column: values for column, values in columns.items() if values}
    found, row = studio.library.page(collection, place(after) or 0, limit, q, where)
    return WorksOut(works=[views.work(each, collection) for each in found], next=cursor(row))


@router.get(
    "/works/{collection}/{id}", response_model=WorkOut, responses=responses("not-found", "unavailable")
)
def work(collection: Collection, id: Id, studio: Here) -> WorkOut:
    """One work."""
    return views.work(studio.library.work(collection, id), collection)


@router.get(
    "/works/{collection}/{id}/image",
    response_class=FileResponse,
    responses={
        200: {
            "content": {media: {} for media in dict.fromkeys(MEDIA.values())},
            "description": "The picture.",
        },
        **responses("not-found", "bad-picture", "bad-range", "unavailable"),
    },
)
def image(collection: Collection, id: Id, studio: Here, size: Size = None) -> FileResponse:
    """The work's picture, as a JPEG when a size is asked for."""
    library = studio.library
    found = library.work(collection, id)
    file = library.picture(collection, found)
    if size is None and file.suffix.lower() in MEDIA and file.is_file():
        return FileResponse(file, media_type=MEDIA[file.suffix.lower()], headers={"Cache-Control": KEEP})
    with studio.metrics.timed("thumbnail"):
        name = f"{collection}-{found.sha256[:32] or library.digest(file)}"
        small = library.thumbnails.of(file, name, size or 2048)
    return FileResponse(small, media_type="image/jpeg", headers={"Cache-Control": KEEP})


@router.get(
    "/works/{collection}/{id}/styles",
    response_model=StylesOut,
    responses=responses("not-found", "bad-query", "unavailable"),
)
def styles(
    collection: Collection,
    id: Id,
    studio: Here,
    k: Annotated[int, Query(ge=1, le=MOST, description="So many.")] = 5,
    offset: Annotated[int, Query(ge=0, le=10_000, description="Go on after so many.")] = 0,
) -> StylesOut:
    """The style works nearest in manner to a work."""
    found = studio.library.work(collection, id)
    with studio.metrics.timed("styles"):
        near = studio.library.styles_for(collection, found, k, offset)
    return StylesOut(styles=[views.match(each, "style") for each in near])


def _pairs(filters: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(sorted((column, tuple(values)) for column, values in filters.items()))
