"""The printed page: the text alone, footnotes where they belong, numbered pages."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import Open
from playwright.sync_api import expect

DRAFT = "decisions/mc-6-draft-cooperation-brs/"


def printed(visit: Open, address: str, path: Path, size: str = "A4") -> list[str]:
    """The words of each page of the print of an address."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is needed to read what was printed (Debian: poppler-utils)")
    page = visit("own" if "mc-6" in address else "golden", address)
    page.pdf(path=path, format=size, prefer_css_page_size=False)
    done = subprocess.run(
        [program, "-layout", path, "-"], check=True, capture_output=True, text=True, timeout=60
    )
    return done.stdout.split("\f")[:-1]


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_decision(visit: Open, tmp_path: Path, size: str) -> None:
    pages = printed(visit, DRAFT, tmp_path / "print.pdf", size)
    words = re.sub(r"\s+", " ", " ".join(pages))
    assert 1 < len(pages) < 6
    assert "Requests the Executive Secretary:" in words
    assert "Ibid., annex II." in words
    for left_out in ("Skip to content", "Copy citation", "Menu", "Dark colours"):
        assert left_out not in words
    for number, page in enumerate(pages, 1):
        assert re.search(rf"\b{number}\b", page.strip().split("\n")[-1]), page[-300:]


@pytest.mark.parametrize("address", ["decisions/hc-1-1/", "ar/decisions/hc-1-1/"])
def test_the_symbol_stands_at_the_head_of_every_page(
    visit: Open, tmp_path: Path, address: str
) -> None:
    pages = printed(visit, address, tmp_path / "print.pdf")
    assert len(pages) > 1
    for page in pages:
        first = re.sub("[\u202a-\u202e]", "", page.split("\n")[0])  # marks of direction
        assert first.strip() == "HC-1/1"
        assert first.startswith("  ") is not address.startswith("ar/")  # where lines end


def test_a_number_stands_with_its_paragraph(visit: Open, tmp_path: Path) -> None:
    text = "\n".join(printed(visit, "decisions/hc-1-1/", tmp_path / "print.pdf"))
    assert re.search(r"^ *1\. +Decides to keep the buoy", text, re.MULTILINE)
    assert re.search(r"^ *\(ii\) +Boats:", text, re.MULTILINE)


def test_on_paper_the_frame_is_gone(visit: Open) -> None:
    page = visit("own", DRAFT)
    page.locator(".notes-aside").wait_for()
    page.emulate_media(media="print")
    for part in (".site-header", ".site-footer", ".page__contents", ".skip", ".neighbours"):
        for one in page.locator(part).all():
            expect(one).to_be_hidden()
    note, text = page.locator("#fn-3"), page.locator(".official-text")
    assert note.evaluate("one => getComputedStyle(one).position") == "static"
    assert _right(note) <= _right(text) + 1
    for part in ("h1", "#para-1 > p", "#para-1 .number", "#fn-3 > p"):
        expect(page.locator(part)).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")


def test_dark_colours_are_not_printed(visit: Open) -> None:
    page = visit("own", DRAFT, color_scheme="dark")
    page.emulate_media(media="print")
    expect(page.locator("#para-1 > p")).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")


def _right(locator) -> float:
    box = locator.bounding_box()
    assert box is not None
    return box["x"] + box["width"]
