"""`pentimento doctor`: the settings as they are, what is well, what is not, and what to do about it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.jobs import Jobs
from app.ray_executor import connected
from app.settings import FILE, PREFIX, Settings, settings_file
from app.studio import SPARE
from ground import weights
from ground.errors import PentimentoError
from retrieval.milvus import TOKEN
from retrieval.search import Search
from scripts import console
from scripts.hardware import hardware
from scripts.options import Json
from style_transfer import Recipe
from style_transfer.backbones import backbone

OTHERS = {FILE, TOKEN}  # variables of ours that are no settings


def doctor(as_json: Json = False) -> int:
    """Check settings, weights, indexes, disk and devices."""
    settings = Settings.read()
    checks = {name: _told(check, settings) for name, check in CHECKS.items()}
    file = settings_file()
    if as_json:
        shown = {"file": str(file) if file else None, "values": settings.model_dump(mode="json")}
        console.print_json({"settings": shown, "machine": hardware(), "checks": checks})
    else:
        _print(settings, file, checks)
    return 0 if all(check["well"] for check in checks.values()) else 1


def _weights(settings: Settings) -> str:
    network = backbone(Recipe.named(), settings.weights)
    bundled = ", ".join(sorted(file.stem for file in weights.BUNDLED.glob("*.safetensors")))
    return f"{network.origin}; bundled: {bundled or 'none'}"


def _indexes(settings: Settings) -> str:
    search = Search.open(settings.indexes, settings.encoder_weights)
    many = f"{len(search.content.works)} contents, {len(search.style.works)} styles"
    return f"{many}, encoded by {search.encoder.name}"


def _disk(settings: Settings) -> str:
    settings.data.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(settings.data).free
    if free < SPARE:
        raise PentimentoError(
            f"only {free // 10**6} MB are free in {settings.data}", "make room, or set PENTIMENTO_DATA"
        )
    return f"{free / 1e9:.1f} GB free in {settings.data}"


def _jobs(settings: Settings) -> str:
    jobs = Jobs(settings.data / "jobs.sqlite")
    try:
        return ", ".join(f"{many} {status}" for status, many in jobs.counts().items())
    finally:
        jobs.close()


def _variables(settings: Settings) -> str:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields} | OTHERS
    unknown = sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known)
    if unknown:
        raise PentimentoError(
            f"{', '.join(unknown)} means nothing", "mend the name; the settings are listed above"
        )
    return "all are known"


def _workers(settings: Settings) -> str:
    if settings.executor == "local":
        return f"{settings.workers}, processes of this machine"
    there = connected(settings.ray).cluster_resources()
    most = int(there.get("CPU", 0) // settings.ray_cpus) if settings.ray_cpus else settings.workers
    if most < settings.workers:
        raise PentimentoError(
            f"the cluster has {there.get('CPU', 0):g} processors, room for {most} of {settings.workers} workers",
            "add nodes, or lower PENTIMENTO_WORKERS or PENTIMENTO_RAY_CPUS",
        )
    return f"{settings.workers}, actors of the Ray cluster at {settings.ray}"


def _device(settings: Settings) -> str:
    return str(hardware()["device"])


CHECKS: dict[str, Callable[[Settings], str]] = {
    "variables": _variables,
    "weights": _weights,
    "indexes": _indexes,
    "disk": _disk,
    "jobs": _jobs,
    "workers": _workers,
    "device": _device,
}


def _told(check: Callable[[Settings], str], settings: Settings) -> dict[str, Any]:
    try:
        return {"well": True, "says": check(settings)}
    except (PentimentoError, OSError) as error:
        return {"well": False, "says": str(error)}


def _print(settings: Settings, file: Path | None, checks: dict[str, dict[str, Any]]) -> None:
    print(f"Settings from {file or 'no file'} and the environment:")
    for name, value in settings.model_dump(mode="json").items():
        print(f"  {PREFIX}{name.upper()} = {value}")
    print()
    for name, check in checks.items():
        print(f"{'well' if check['well'] else 'MEND'}  {name}: {check['says']}")
