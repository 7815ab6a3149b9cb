"""The layout: where the main parts of a text's page stand, and how large they are."""

from itertools import pairwise
from typing import Any

import pytest
from conftest import Open
from playwright.sync_api import Page

DRAFT = "decisions/mc-6-draft-cooperation-brs/"
PILOTAGE = "decisions/hc-1-1/"

BOXES = """selectors => Object.fromEntries(Object.entries(selectors).map(([name, selector]) => {
  const found = document.querySelector(selector);
  if (!found?.checkVisibility()) return [name, null];
  const {left, right, top, bottom, width, height} = found.getBoundingClientRect();
  return [name, {left, right, top: top + scrollY, bottom: bottom + scrollY, width, height}];
}))"""

# The letters of each line but the last of a paragraph, as it is set.
LINES = """paragraph => {
  const lines = new Map();
  const range = document.createRange();
  const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    if (walk.currentNode.parentElement.closest('.number, .self, sup')) continue;
    for (let at = 0; at < walk.currentNode.length; at++) {
      range.setStart(walk.currentNode, at);
      range.setEnd(walk.currentNode, at + 1);
      const box = range.getClientRects()[0];
      if (!box) continue;
      const line = Math.round(box.bottom / 8);
      lines.set(line, (lines.get(line) ?? 0) + 1);
    }
  }
  return [...lines.values()].slice(0, -1);
}"""


def boxes(page: Page, **selectors: str) -> dict[str, Any]:
    """Where the first element of each selector stands on the page; None where it is not shown."""
    found: dict[str, Any] = page.evaluate(BOXES, selectors)
    return found


def parts(page: Page) -> dict[str, Any]:
    return boxes(
        page,
        header=".site-header",
        nav=".site-nav",
        menu=".site-menu > summary",
        contents=".page__contents .contents",
        contents_menu=".contents-menu > summary",
        symbol="header.record .symbol",
        title="h1",
        facts="dl.facts",
        text=".official-text",
        words=".preamble > .unit > p",
        footnotes=".footnotes",
        around=".around",
        footer=".site-footer",
    )


def at_width(visit: Open, site: str, address: str, width: int) -> Page:
    page = visit(site, address, viewport={"width": width, "height": 900})
    page.evaluate("document.fonts.ready")
    return page


def in_its_own_font(page: Page, selector: str) -> None:
    """Visit again until the text is set in the site's font, which may have come late."""
    session = page.context.new_cdp_session(page)
    for _ in range(5):
        for domain in ("DOM", "CSS"):
            session.send(f"{domain}.enable")
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})
        used = session.send("CSS.getPlatformFontsForNode", {"nodeId": node["nodeId"]})["fonts"]
        if all(font["familyName"].startswith("Source Serif 4") for font in used):
            return
        page.reload()
    raise AssertionError(f"the text is set in {used}")


@pytest.mark.parametrize(("width", "least", "most"), [(1440, 60, 75), (768, 60, 75), (360, 30, 45)])
def test_the_measure(visit: Open, width: int, least: int, most: int) -> None:
    page = at_width(visit, "own", DRAFT, width)
    in_its_own_font(page, "#preamble-1 > p")
    lines = page.locator("#preamble-1 > p").evaluate(LINES)
    assert len(lines) >= 4
    assert least <= sum(lines) / len(lines) <= most


def test_a_wide_screen(visit: Open) -> None:
    page = at_width(visit, "golden", PILOTAGE, 1440)
    found = parts(page)
    assert found["menu"] is found["contents_menu"] is None
    assert found["contents"]["right"] < found["text"]["left"]
    assert found["contents"]["width"] > 150
    assert found["header"]["height"] < 90
    # One above the other, with room between them, on one line at the start.
    order = ["header", "symbol", "title", "facts", "text", "around", "footer"]
    for above, below in pairwise(order):
        assert found[above]["bottom"] <= found[below]["top"], (above, below)
    assert found["text"]["top"] - found["facts"]["bottom"] >= 24
    starts = {round(found[name]["left"]) for name in ("symbol", "title", "facts", "words")}
    assert len(starts) == 1, starts
    assert found["text"]["top"] < 700, "the text begins on the first screen"


