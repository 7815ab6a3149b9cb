"""Citations are links that show what they lead to; what is cited tells by whom."""

import pytest
from conftest import PHONE, Open
from keyboard import tab_to
from playwright.sync_api import Page, expect

PILOTAGE = "decisions/hc-1-1/"
STATION = "decisions/hc-1-6/"
STILL = {"reduced_motion": "reduce"}


def asked(page: Page) -> list[str]:
    """What a script fetches from now on."""
    found: list[str] = []
    page.on("request", lambda one: found.append(one.url) if one.resource_type == "fetch" else None)
    return found


def test_a_citation_shows_the_paragraph_that_it_names(visit: Open) -> None:
    page = visit("golden", STATION)
    fetched = asked(page)
    link = page.locator("#para-1 a.citation").first
    assert fetched == []
    link.hover()
    preview = page.locator(".preview")
    expect(preview).to_contain_text("decision HC-1/1, para. 2 (b)")
    expect(preview).to_contain_text("Ships;")
    assert fetched == [link.evaluate("a => a.href").split("#")[0]]
    assert preview.evaluate("box => box.querySelectorAll('[id]').length") == 0
    page.locator("h1").hover()
    expect(preview).to_have_count(0)
    link.hover()
    expect(preview).to_contain_text("Ships;")
    assert len(fetched) == 1, "a page is fetched once"


def test_a_citation_by_keyboard(visit: Open) -> None:
    page = visit("golden", STATION, **STILL)
    tab_to(page, "#para-1 a.citation")
    expect(page.locator(".preview")).to_contain_text("Ships;")
    link = page.locator("#para-1 a.citation").first
    expect(link).to_have_attribute("aria-describedby", "preview")
    page.keyboard.press("Escape")
    expect(page.locator(".preview")).to_have_count(0)
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#para-2-b:target")).to_be_in_viewport()


def test_a_finger_follows_the_link(visit: Open) -> None:
    page = visit("golden", STATION, **PHONE)
    page.locator("#para-1 a.citation").first.tap()
    page.wait_for_url("**/hc-1-1/#para-2-b")
    expect(page.locator(".preview")).to_have_count(0)


def test_a_paragraph_tells_who_cites_it(visit: Open) -> None:
    page = visit("golden", PILOTAGE, **STILL)
    mark = page.locator("#para-2-b > p > a.cited")
    expect(mark).to_have_accessible_name("Cited by: 1")
    mark.hover()
    expect(page.locator(".preview")).to_contain_text("HC-1/6, para. 1")
    mark.click()
    entry = page.locator("#cited-para-2-b")
    expect(entry).to_be_in_viewport()
    expect(entry).to_contain_text("paragraph 2 (b) of decision HC-1/1")


@pytest.mark.parametrize("opens", ["visit", "visit_bare"])
def test_marks_lead_to_the_list(opens: str, request: pytest.FixtureRequest) -> None:
    page = request.getfixturevalue(opens)("golden", PILOTAGE, **STILL)
    page.locator("#para-2-b > p > a.cited").press("Enter")
    expect(page.locator("#cited-para-2-b")).to_be_in_viewport()


def test_marks_hold_no_words_and_take_no_room(visit: Open) -> None:
    page = visit("golden", PILOTAGE)
    before = page.locator("#para-2-b > p").bounding_box()
    assert page.locator("#para-2-b > p").inner_text().split() == ["(b)", "To", "count:"]
    page.evaluate("document.querySelectorAll('a.cited').forEach(mark => mark.remove())")
    assert page.locator("#para-2-b > p").bounding_box() == before
