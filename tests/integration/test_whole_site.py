"""Whole sites, built by MkDocs: no dead link under a sub-path, every word of every text, the same
bytes in both ways of building, nothing asked of another host."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from commands import run
from official import from_page, from_yaml

from acquis.symbol import slug

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests" / "golden" / "site" / "project"


def build(project: Path, *arguments: str) -> Path:
    """Build a project with MkDocs, as its command does; the site's folder."""
    address = "https://harbours.example/acquis/"
    run(project, "mkdocs", "build", *arguments, timeout=300, SITE_URL=address)
    return project / "site"


def links(site: Path, tmp_path: Path) -> None:
    """No link and no fragment is dead where the site lies under /acquis/."""
    below = tmp_path / "host"
    shutil.copytree(site, below / "acquis")
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lychee")), "--offline", "--include-fragments",
            "--index-files",
            "index.html", "--no-progress", "--root-dir", below,
         str(below / "acquis" / "**" / "*.html")],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    counted = re.search(r"(\d+) Total", done.stdout)
    assert counted
    assert int(counted[1]) > 100


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("golden") / "project"
    shutil.copytree(GOLDEN, project)
    config = project / "mkdocs.yml"
    config.write_text(config.read_text().replace("decisions-site/", "acquis/"))
    build(project)
    return project


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("own") / "project"
    project.mkdir()
    for name in ("data", "docs", "templates", "mkdocs.yml"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, project / name)
    build(project, "--strict")
    return project


@pytest.mark.parametrize("project", ["golden", "own"])
def test_no_link_is_dead(project: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    links(request.getfixturevalue(project) / "site", tmp_path)


def test_filling_gives_the_bytes_of_the_ordinary_way(golden: Path, tmp_path: Path) -> None:
    other = tmp_path / "project"
    shutil.copytree(golden, other, ignore=shutil.ignore_patterns("site", ".*"))
    config = other / "mkdocs.yml"
    config.write_text(config.read_text().replace("  - acquis:", "  - acquis:\n      fill: false"))
    rendered = files(build(other))
    filled = files(golden / "site")
    assert filled.keys() == rendered.keys()
    assert [name for name in filled if filled[name] != rendered[name]] == []


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("project", ["golden", "own"])
def test_every_official_text_has_the_words_of_its_yaml(
    project: str, request: pytest.FixtureRequest
) -> None:
    folder = request.getfixturevalue(project)
    read = 0
    for record in yaml.safe_load((folder / "data" / "decisions.yaml").read_text())["decisions"]:
        if record.get("status") == "listed":
            continue
        symbol = record.get("symbol", "")
        name = record.get("id") or slug(symbol)
        page = folder / "site" / "decisions" / name / "index.html"
        opening = "The Assembly" if "(X)" in symbol else "The Conference of the Parties"
        words = " ".join(from_yaml(record, opening)).split()
        assert from_page(page.read_bytes()).split() == words, name
        read += 1
    assert read


@pytest.mark.parametrize("project", ["golden", "own"])
def test_nothing_is_asked_of_another_host(project: str, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(project) / "site"
    asked = re.compile(
        rb"""<(?:script|img|iframe|source|link(?![^>]*rel="(?:canonical|alternate)"))"""
        rb"""[^>]*(?:src|href)=["']?(?:https?:)?//[^"'> ]*"""
        rb"""|url\(["']?(?:https?:)?//|@import"""
    )
    wrong = [
        (path.name, match[0][:120])
        for path in site.rglob("*")
        if path.suffix in (".html", ".css")
        for match in asked.finditer(path.read_bytes())
    ]
    assert wrong == []


def test_hostile_words_are_text_everywhere(golden: Path) -> None:
    page = (golden / "site" / "decisions" / "hc-1-2" / "index.html").read_text()
    assert "<script>alert" not in page
    assert "{{ 7*7 }}" in page
    assert "{{ 7 * 7 }} {% raw %} [x](javascript:alert(1))" in page
    assert 'href="javascript' not in page
