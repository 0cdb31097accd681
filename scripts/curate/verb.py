"""`pentimento curate`: its sub-commands, each in a file of its own."""

import typer

from scripts.curate import classify, clusters, duplicates, health, texts

app = typer.Typer(
    help="Order in a gallery: classes, clusters, duplicates, texts and health.",
    no_args_is_help=True,
    add_completion=False,
)
app.command("classify")(classify.classify)
app.command("clusters")(clusters.clusters)
app.command("duplicates")(duplicates.duplicates)
app.command("undo")(duplicates.undo)
app.command("calibrate")(duplicates.calibrate)
app.command("health")(health.health)
app.command("report")(health.report)
app.command("search")(texts.search)
app.command("best-text")(texts.best_text)
