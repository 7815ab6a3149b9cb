"""Each rule is seen to fire, at the right line and column, on its folder of broken data.

A folder rules/<rule-id>/ holds the data (`data/`) and the report on them (`expected.txt`). Data
that are too big or too hostile to lie in a repository are made by a recipe.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from acquis.check import RULES, check
from acquis.finding import Finding
from acquis.load import load
from acquis.report import as_text

FOLDER = Path(__file__).parent / "rules"
LANGUAGES = ("en", "fr")
BLESS = "python3 scripts/bless.py"


def too_big(data: Path) -> None:
    (data / "topics.yaml").write_bytes(b"topics:\n" + b"# nothing but comments\n" * 400_000)


def not_utf_8(data: Path) -> None:
    (data / "topics.yaml").write_bytes("topics:\n  - id: café\n".encode("latin-1"))


def brackets(data: Path) -> None:
    (data / "topics.yaml").write_bytes(b"topics: " + b"[" * 50_000)


def link_out(data: Path) -> None:
    outside = data.parent / "outside.yaml"
    outside.write_text("topics:\n  - id: waste\n    name: Waste\n")
    (data / "topics.yaml").symlink_to(os.path.relpath(outside, data))


RECIPES: dict[str, Callable[[Path], None]] = {
    "file-too-big": too_big,
    "encoding-invalid": not_utf_8,
    "nesting-too-deep": brackets,
    "file-outside": link_out,
}


def found_in(data: Path) -> tuple[list[Finding], str]:
    loaded = load(data, LANGUAGES)
    findings = [*loaded.findings, *check(loaded.corpus)]
    return findings, "\n".join(as_text(findings, loaded.lines)) + "\n"


def test_every_rule_has_a_folder_and_every_folder_a_rule() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids)) > 20
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(ids)


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_the_rule_fires_where_it_should(rule: str, bless: bool, tmp_path: Path) -> None:
    data = FOLDER / rule / "data"
    if rule in RECIPES:
        assert not data.exists(), f"{rule} has both a recipe and a folder of data"
        data = tmp_path / "data"
        data.mkdir()
        RECIPES[rule](data)
    assert any(data.rglob("*.yaml")), f"rules/{rule}/data holds no data"
    findings, report = found_in(data)
    assert rule in {finding.rule for finding in findings}, f"{rule} did not fire:\n{report}"
    compare(report, FOLDER / rule / "expected.txt", bless)


def test_the_reports_say_how_to_mend_what_they_find() -> None:
    for path in FOLDER.glob("*/expected.txt"):
        text = path.read_text(encoding="utf-8")
        assert text.count("\n  fix: ") == text.count("]: ") >= 1, path


def compare(text: str, golden: Path, bless: bool) -> None:
    """Hold a text against its golden file, or write that."""
    if bless:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="\n")
        return
    expected = golden.read_text(encoding="utf-8") if golden.exists() else ""
    if text != expected:
        diff = difflib.unified_diff(
            expected.splitlines(), text.splitlines(), str(golden.name), "now", lineterm=""
        )
        pytest.fail(
            "\n".join((*diff, "", f"if this is right: {BLESS} -k {golden.parent.name}")),
            pytrace=False,
        )
