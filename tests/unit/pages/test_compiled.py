"""Compiled templates: taken where nothing changed, compiled anew where anything did."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from acquis.pages.compiled import Compiled, pycache

Says = Callable[..., str]


@pytest.fixture(autouse=True)
def _written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that were compiled."""
    names: list[str] = []
    compile_ = Environment.compile

    def noted(self: Environment, source: str, name: str, *more: object) -> object:
        names.append(name)
        return compile_(self, source, name, *more)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", noted)
    return names


@pytest.fixture
def says(tmp_path: Path, compiled: list[str]) -> Says:
    """What the template says in a process that begins now."""
    (tmp_path / "a.html").write_text("Hello, {{ name }}")

    def said(options: str = "", folder: Path | None = tmp_path / "kept") -> str:
        loader = FileSystemLoader(tmp_path)
        environment = Environment(
            loader=loader, autoescape=True, bytecode_cache=Compiled(options, folder)
        )
        return environment.get_template("a.html").render(name="world")

    return said


def files(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "kept").iterdir()) if (tmp_path / "kept").is_dir() else []


def test_a_template_is_compiled_once(tmp_path: Path, says: Says, compiled: list[str]) -> None:
    assert [says(), says()] == ["Hello, world"] * 2
    assert compiled == ["a.html"]
    assert len(files(tmp_path)) == 1


def test_one_that_changed_is_compiled_again(
    tmp_path: Path, says: Says, compiled: list[str]
) -> None:
    says()
    (tmp_path / "a.html").write_text("Bye, {{ name }}")
    assert [says(), says()] == ["Bye, world"] * 2
    assert compiled == ["a.html"] * 2
    assert len(files(tmp_path)) == 1


def test_for_other_options_it_is_compiled_again(
    tmp_path: Path, says: Says, compiled: list[str]
) -> None:
    says()
    assert says("others") == "Hello, world"
    assert compiled == ["a.html"] * 2
    assert len(files(tmp_path)) == 1


@pytest.mark.parametrize("keep", [0, 5, 30, 60, -1])
def test_what_is_broken_is_not_taken(
    tmp_path: Path, says: Says, compiled: list[str], keep: int
) -> None:
    says()
    (file,) = files(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(whole[:keep])
    assert says() == "Hello, world"
    assert file.read_bytes() == whole
    file.write_bytes(whole[:keep] + b"!!" + whole[keep:][2:] if keep < 60 else whole)
    assert says() == "Hello, world"


def test_nothing_is_written_where_python_is_not_to(
    tmp_path: Path, says: Says, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    says()
    assert files(tmp_path) == []
    assert says(folder=None) == "Hello, world"
    assert len(compiled) == 2


def test_where_nothing_can_be_written_it_is_compiled_again(
    tmp_path: Path, says: Says, compiled: list[str]
) -> None:
    (tmp_path / "kept").write_text("no folder")
    assert [says(), says()] == ["Hello, world"] * 2
    assert compiled == ["a.html"] * 2


def test_it_is_kept_beside_what_python_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = pycache()
    assert kept is not None
    assert kept.name == "__pycache__" or sys.pycache_prefix
    monkeypatch.setattr(sys.implementation, "cache_tag", None)
    assert pycache() is None
