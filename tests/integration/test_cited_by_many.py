"""A text that hundreds cite: its page stays small, nothing is lost, and the build stays quick."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from rivers import RIVERS

from acquis import settings
from acquis.pages.page import Page
from acquis.pages.paging import ROWS
from acquis.site import generation

CONVENTIONS = f"""{RIVERS}
meetings:
  - {{id: rivers-cop-1, name: First, bodies: [rivers-cop]}}
  - {{id: rivers-cop-2, name: Second, bodies: [rivers-cop]}}
"""
CITED = "decisions/1-ra-1/"
#: Where each text cites it.
PARTS = ("preamble-1", "para-1")

Build = Callable[..., tuple[dict[str, Page], float]]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Makes the pages of a text and of so many that cite what is given, in how many seconds."""

    def pages(many: int, cited: str) -> tuple[dict[str, Page], float]:
        project = tmp_path_factory.mktemp("project")
        (project / "mkdocs.yml").write_text(
            "site_name: Rivers\nsite_url: https://rivers.example/\nplugins: [acquis]\n"
        )
        (project / "data").mkdir()
        (project / "data" / "conventions.yaml").write_text(CONVENTIONS)
        _write(project / "data" / "decisions.yaml", many, cited)
        start = time.process_time()
        made = generation.generate(settings.read(project / "mkdocs.yml"))
        assert not made.broken, [str(finding) for finding in made.findings]
        found = {one.address: one for one in made.make() if isinstance(one, Page)}
        return found, time.process_time() - start

    return pages


TEXT = """
  - symbol: 1/RA.1
    title: Cooperation
    adopted: 2001-05-01
    operative: [One., Two., Three.]
"""
CITING = """
  - symbol: {number}/RA.2
    title: Follow-up {number}
    adopted: 2003-05-01
    preamble: ["Recalling decision {cited},"]
    operative: [Acts upon paragraph 2 of decision {cited};]
"""


def _write(path: Path, many: int, cited: str) -> None:
    citing = [CITING.format(number=number, cited=cited) for number in range(1, many + 1)]
    path.write_text(f"decisions:{TEXT}{''.join(citing)}")


@pytest.fixture(scope="module")
def hundreds(build: Build) -> tuple[dict[str, Page], float]:
    return build(300, "1/RA.1")


def test_its_own_page_stays_as_it_is_with_fewer(build: Build, hundreds) -> None:
    fewer, _ = build(30, "1/RA.1")
    few, many = (len(pages[CITED].content) for pages in (fewer, hundreds[0]))
    assert few * 0.9 < many < few * 1.1


def test_all_that_cites_it_stands_on_pages_of_bounded_length(hundreds) -> None:
    pages, _ = hundreds
    places: list[str] = []
    leaves = [one for address, one in pages.items() if address.startswith(f"{CITED}cited/")]
    for leaf in leaves:
        links = html.fromstring(leaf.content).xpath("//a[contains(@href, '-ra-2/#')]/@href")
        shown = {link.rpartition("decisions/")[2].lstrip("./") for link in links}
        assert 0 < len(shown) <= ROWS
        places += shown
    assert len(leaves) == 600 / ROWS
    wanted = [f"{number}-ra-2/#{part}" for number in range(1, 301) for part in PARTS]
    assert sorted(places) == sorted(wanted)


def test_no_page_grows_with_the_number_of_texts_that_cite(hundreds) -> None:
    longest = max(hundreds[0].values(), key=lambda page: len(page.content))
    assert len(longest.content) < 100_000, longest.address


def test_the_build_takes_about_as_long_as_where_each_cites_another(build: Build, hundreds) -> None:
    _, each = build(300, "7/RA.3")
    assert hundreds[1] < 2.5 * each
