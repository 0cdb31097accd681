"""The verbs of the command `pentimento`, listed here and imported only when they are called."""

from importlib import import_module
from typing import Any

# verb: (where its function or its typer.Typer is, what it does in one line)
VERBS = {
    "paint": ("scripts.paint:paint", "Paint a picture from two others, or from words."),
    "recipes": ("scripts.recipes:recipes", "List the recipes, and what can be changed in them."),
    "gallery": ("scripts.gallery:app", "Import, check, clean and split galleries."),
    "index": ("scripts.index:index", "Build an index of a gallery, or change one."),
    "train": ("scripts.train:train", "Learn a joint space of words and pictures from a gallery."),
    "evaluate": ("scripts.evaluate:evaluate", "Judge a joint space by the works of a gallery."),
    "suggest": ("scripts.suggest:suggest", "Suggest paintings for a title and a description."),
    "batch": (
        "scripts.batch.verb:batch",
        "Paint every row of a file of words; resumable, on one machine or many.",
    ),
    "describe": ("scripts.describe:describe", "Describe pictures, or a gallery's undescribed works."),
    "caption": ("scripts.caption:app", "Learn to describe pictures, and judge it."),
    "curate": (
        "scripts.curate.verb:app",
        "Order in a gallery: classes, duplicates, clusters, texts, health.",
    ),
    "serve": ("scripts.serve:serve", "Serve the studio over HTTP."),
    "doctor": ("scripts.doctor:doctor", "Check settings, weights, indexes, disk and devices."),
    "bench": ("scripts.bench.verb:bench", "Measure the figures that the documents quote."),
}


def command(verb: str) -> Any:
    import typer

    module, _, name = VERBS[verb][0].partition(":")
    found = getattr(import_module(module), name)
    if isinstance(found, typer.Typer):
        return typer.main.get_command(found)
    app = typer.Typer(add_completion=False)
    app.command(verb)(found)
    return typer.main.get_command(app)
