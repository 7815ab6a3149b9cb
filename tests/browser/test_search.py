"""Searching: from a word to the very paragraph, by keyboard, on a phone, in Arabic, offline."""

import re
from typing import Any
from urllib.parse import quote

import pytest
from conftest import PHONE, Open
from hosting import Host
from keyboard import tab_to
from playwright.sync_api import Page, Route, expect
from test_axe import look

DRAFT = "decisions/mc-6-draft-cooperation-brs/"


def results(page: Page) -> Any:
    return page.locator(".search-passages a, .search-text h2 a")


def settled(page: Page) -> None:
    """Wait until an answer stands."""
    expect(page.locator("[data-search-count]")).to_have_text(re.compile(r"\d|Nothing|could not|\S"))
    expect(page.locator("[data-search-count]")).not_to_have_text("Searching …")


def test_nothing_is_loaded_before_a_reader_turns_to_it(visit: Open, own: Host) -> None:
    before = len(own.sent)
    page = visit("own", DRAFT)
    page.wait_for_timeout(300)
    assert [one.path for one in own.sent[before:] if "search/" in one.path] == []
    page.keyboard.press("/")
    page.locator(".search-quick").wait_for(state="attached")
    assert any(one.path.endswith("index.bin") for one in own.sent[before:])


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_keys_lead_into_the_box(visit: Open, key: str) -> None:
    page = visit("own", DRAFT)
    page.keyboard.press(key)
    expect(page.locator("header [data-search-box] input")).to_be_focused()
    expect(page.locator("header [data-search-box] input")).to_have_value("")


def test_from_the_box_to_the_paragraph_by_keyboard(visit: Open) -> None:
    page = visit("own", "about/")
    page.keyboard.press("/")
    page.keyboard.type("sharing of services cost recovery")
    option = page.locator(".search-quick [role=option]").first
    expect(option).to_contain_text("4 (b)")
    # The answer to all that was typed, not to its beginning.
    expect(page.locator(".search-quick mark", has_text="recovery").first).to_be_visible()
    box = page.locator("header [data-search-box] input")
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", "search-quick-0-0")
    page.keyboard.press("Escape")
    expect(page.locator(".search-quick")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{DRAFT}#para-4-b$"))
    expect(page.locator("#para-4-b")).to_be_in_viewport()
    for _ in range(50):
        marked = page.evaluate("[...CSS.highlights.get('found') ?? []].map(r => r.toString())")
        if marked:
            break
        page.wait_for_timeout(100)
    assert {"sharing", "services", "cost", "recovery"} <= {word.lower() for word in marked}


def test_enter_leads_to_the_page(visit: Open) -> None:
    page = visit("own", "")
    page.keyboard.press("/")
    expect(page.locator("main [data-search-box] input")).to_be_focused()
    page.keyboard.type("mercury")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"search/\?q=mercury$"))
    expect(page.locator("#search-query")).to_have_value("mercury")
    expect(results(page).first).to_be_visible()


def test_inflected_forms_are_found_and_marked(visit: Open) -> None:
    page = visit("own", "search/?q=requesting+executive+secretaries")
    expect(results(page).first).to_be_visible()
    link = page.locator(".search-passages a", has_text="Requests the Executive Secretary").first
    assert link.locator("mark").all_inner_texts() == ["Requests", "Executive", "Secretary"]
    assert link.get_attribute("href") == f"../{DRAFT}#para-4"


def test_a_phrase_stands_together(visit: Open) -> None:
    page = visit("own", "search/?q=%22shall+services+of+sharing%22")
    expect(page.locator("[data-search-count]")).to_have_text("Nothing was found.")
    expect(page.locator("[data-search-told] li")).to_have_count(3)
    page.goto(page.url.split("?")[0] + "?q=%22the+sharing+of+services%22")
    expect(results(page).first).to_be_visible()
    for text in page.locator(".search-passages mark").all_inner_texts():
        assert text.lower() == "the sharing of services"


