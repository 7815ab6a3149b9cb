"""The address of a rule's entry, as findings give it: it is there, whichever form it has."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from acquis.check import RULES
from acquis.cli.reference import PAGE, entries
from acquis.load.rules import RULES as LOADING

ROOT = Path(__file__).resolve().parents[3]
Run = Callable[..., Result]


@pytest.fixture
def broken(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA"):
        monkeypatch.delenv(name, raising=False)
    (project / "data" / "more.yaml").write_text(
        "decisions:\n  - {symbol: L/6/2, meeting: lakes-66, status: listed}\n", encoding="utf-8"
    )
    (project / PAGE).parent.mkdir(parents=True)
    (project / PAGE).write_text("# Rules\n", encoding="utf-8")
    return project


def publish(project: Path) -> None:
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(re.sub("site_url: .*", "site_url: https://x.example/s", text))


def test_the_file_where_nothing_else_is_known(broken: Path, run: Run) -> None:
    told = run("check", status=1).stdout
    assert "\n  see: docs/reference/rules.md#meeting-unknown\n" in told


def test_the_published_site(broken: Path, run: Run) -> None:
    publish(broken)
    address = "https://x.example/s/reference/rules/#meeting-unknown"
    assert f"\n  see: {address}\n" in run("check", status=1).stdout
    (found,) = json.loads(run("check", "--format", "json", status=1).stdout)["findings"]
    assert found["see"] == address


def test_the_repository_in_a_workflow(
    broken: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://github.example")
    monkeypatch.setenv("GITHUB_REPOSITORY", "a/b")
    monkeypatch.setenv("GITHUB_SHA", "c0ffee")
    address = "https://github.example/a/b/blob/c0ffee/docs/reference/rules.md#meeting-unknown"
    summary = broken / "summary.md"
    told = run("check", "--format", "github", "--summary", str(summary), status=1).stdout
    assert f"%0Asee: {address}" in told
    assert f"](<{address}>)" in summary.read_text(encoding="utf-8")


def test_none_where_there_is_no_reference(broken: Path, run: Run) -> None:
    (broken / PAGE).unlink()
    publish(broken)
    assert "see:" not in run("check", status=1).stdout


def test_every_rule_has_its_entry_there() -> None:
    headings = re.findall("^### (.*)", (ROOT / PAGE).read_text(encoding="utf-8"), re.MULTILINE)
    rules = {rule.id for rule in (*RULES, *LOADING)}
    assert len(rules) > 50
    assert rules == set(headings)
    assert entries(ROOT / "mkdocs.yml", {})("meeting-unknown").endswith("rules.md#meeting-unknown")