@pytest.mark.parametrize("width", [1440, 768, 360])
def test_numbers_hang_at_the_left_of_the_text(visit: Open, width: int) -> None:
    page = at_width(visit, "golden", PILOTAGE, width)
    for unit in ("para-1", "para-2", "para-2-bis", "para-2-b", "para-2-b-ii", "annex-1-para-1"):
        found = boxes(page, number=f"#{unit} > p > .number", words=f"#{unit} > p")
        number, words = found["number"], found["words"]
        assert abs(number["top"] - words["top"]) < 6, unit
        assert number["left"] < words["left"] - 10, unit
    depth = [f"#{unit} > p" for unit in ("para-2", "para-2-b", "para-2-b-ii", "para-2-b-ii-b")]
    places = [boxes(page, words=selector)["words"]["left"] for selector in depth]
    steps = [after - before for before, after in pairwise(places)]
    assert all(24 <= step <= 48 for step in steps), steps


# Where the words of a unit begin on its first line, behind its number.
FIRST_WORDS = """paragraph => {
  const words = document.createRange();
  words.setStartAfter(paragraph.querySelector('.number'));
  words.setEndAfter(paragraph.lastChild);
  return [...words.getClientRects()].find(({width}) => width > 1).left;
}"""


@pytest.mark.parametrize("width", [1440, 768])
def test_a_long_number_does_not_move_the_words(visit: Open, width: int) -> None:
    page = at_width(visit, "golden", PILOTAGE, width)
    page.locator("#para-2-bis > p > .number").evaluate("one => one.append('bis quater')")
    first, long = (
        page.locator(f"#{unit} > p").evaluate(FIRST_WORDS) for unit in ("para-2", "para-2-bis")
    )
    assert abs(first - long) < 1


@pytest.mark.parametrize("width", [1440, 768, 360])
def test_numbers_hang_at_the_right_of_an_arabic_text(visit: Open, width: int) -> None:
    page = at_width(visit, "golden", "ar/decisions/hc-1-draft-buoys/", width)
    assert page.locator(".official-text").get_attribute("dir") == "rtl"
    for unit in ("para-1", "para-2"):
        found = boxes(page, number=f"#{unit} > p > .number", words=f"#{unit} > p")
        assert found["number"]["right"] > found["words"]["right"] + 10, unit
        assert abs(found["number"]["top"] - found["words"]["top"]) < 6, unit


def test_notes_stand_beside_their_line(visit: Open) -> None:
    page = at_width(visit, "own", DRAFT, 1440)
    page.locator(".notes-aside").wait_for()
    found = boxes(page, note="#fn-3", next="#fn-4", mark="#fnref-3", words="#para-1 > p")
    assert found["note"]["left"] >= found["words"]["right"] + 16
    assert abs(found["note"]["top"] - found["mark"]["top"]) < 16
    assert found["next"]["top"] >= found["note"]["bottom"]
    assert found["note"]["right"] <= 1440


@pytest.mark.parametrize("width", [1100, 768, 360])
def test_notes_stand_under_the_text(visit: Open, width: int) -> None:
    page = at_width(visit, "own", DRAFT, width)
    found = boxes(page, note="#fn-3", last="#para-4-c > p")
    assert found["note"]["top"] > found["last"]["bottom"]


@pytest.mark.parametrize("width", [768, 360])
@pytest.mark.parametrize("address", [PILOTAGE, f"ar/{PILOTAGE}"])
def test_a_narrow_screen_has_one_column(visit: Open, address: str, width: int) -> None:
    page = at_width(visit, "golden", address, width)
    found = parts(page)
    assert found["nav"] is found["contents"] is None
    order = ["header", "contents_menu", "symbol", "title", "facts", "text", "around", "footer"]
    for above, below in pairwise(order):
        assert found[above]["bottom"] <= found[below]["top"], (above, below)
    margin = min(found["title"]["left"], width - found["title"]["right"])
    assert margin >= 12
    if width == 360:
        assert found["text"]["width"] > 320 - 24


def test_arabic_is_the_mirror_image(visit: Open) -> None:
    page = at_width(visit, "golden", f"ar/{PILOTAGE}", 1440)
    found = parts(page)
    assert found["contents"]["left"] > found["text"]["right"]
    name = boxes(page, name=".site-name")["name"]
    assert name["left"] > 1440 / 2


@pytest.mark.parametrize("width", [1440, 360])
def test_lists_are_tables_or_cards(visit: Open, width: int) -> None:
    page = at_width(visit, "golden", "decisions/", width)
    found = boxes(page, symbol="tbody td:nth-child(1)", title="tbody td:nth-child(2)")
    if width == 1440:
        assert found["symbol"]["right"] <= found["title"]["left"]
        tables = page.evaluate(
            "[...document.querySelectorAll('tbody td:nth-child(2)')]"
            ".map(cell => Math.round(cell.getBoundingClientRect().left))"
        )
        assert len(set(tables)) == 1, "columns of tables under each other agree"
    else:
        assert found["symbol"]["bottom"] <= found["title"]["top"]
