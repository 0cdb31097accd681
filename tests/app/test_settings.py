"""Settings come from variables and one file, are refused by name, and never tell a key."""

import os
from pathlib import Path

import pytest

from app.settings import Settings
from ground.errors import BadSettings

KEY = "correct-horse-battery"


@pytest.fixture
def toml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "settings.toml"
    monkeypatch.setenv("PENTIMENTO_SETTINGS", str(file))
    return file


def test_the_data_folder_is_the_one_that_every_room_uses() -> None:
    assert Settings.read().data == Path(os.environ["PENTIMENTO_DATA"])


def test_arguments_win_over_variables_and_these_over_the_file(
    toml: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toml.write_text("port = 1\nqueue = 2\nlargest = 333\n")
    monkeypatch.setenv("PENTIMENTO_PORT", "11")
    monkeypatch.setenv("PENTIMENTO_QUEUE", "12")
    found = Settings.read(port=21)
    assert (found.port, found.queue, found.largest) == (21, 12, 333)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour = 1", "there is no setting 'colour'"),
        ("port = 'high'", "the setting 'port' cannot be used"),
        ("port = 70000", "less than or equal to 65535"),
        ("port = ", "cannot be read"),
        ("keys = ['short']", "16 ASCII characters"),
    ],
)
def test_a_bad_file_is_told_in_one_line(toml: Path, text: str, said: str) -> None:
    toml.write_text(text)
    with pytest.raises(BadSettings) as caught:
        Settings.read()
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_named_file_that_is_missing(toml: Path) -> None:
    with pytest.raises(BadSettings, match=str(toml)):
        Settings.read()


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.0.0.53"])
def test_loopback_needs_no_key(host: str) -> None:
    assert Settings.read(host=host).keys == []


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "example.org", "127.0.0.1.example.org"])
def test_beyond_loopback_needs_a_key(host: str) -> None:
    with pytest.raises(BadSettings, match="PENTIMENTO_KEYS"):
        Settings.read(host=host)
    assert Settings.read(host=host, keys=[KEY]).host == host


def test_keys_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENTIMENTO_KEYS", KEY)
    found = Settings.read()
    assert found.keys[0].get_secret_value() == KEY
    assert KEY not in repr(found) + found.model_dump_json()
    monkeypatch.setenv("PENTIMENTO_PORT", "x")
    with pytest.raises(BadSettings) as caught:
        Settings.read()
    assert KEY not in str(caught.value)


def test_several_in_one_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENTIMENTO_HOSTS", "studio.example.org, art.example.org")
    monkeypatch.setenv("PENTIMENTO_KEYS", KEY)
    found = Settings.read()
    assert found.hosts == ["studio.example.org", "art.example.org"]
    assert [key.get_secret_value() for key in found.keys] == [KEY]
