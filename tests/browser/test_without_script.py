"""Without a script everything can be read, reached and linked."""

import re

import pytest
from conftest import PHONE, Open
from playwright.sync_api import expect

PILOTAGE = "decisions/hc-1-1/"
OFF = {"java_script_enabled": False}


@pytest.mark.parametrize("options", [OFF, OFF | PHONE], ids=["desk", "phone"])
def test_the_whole_text_is_seen(visit: Open, options: dict[str, object]) -> None:
    page = visit("golden", PILOTAGE, **options)
    units = page.locator(".official-text .unit, .official-text .footnote")
    assert units.count() > 50
    for unit in units.all():
        expect(unit).to_be_visible()
    text = page.locator(".official-text").inner_text()
    for words in ("Recalling the site and decision", "By night;", "Cotton", "Estimated."):
        assert (words in text) is (words != "Cotton")
    assert text.index("A form.") < text.index("A note marked by an asterisk.")


def test_footnotes_lead_there_and_back(visit: Open) -> None:
    page = visit("golden", PILOTAGE, **OFF | PHONE)
    for mark, note in (("fnref-1", "fn-1"), ("annex-1-fnref-a", "annex-1-fn-a")):
        page.locator(f"#{mark} a").click()
        expect(page).to_have_url(re.compile(f"#{note}$"))
        expect(page.locator(f"#{note}:target")).to_be_in_viewport()
        page.locator(f"#{note} a[role=doc-backlink]").click()
        expect(page.locator(f"#{mark}:target")).to_be_in_viewport()


def test_contents_beside_the_text(visit: Open) -> None:
    page = visit("golden", PILOTAGE, **OFF)
    page.locator(".page__contents").get_by_role("link", name="Annex I Rules").click()
    expect(page.locator("#annex-1:target")).to_be_in_viewport()


def test_menus_of_a_phone(visit: Open) -> None:
    page = visit("golden", PILOTAGE, **OFF | PHONE)
    contents = page.locator(".contents-menu")
    contents.locator("summary").click()
    contents.get_by_role("link", name="2 bis.").click()
    expect(page.locator("#para-2-bis:target")).to_be_in_viewport()
    menu = page.locator(".site-menu")
    menu.locator("summary").click()
    menu.get_by_role("link", name="Meetings").click()
    expect(page.locator("h1")).to_have_text("Meetings")


def test_nothing_is_offered_that_needs_one(visit: Open) -> None:
    for address in (PILOTAGE, "decisions/"):
        page = visit("golden", address, **OFF)
        expect(page.locator("button:visible, input:visible")).to_have_count(0)


def test_the_unit_of_the_address_is_marked(visit: Open) -> None:
    page = visit("golden", f"{PILOTAGE}#para-2-b", **OFF)
    plain = page.locator("#para-1 > p")
    marked = page.locator("#para-2-b > p")
    expect(plain).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    expect(marked).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")
