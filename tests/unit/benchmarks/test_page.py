"""The page of figures tells what was measured, and nothing of the machine but what it is like."""

import socket
from pathlib import Path

import pytest

from benchmarks.building import COLD, EACH, EDIT, GROWTH, INDEX, INDEXING, PAGES, WARM
from benchmarks.contestants import ACQUIS, FLOOR, HUGO, ORDINARY
from benchmarks.measure import Asked, Figure
from benchmarks.page import write_page
from benchmarks.preview import IN_BROWSER, ON_DISK


def of(tool: str, texts: int, cold: float, warm: float | None = None) -> list[Figure]:
    pages = (2.0 if tool == ACQUIS else 1.0) * texts
    found = [
        Figure(COLD, "s", (cold,), tool=tool, texts=texts),
        Figure(EACH, "ms", (1000 * cold / pages,), tool=tool, texts=texts),
        Figure(PAGES, "", (pages,), tool=tool, texts=texts),
    ]
    if warm is not None:
        found += [Figure(name, "s", (warm,), tool=tool, texts=texts) for name in (WARM, EDIT)]
    return found


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    figures = [
        Figure(COLD, "s", (0.5,), tool=FLOOR, texts=1000),
        *of(ACQUIS, 1000, 8, 1.5),
        *of(ORDINARY, 1000, 20, 20),
        *of(HUGO, 1000, 2, 2),
        Figure(COLD, "s", (8,), ORDINARY, (20,), 0.1, tool=ACQUIS, texts=1000),
        Figure(COLD, "s", (0.5,), tool=FLOOR, texts=4000),
        *of(ACQUIS, 4000, 32, 4),
        *of(ORDINARY, 4000, 80),
        Figure(ON_DISK, "ms", (90, 120, 100), limit=150, tool=ACQUIS, texts=1000),
        Figure(IN_BROWSER, "ms", (500, 400, 900), limit=700, tool=ACQUIS, texts=1000),
        Figure(GROWTH, "", (1.0,), limit=1.05, tool=ACQUIS, texts=4000),
        Figure(INDEXING, "s", (12.5,), tool=ACQUIS, texts=1000),
        Figure(INDEX, "MB", (30,), tool=ACQUIS, texts=1000),
    ]
    path = tmp_path_factory.mktemp("page") / "benchmarks.md"
    asked = Asked(path.parent, 3, (1000, 4000), patience=100)
    write_page(path, figures, asked)
    return path.read_text(encoding="utf-8")


def test_has_a_table_for_each_number_of_texts(page: str) -> None:
    first, second = page.split("## 1,000 texts")[1].split("## 4,000 texts")
    assert "| Acquis | 8 s | 1.5 s | 1.5 s | – | – | 2,000 | – | – |" in first
    assert "| MkDocs with Material | 20 s | 20 s | 20 s |" in first
    assert "| MkDocs with Material | 80 s | – | – |" in second
    assert "| Hugo |" not in second.split("## An edit")[0]
    assert "Left out here, since it would take too long: Hugo." in second
    assert "Left out here" not in first


def test_tells_from_how_many_texts_to_how_many_the_time_grows(page: str) -> None:
    assert "grows by a power of 1 (Acquis, from 1,000 to 4,000);" in page


def test_tells_where_it_is_slower_and_where_faster(page: str) -> None:
    assert "Acquis takes 4 times as long as Hugo" in page
    assert "MkDocs with Material takes 2.5 times as long as Acquis" in page
    assert "Acquis takes 8 ms a text and 4 ms a page" in page
    by_page = page.split("For a page, ")[1]
    assert by_page.startswith("MkDocs with Material takes 5 times as long as Acquis")


def test_tells_what_is_aimed_at_and_not_kept(page: str) -> None:
    aims = page.split("## What is aimed at")[1]
    assert "| 0.4 times | at most 0.1 times that of MkDocs with Material | **not kept** |" in aims
    assert "| 100 ms | at most 150 ms | kept |" in aims
    assert "| 500 ms | at most 700 ms | kept |" in aims


def test_tells_how_it_is_made(page: str) -> None:
    command = "building --texts 1000,4000 --runs 3 --patience 100 --page docs/benchmarks.md"
    assert f"`python3 scripts/bench.py {command}`" in page
    assert "hugo 0." in page
    assert "median of 3 runs" in page


def test_names_no_machine_and_no_folder(page: str) -> None:
    assert socket.gethostname() not in page
    assert str(Path.cwd()) not in page
    assert not any(word.startswith("/") for word in page.split())


def test_every_table_has_as_many_cells_in_each_row(page: str) -> None:
    tables = [block for block in page.split("\n\n") if block.startswith("| ")]
    assert len(tables) == 4
    for table in tables:
        assert len({line.count("|") for line in table.strip().split("\n")}) == 1
