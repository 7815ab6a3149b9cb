"""`acquis addresses`: new addresses are added, one that is gone is told and nothing is written."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from acquis.cli import main


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: X\nplugins: [acquis]\n")
    (tmp_path / "data").mkdir()
    write(tmp_path, "waste")
    return tmp_path


def write(project: Path, *ids: str) -> None:
    rows = "".join(f"  - {{id: {id_}, name: {id_}}}\n" for id_ in ids)
    (project / "data" / "topics.yaml").write_text(f"topics:\n{rows}")


def run(project: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(
        main, ["addresses", "--config", str(project / "mkdocs.yml"), *arguments]
    )
    return result.exit_code, result.output


def entries(project: Path) -> list[str]:
    lines = (project / "data" / "addresses.txt").read_text().splitlines()
    return [line for line in lines if not line.startswith(";")]


def test_new_addresses_are_told_and_added(project: Path) -> None:
    status, told = run(project)
    assert (status, "topics/waste/" in told) == (1, True)
    assert not (project / "data" / "addresses.txt").exists()
    assert run(project, "--write")[0] == 0
    assert entries(project) == ["topics/waste/"]
    assert run(project)[0] == 0
    write(project, "mercury", "waste")
    assert run(project, "--write")[0] == 0
    assert entries(project) == ["topics/mercury/", "topics/waste/"]


def test_nothing_is_written_while_an_address_is_gone(project: Path) -> None:
    run(project, "--write")
    write(project, "mercury")
    status, told = run(project, "--write")
    assert status == 1
    assert 'no record has the address "topics/waste/" any more' in told
    assert entries(project) == ["topics/waste/"]