def test_a_mistyped_word_is_told_and_replaced(visit: Open) -> None:
    page = visit("own", "search/?q=merkury")
    told = "No text holds “merkury”. This is what was found for “mercury”."
    expect(page.locator("[data-search-told]")).to_have_text(told)
    expect(results(page).first).to_be_visible()


@pytest.mark.parametrize("words", ["cooperation", "co-operation", "co operation"])
def test_a_compound_is_found_however_it_is_written(visit: Open, words: str) -> None:
    page = visit("own", f"search/?q={quote(words)}+secretariats")
    expect(results(page).first).to_be_visible()
    expect(page.locator("[data-search-told]")).to_be_empty()
    marked = {text.lower() for text in page.locator(".search-text mark").all_inner_texts()}
    assert "cooperation" in marked
    assert "operation" not in marked


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("MC-5/19", "decisions/mc-5-19/"),
        ("mc 5 19", "decisions/mc-5-19/"),
        ("decision MC‑5/19", "decisions/mc-5-19/"),
        ("UNEP/MC/COP.6/INF/29", "documents/unep-mc-cop-6-inf-29/"),
    ],
)
def test_a_symbol_in_any_form_comes_first(visit: Open, words: str, target: str) -> None:
    page = visit("own", f"search/?q={quote(words)}")
    expect(results(page).first).to_be_visible()
    assert str(results(page).first.get_attribute("href")).endswith(target)
    page.keyboard.press("Escape")
    page.locator("header [data-search-box] input").fill(words)
    option = page.locator(".search-quick [role=option]").first
    expect(option).to_be_visible()
    assert str(option.get_attribute("href")).endswith(target)


def test_a_symbol_with_a_paragraph_leads_there(visit: Open) -> None:
    page = visit("golden", "search/?q=hc+1+1+para+2+b")
    first = page.locator(".search-text a").first
    expect(first).to_be_visible()
    assert str(first.get_attribute("href")).endswith("decisions/hc-1-1/#para-2-b")


def test_counts_are_exact_and_choices_stand_in_the_address(visit: Open) -> None:
    page = visit("own", "search/?q=secretariat")
    expect(results(page).first).to_be_visible()
    before = page.locator("[data-search-count]").inner_text()
    page.locator("[data-facet=status] summary").click()
    for facet in ("status", "part", "opening"):
        block = page.locator(f"[data-facet={facet}]")
        if not block.get_attribute("open") and facet != "status":
            block.locator("summary").click()
        named = {"status": "draft", "part": "operative"}.get(facet, "")
        choice = block.locator("li:has(input)", has_text=named).first
        count = choice.locator(".amount").inner_text()
        choice.locator("input").check()
        expect(page).to_have_url(re.compile(f"{facet}="))
        number = re.compile(rf"^{count} paragraphs? found$")
        expect(page.locator("[data-search-count]")).to_have_text(number)
    page.go_back()
    page.go_back()
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?q=secretariat$"))
    expect(page.locator("[data-search-count]")).to_have_text(before)


def test_browsing_needs_no_query(visit: Open) -> None:
    page = visit("own", "search/?opening=Requests&convention=minamata")
    expect(page.locator("[data-search-count]")).to_have_text(re.compile(r"^\d+ paragraphs? found"))
    for link in page.locator(".search-words").all():
        assert "equests" in link.inner_text()


def test_a_shared_address_shows_the_same(visit: Open) -> None:
    address = "search/?q=cooperation&part=operative&status=draft"
    page = visit("own", address)
    expect(results(page).first).to_be_visible()
    chips = page.locator("[data-search-chosen] li bdi")
    expect(chips).to_have_text(["draft", "operative part"])
    assert page.locator("[data-facet=part] input:checked").count() == 1


def test_an_unreachable_file_is_told_and_tried_again(visit: Open) -> None:
    page = visit("own", "search/")
    page.locator("[data-search-facets]").wait_for()
    failing = True

    def answer(route: Route) -> None:
        if failing:
            route.abort("connectionfailed")
        else:
            route.continue_()

    page.context.route(re.compile("/p/"), answer)
    # What fails on purpose is told in the console as well.
    page.locator("#search-query").fill("mercury")
    expect(page.locator("[data-search-count]")).to_contain_text("could not be reached")
    failing = False
    page.get_by_role("button", name="Try again").click()
    expect(results(page).first).to_be_visible()


