"""The examples configure other bodies with data alone, and hold no texts."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = sorted(path.parent for path in ROOT.glob("examples/*/mkdocs.yml"))


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.name)
def example(request, tmp_path, monkeypatch) -> Path:
    """A copy of an example where its folder would be, without what was imported there."""
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    copy = tmp_path / "examples" / request.param.name
    shutil.copytree(
        request.param,
        copy,
        ignore=shutil.ignore_patterns(
            *("site", ".cache", "decisions", "documents", "meetings", "translations", "imports.txt")
        ),
    )
    monkeypatch.chdir(copy)
    return copy


def test_there_are_examples() -> None:
    assert "general-assembly" in {path.name for path in EXAMPLES}


def test_an_example_is_without_findings(run, example) -> None:
    assert run("check", "--fail-on", "notice").stdout == "no findings\n"
    assert "mkdocs build" in (example / "README.md").read_text(encoding="utf-8")


def test_an_example_holds_no_texts() -> None:
    command = ["git", "ls-files", "examples"]
    known = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert not [name for name in known.stdout.splitlines() if "/data/decisions" in name]


def test_a_resolution_finds_its_session(run, akn, tmp_path, monkeypatch) -> None:
    shutil.copytree(ROOT / "examples" / "general-assembly" / "data", tmp_path / "data")
    shutil.rmtree(tmp_path / "data" / "decisions", ignore_errors=True)
    (tmp_path / "mkdocs.yml").write_text("plugins: [acquis]\n")
    monkeypatch.chdir(tmp_path)
    for name, symbol in (("a", "A/RES/99/1"), ("b", "A/RES/99/2 B"), ("c", "A/RES/99/3 A-C")):
        (tmp_path / f"{name}.xml").write_bytes(akn(symbol=symbol))
    run("import", "a.xml", "b.xml", "c.xml")
    assert (tmp_path / "data/meetings/general-assembly-99.yaml").is_file()
    assert "meeting: general-assembly-99" in (
        tmp_path / "data/decisions/a-res-99-3-a-c.yaml"
    ).read_text(encoding="utf-8")
    assert "error[" not in run("check").stdout
