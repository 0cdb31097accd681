"""`pentimento curate clusters`: which works go together when nobody has said so."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from curation.clusters import METHODS, Clusters, Count, clustered, count, directions
from curation.collection import open_collection
from curation.labels import Labels
from curation.looking import Looked
from curation.maps import KINDS, laid_out
from curation.report import atlas, page
from curation.report.page import Report
from ground.errors import BadInput
from ground.files import replacing
from retrieval.vectors import Matrix
from scripts import console
from scripts.curate import charts, options

TITLES = {"pca": "PCA", "tsne": "t-SNE", "umap": "UMAP"}


def clusters(
    folder: options.Folder,
    *,
    method: Annotated[str, typer.Option(metavar="NAME", help=f"{', '.join(METHODS)}.")] = "kmeans",
    many: Annotated[
        int | None,
        typer.Option(
            "--clusters", metavar="K", help="So many.", show_default="what the silhouette says", min=1
        ),
    ] = None,
    maps: Annotated[str, typer.Option(metavar="A,B", help=f"The maps: {', '.join(KINDS)}.")] = "tsne,pca",
    label: Annotated[
        str,
        typer.Option(metavar="COLUMN", help="Compare with the classes in this column.", show_default=False),
    ] = "",
    encoder: options.EncoderName = options.ENCODER,
    weights: options.Weights = None,
    out: options.Out = None,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Group the works, compare the groups with labels if there are any, and draw maps."""
    kinds = [kind.strip() for kind in maps.split(",") if kind.strip()]
    unknown = sorted(set(kinds) - set(KINDS))
    if unknown or method not in METHODS:
        wrong, there = (unknown[0], KINDS) if unknown else (method, METHODS)
        raise BadInput(f"there is no {wrong!r}", f"there are {', '.join(there)}")
    gallery = open_collection(folder)
    if label:
        Labels.read(gallery.works, label)
    with options.working(quiet) as told:
        looked, vectors = options.seen(folder, gallery, encoder, weights, told)
        points = directions(vectors)
        told("counting clusters", 0, 1)
        number = count(points) if many is None else None
        found = clustered(points, method, many or (number.best if number and method != "hdbscan" else None))
        labels = Labels.read(looked.works, label) if label else None
        places = {kind: laid_out(points, kind) for kind in (kinds if out else ())}
        if out is not None:
            told("drawing maps", 0, 1)
            _draw(out, looked, found, number, labels, places)
    document = _document(looked, found, number, labels)
    if out is not None:
        _write(out, document)
    if as_json:
        console.print_json(document)
    else:
        print("\n".join(_sentences(found, number, document.get("against_labels"), out)))


def _document(looked: Looked, found: Clusters, number: Count | None, labels: Labels | None) -> dict[str, Any]:
    return {
        "method": found.method,
        "clusters": found.many,
        "of_none": int((found.of < 0).sum()),
        "count": None if number is None else number.as_json(),
        "against_labels": None if labels is None else found.against(labels),
        "works": [
            {"work": work.id, "cluster": int(of)} for work, of in zip(looked.works, found.of, strict=True)
        ],
        "unreadable": looked.faults,
    }


def _write(out: Path, document: dict[str, Any]) -> None:
    with replacing(out / "clusters.json") as part:
        part.write_text(json.dumps(document, ensure_ascii=False, indent=2), encoding="utf-8")
    with replacing(out / "clusters.csv") as part, part.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["work", "cluster"])
        rows.writerows([each["work"], each["cluster"]] for each in document["works"])


def _draw(
    out: Path,
    looked: Looked,
    found: Clusters,
    number: Count | None,
    labels: Labels | None,
    places: dict[str, Matrix],
) -> None:
    out.mkdir(parents=True, exist_ok=True)
    if number is not None:
        charts.count(number, out / "count.png")
    names = [f"{each + 1}" for each in range(found.many)]
    for kind, place in places.items():
        title = f"{TITLES[kind]}, {found.method}, {found.many} clusters"
        charts.scatter(place, found.of, names, title, out / f"{kind}.png")
        if labels is not None:
            charts.scatter(
                place, labels.of, labels.names, f"{TITLES[kind]}, labels", out / f"{kind}-labels.png"
            )
    if places:
        _map(looked, found, labels, places).write(out / "map.html")


def _map(looked: Looked, found: Clusters, labels: Labels | None, places: dict[str, Matrix]) -> Report:
    rows = atlas.sampled(len(looked)).tolist()
    drawn = atlas.atlas([looked.gallery.picture(looked.works[row]) for row in rows])
    maps = {TITLES[kind]: place[rows] for kind, place in places.items()}
    named: Sequence[str] = ()
    if labels is not None:
        named = [labels.names[of] if of >= 0 else "" for of in labels.of[rows]]
    works = [looked.works[row] for row in rows]
    told = atlas.told(works, drawn, page.address(drawn.sheet), maps, found.of[rows], named)
    sums = [("works", f"{len(looked):,}"), ("clusters", f"{found.many:,}")]
    sums += [("of none", f"{(found.of < 0).sum():,}")] if (found.of < 0).any() else []
    note = "What looks alike lies together." + (
        f" {len(rows):,} works are shown." if len(rows) < len(looked) else ""
    )
    return Report(looked.gallery.folder.resolve().name, sums, map=told, map_note=note)


def _sentences(found: Clusters, number: Count | None, against: Any, out: Path | None) -> list[str]:
    lines = [f"{found.method}: {found.many} clusters, {int((found.of < 0).sum())} works of none"]
    if number is not None:
        elbow = "none" if number.elbow is None else str(number.elbow)
        lines.append(f"  how many: {number.best} by silhouette, {elbow} by the elbow")
    if against:
        lines.append(f"  beside the labels: ARI {against['ari']:.3f}, V-measure {against['v_measure']:.3f}")
    return [*lines, *([f"Maps and tables: {out}"] if out else [])]
