"""Settings: where the studio keeps things, where it listens, whom it serves and how much it takes on.

Each is a `PENTIMENTO_` variable (PENTIMENTO_PORT=8080), or a line of one TOML file (port = 8080); a variable wins.
The file is the one that PENTIMENTO_SETTINGS names, else `settings.toml` in the platform's configuration folder.
"""

import os
import tomllib
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import platformdirs
from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from ground.errors import BadSettings
from ground.files import data_folder

PREFIX = "PENTIMENTO_"
FILE = "PENTIMENTO_SETTINGS"
LEAST_KEY = 16  # characters: a shorter one could be guessed


def _listed(value: Any) -> Any:
    """Several in one variable are parted by commas."""
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


Names = Annotated[list[str], NoDecode, BeforeValidator(_listed)]


class Settings(BaseSettings):
    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        extra="forbid",
        frozen=True,
        use_attribute_docstrings=True,
        hide_input_in_errors=True,
    )

    data: Path = Field(default_factory=data_folder)
    """The folder for jobs, paintings and caches."""
    indexes: Path = Path(__file__).parent.parent / "indexes" / "embedded"
    """The folder of content/, style/ and joint/ that suggestions are made from."""
    weights: Path | None = None
    """Weights of the painting's network, where neither the bundled ones nor torchvision's are wanted."""
    encoder_weights: Path | None = None
    """Weights of the style index's encoder, where it was built with a file of them."""

    host: str = "127.0.0.1"
    """The address to listen on."""
    port: int = Field(8000, ge=0, le=65535)
    """The port; 0 takes a free one."""
    hosts: Names = []
    """Names that the studio is reached by, besides the address it listens on; `*` for any."""
    origins: Names = []
    """Other sites whose pages may call the studio (CORS), as in https://example.org."""
    keys: Annotated[list[SecretStr], NoDecode, BeforeValidator(_listed)] = []
    """API keys; with any, every call but those of health needs one."""

    executor: Literal["local", "ray"] = "local"
    """Who paints: processes of this machine, or actors of a Ray cluster (see docs/cluster.md)."""
    ray: str = "auto"
    """The cluster's address; auto is that of the node on which the studio runs."""
    ray_cpus: float = Field(1, ge=0)
    """Processors of its node that an actor takes, and paints with."""
    ray_gpus: float = Field(0, ge=0)
    """GPUs of its node that an actor takes."""
    workers: int = Field(1, ge=0, le=64)
    """Paintings that are made at once, each in a process or by an actor of its own; 0 only takes them in."""
    together: int = Field(5, ge=1, le=64)
    """Small paintings of one size and recipe that a worker makes at once, in less time than one by one."""
    queue: int = Field(2000, ge=1)
    """Paintings that may wait or be made, in all."""
    jobs_a_client: int = Field(1000, ge=1)
    """Paintings that may wait or be made for one API key."""
    largest: int = Field(2048, ge=32, le=16384)
    """Longest side, in pixels, of a painting that may be asked for."""
    upload: int = Field(32_000_000, ge=1000)
    """Bytes that a picture sent to the studio may have."""
    seconds: float = Field(3600, gt=0)
    """How long a worker may be busy with one painting."""
    wait: float = Field(120, ge=0)
    """Seconds that text-to-art waits for its painting before it answers with the job."""

    lease: float = Field(15, gt=0)
    """Seconds after which a silent worker is taken for dead."""
    checkpoint: float = Field(5, ge=0)
    """Seconds between checkpoints of a painting."""
    preview: float = Field(0.5, ge=0)
    """Seconds between previews of a painting."""
    retention: float | None = Field(None, gt=0)
    """Days after which ended paintings, and uploads that none is made from, are deleted; unset keeps them for ever."""
    bin: float = Field(1, ge=0)
    """Days for which a deleted painting can be brought back."""
    log_words: bool = False
    """Whether logs may hold titles and descriptions that users typed."""

    @classmethod
    def read(cls, **over: Any) -> Self:
        """From the environment and the file, with what is given over both."""
        try:
            return cls(**over)
        except ValidationError as error:
            raise BadSettings(*_explained(error)) from error

    @field_validator("data", "indexes", "weights", "encoder_weights")
    @classmethod
    def _home(cls, path: Path | None) -> Path | None:
        return path and path.expanduser().absolute()

    @field_validator("keys")
    @classmethod
    def _long_enough(cls, keys: list[SecretStr]) -> list[SecretStr]:
        for key in keys:
            if len(key.get_secret_value()) < LEAST_KEY or not key.get_secret_value().isascii():
                raise ValueError(f"an API key has {LEAST_KEY} ASCII characters or more; make one at random")
        return keys

    @model_validator(mode="after")
    def _is_guarded(self) -> Self:
        if not self.keys and not is_loopback(self.host):
            raise ValueError(
                f"everyone who reaches {self.host} could use the studio; set PENTIMENTO_KEYS, or listen on 127.0.0.1"
            )
        return self

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, _Toml(settings_cls)


class _Toml(PydanticBaseSettingsSource):
    """The file; ours rather than pydantic-settings', which passes over one that is missing or damaged."""

    def get_field_value(self, field: Any, field_name: str) -> tuple[Any, str, bool]:
        raise NotImplementedError

    def __call__(self) -> dict[str, Any]:
        file = settings_file()
        if file is None:
            return {}
        try:
            return tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise BadSettings(f"the settings in {file} cannot be read ({error})", "mend the file") from error


def settings_file(environment: Mapping[str, str] = os.environ) -> Path | None:
    """The TOML file, where there is one; a file that is named must be there."""
    if named := environment.get(FILE):
        return Path(named).expanduser()
    usual = Path(platformdirs.user_config_dir("pentimento")) / "settings.toml"
    return usual if usual.is_file() else None


def is_loopback(host: str) -> bool:
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _explained(error: ValidationError) -> tuple[str, str]:
    """The first fault, with its name as the user wrote it and never with its value: it may be a key."""
    fault = error.errors()[0]
    name = ".".join(map(str, fault["loc"]))
    if fault["type"] == "extra_forbidden":
        return f"there is no setting {name!r}", f"there are {', '.join(Settings.model_fields)}"
    if fault["type"] == "value_error":
        what, _, mend = fault["msg"].removeprefix("Value error, ").partition("; ")
        return what, mend
    return f"the setting {name!r} cannot be used", fault["msg"].lower()
