"""Paint the embedded galleries: every scene in the manner of a master, and a gallery of manners.

    python -m scripts.paint_gallery --masters MASTERS --out out/galleries [--only ID ...] [--workers 2]

One PNG a work in `contents/` and `styles/`, the same whenever it is painted; what is there already is left alone,
so stop it when you like. MASTERS holds public-domain paintings: `catalogue.csv` (image, title, artist) and
`images/`. `python -m scripts.hang_gallery` makes the galleries of what was painted.
"""

import argparse
import multiprocessing
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

import torch

from ground import canvas
from ground.errors import BadInput
from scripts.atelier import works
from scripts.atelier.works import Made

GALLERIES: dict[str, Callable[[], Iterator[Made]]] = {"contents": works.contents, "styles": works.styles}


def paint_work(gallery: str, id: str, folder: Path, out: Path) -> str:
    """One work, with the note of how it was made."""
    work = next(each for each in GALLERIES[gallery]() if each.id == id)
    canvas.write(file_of(out, gallery, id), work.paint(folder), {"id": id, "made_by": work.made_by})
    return id


def file_of(out: Path, gallery: str, id: str) -> Path:
    return out / gallery / f"{id}.png"


def missing(out: Path, only: list[str]) -> list[tuple[str, str]]:
    """What is still to be painted: gallery and id."""
    every = [(gallery, made.id) for gallery, all_ in GALLERIES.items() for made in all_()]
    unknown = set(only) - {id for _, id in every}
    if unknown:
        raise BadInput(
            f"there is no work {min(unknown)}", "see scenes/catalogue and scripts/atelier/styles.py"
        )
    wanted = [(gallery, id) for gallery, id in every if not only or id in only]
    return [(gallery, id) for gallery, id in wanted if not file_of(out, gallery, id).exists()]


def paint_all(wanted: list[tuple[str, str]], folder: Path, out: Path, workers: int) -> None:
    for gallery in GALLERIES:
        (out / gallery).mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    # One thread a process: more of them, where all cores are taken, only wait for one another.
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, spawn, torch.set_num_threads, (1,)) as pool:
        tasks = [pool.submit(paint_work, gallery, id, folder, out) for gallery, id in wanted]
        for done, task in enumerate(as_completed(tasks), 1):
            took = time.monotonic() - began
            print(f"{done}/{len(wanted)}  {task.result()}  {took:.0f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Paint the embedded galleries.")
    parser.add_argument("--masters", type=Path, required=True, help="folder of public-domain paintings")
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    parser.add_argument("--only", nargs="*", default=[], metavar="ID", help="these works alone")
    parser.add_argument("--workers", type=int, default=2, help="processes, one thread each")
    wanted = parser.parse_args()
    paint_all(missing(wanted.out, wanted.only), wanted.masters, wanted.out, wanted.workers)


if __name__ == "__main__":
    main()
