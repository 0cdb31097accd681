"""A model's folder: files of numbers and words, and a sealed manifest that knows every byte of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ground.errors import BadWeights
from ground.files import sha256
from retrieval import sealed

MANIFEST = "model.json"


@dataclass(frozen=True)
class ModelKind:
    """A kind of model: its name in manifests, what people call it, and the command that makes one."""

    name: str
    called: str
    command: str
    version: int = 1

    def seal(self, folder: Path, fields: Mapping[str, Any], files: Sequence[str]) -> None:
        """Write the manifest of a folder that holds these files already."""
        digests = {name: sha256(folder / name) for name in files}
        manifest = {"kind": self.name, **fields, "files": digests, "version": self.version}
        sealed.write(folder / MANIFEST, manifest)

    def opened(self, folder: Path) -> dict[str, Any]:
        """The manifest of a folder every byte of which is the one that was written."""
        manifest = self._manifest(folder)
        for name, digest in manifest["files"].items():
            if not (folder / name).is_file():
                raise BadWeights(f"{folder / name} is missing", self._again)
            if sha256(folder / name) != digest:
                raise BadWeights(
                    f"{folder / name} is damaged (its SHA-256 is not the recorded one)", self._again
                )
        return manifest

    def _manifest(self, folder: Path) -> dict[str, Any]:
        file = folder / MANIFEST
        try:
            manifest = sealed.read(file)
        except (FileNotFoundError, NotADirectoryError) as error:
            raise BadWeights(
                f"there is no {self.called} in {folder}", f"make one with `{self.command}`"
            ) from error
        except (OSError, ValueError) as error:
            raise BadWeights(f"{file} is damaged", self._again) from error
        if manifest.get("kind") != self.name or manifest.get("version") != self.version:
            raise BadWeights(f"{file} is not that of a {self.called} of version {self.version}", self._again)
        return manifest

    @property
    def _again(self) -> str:
        return f"train it again with `{self.command}`"