def test_on_a_phone_choices_open_in_a_sheet(visit: Open) -> None:
    page = visit("own", "search/?q=secretariat", **PHONE)
    expect(results(page).first).to_be_visible()
    page.get_by_role("button", name="Narrow down").click()
    sheet = page.locator("[data-search-sheet]")
    expect(sheet).to_be_visible()
    sheet.locator("[data-facet=part] summary").click()
    choice = sheet.locator("[data-facet=part] li").first
    count = choice.locator(".amount").inner_text()
    choice.locator("input").check()
    look(page)
    page.get_by_role("button", name="Show the results").click()
    expect(sheet).to_be_hidden()
    expect(page.locator("[data-search-count]")).to_have_text(re.compile(f"^{count} "))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_on_a_phone_the_box_is_a_link_to_the_page(visit: Open) -> None:
    page = visit("own", DRAFT, **PHONE)
    page.locator("[data-search-box] button").tap()
    expect(page).to_have_url(re.compile(r"search/\?q=$"))
    expect(page.locator("#search-query")).to_be_visible()


def test_in_arabic(visit: Open) -> None:
    page = visit("golden", "ar/search/?q=%D9%82%D8%B1%D8%B1")
    expect(results(page).first).to_be_visible()
    link = page.locator(".search-passages a").first
    assert link.locator(".search-words").get_attribute("dir") == "rtl"
    assert link.evaluate("e => getComputedStyle(e).direction") == "rtl"
    look(page)


def test_texts_that_are_not_held_are_found_in_their_own_language(visit: Open) -> None:
    page = visit("golden", "fr/search/?q=buoy")
    link = page.locator(".search-passages a").first
    expect(link).to_be_visible()
    assert link.locator(".search-words").get_attribute("lang") == "en"
    link.click()
    expect(page).to_have_url(re.compile("/fr/decisions/hc-1-1/#para-1$"))


def test_by_keyboard_alone(visit: Open) -> None:
    page = visit("own", "search/?q=mercury")
    expect(results(page).first).to_be_visible()
    tab_to(page, "#search-query")
    tab_to(page, "[data-facet=part] summary")
    page.keyboard.press("Enter")
    tab_to(page, "[data-facet=part] li:first-child input")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("part="))
    expect(page.locator("[data-facet=part] li:first-child input")).to_be_focused()
    tab_to(page, ".search-text a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/(decisions|documents)/"))


def test_axe_with_results_and_facets_open(visit: Open) -> None:
    page = visit("own", "search/?q=cooperation")
    expect(results(page).first).to_be_visible()
    page.locator("[data-facet=opening] summary").click()
    page.locator("[data-facet=status] summary").click()
    expect(page.locator("[data-facet=status] li").first).to_be_visible()
    look(page)


def test_axe_with_quick_results(visit: Open) -> None:
    page = visit("own", DRAFT)
    page.keyboard.press("/")
    page.keyboard.type("mercury")
    expect(page.locator(".search-quick [role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    look(page)


@pytest.mark.parametrize("options", [{}, PHONE], ids=["desk", "phone"])
def test_without_a_script_lists_lead_to_every_text(visit: Open, options: dict[str, Any]) -> None:
    page = visit("golden", "search/", java_script_enabled=False, **options)
    expect(page.locator("p.needs-script")).to_be_visible()
    ways = page.locator(".ways")
    for name in ("convention", "meeting", "year", "topic", "actor", "opening word"):
        expect(ways.get_by_role("link", name=f"By {name}", exact=True)).to_be_visible()
    ways.get_by_role("link", name="By opening word").click()
    expect(page).to_have_url(re.compile("/openings/$"))
    page.locator("ul.openings a", has_text="HC-1/1, para. 1").first.click()
    expect(page).to_have_url(re.compile("/decisions/hc-1-1/#para-1$"))
