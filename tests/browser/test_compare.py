"""Any two texts side by side in the browser, and mirror groups on their pages."""

import re

import pytest
from conftest import PHONE, Open
from playwright.sync_api import Page, Route, expect

FOG = "compare/?a=14-x&b=hc-1-3"


def rows(page: Page) -> list[str]:
    """The rows as they are seen: the verdicts and words of each cell."""
    page.locator(".line").first.wait_for()
    return [
        re.sub(r"\s+", " ", text).strip()
        for text in page.locator(".line:visible").all_inner_texts()
    ]


@pytest.mark.parametrize("address", [FOG, "mirrors/hc-1-3/"])
def test_differences_are_marked_word_by_word(visit: Open, address: str) -> None:
    page = visit("golden", address)
    found = rows(page)
    assert len(found) == 12
    page.locator("ins", has_text="bell").first.wait_for()
    assert page.locator("del").all_text_contents()[:2] == ["Assembly", "lighthouse"]
    assert page.locator("ins").all_text_contents()[:2] == ["Conference of the Parties", "harbour"]
    for mark, line in (("ins", "underline"), ("del", "line-through")):
        style = page.locator(mark).first.evaluate("e => getComputedStyle(e).textDecorationLine")
        assert style == line  # not by colour alone
    assert any("In another place" in row and "under review" in row for row in found)
    assert any("No such passage" in row and "Thanks the keepers" in row for row in found)


def test_the_address_is_the_comparison(visit: Open) -> None:
    page = visit("golden", FOG)
    expect(page.get_by_role("status")).to_contain_text("that differ: 8")
    page.get_by_role("button", name="Exchange the two").click()
    expect(page).to_have_url(re.compile(r"compare/\?a=hc-1-3&b=14-x$"))
    expect(page.locator("ins", has_text="lighthouse").first).to_be_visible()
    page.go_back()
    expect(page.locator("ins", has_text="harbour").first).to_be_visible()
    expect(page.locator("#text-a")).to_have_value("14 (X)")
    number = page.locator(".line .number", has_text="3.").first
    assert number.get_attribute("href") == "../decisions/14-x/#para-3"


def test_two_texts_are_chosen_by_keyboard(visit: Open) -> None:
    page = visit("golden", "compare/")
    page.locator("#text-a").click()
    page.keyboard.type("14 x")
    option = page.get_by_role("option")
    expect(option).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    assert page.locator("#text-a").get_attribute("aria-activedescendant") == "found-a-0"
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?a=14-x$"))
    page.keyboard.press("Tab")
    page.keyboard.type("hc 1 3")
    expect(option).to_have_count(2)  # HC-1/3, then HC/COP.1/3
    page.keyboard.press("Escape")
    expect(option).to_have_count(0)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?a=14-x&b=hc-1-3$"))
    expect(page.locator(".line")).to_have_count(12)


def test_what_is_written_while_the_other_text_is_fetched_stays(visit: Open) -> None:
    page = visit("golden", "compare/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/14-x.json", hold)
    page.locator("#text-a").click()
    page.keyboard.type("14 x")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("hc 1")
    expect(page.get_by_role("status")).not_to_be_empty()
    held[0].continue_()
    expect(page.get_by_role("status")).to_be_empty()
    page.keyboard.type(" 3")
    expect(page.locator("#text-b")).to_have_value("hc 1 3")


def test_only_differences_and_from_one_to_the_next(visit: Open) -> None:
    page = visit("golden", FOG)
    rows(page)
    page.get_by_label("Differences only").check()
    assert page.locator(".line:visible").count() == 8
    expect(page.locator(".skipped:visible").first).to_have_text("Passages that are the same: 1")
    step = page.get_by_role("button", name="Next difference")
    for words in ("The Assembly,", "Decides that every lighthouse"):
        step.click()
        expect(page.locator(".line:focus")).to_contain_text(words)
        page.evaluate("scrollTo(0, 0)")
    page.get_by_role("button", name="Previous difference").click()
    expect(page.locator(".line:focus")).to_contain_text("The Assembly,")


def test_a_text_that_is_not_held_and_one_that_is_unknown(visit: Open) -> None:
    page = visit("golden", "compare/?a=12-x&b=hc-1-3")
    expect(page.get_by_role("status")).to_have_text("The text of 12 (X) is not held here.")
    page = visit("golden", "compare/?a=..%2F..%2Fsecret&b=hc-1-3")
    expect(page.get_by_role("status")).to_have_text("There is no text “../../secret” here.")
    page = visit("golden", "compare/?a=no-such-text&b=hc-1-3")
    expect(page.get_by_role("status")).to_have_text("There is no text “no-such-text” here.")


def test_a_renamed_text_is_followed(visit: Open) -> None:
    page = visit("golden", "compare/?a=old-pilotage&b=documents/hc-cop-1-3")
    expect(page.locator("[role=columnheader]").first).to_have_text("HC-1/1")
    expect(page.locator("[role=columnheader]").last).to_have_text("HC/COP.1/3")


def test_an_unreachable_text_can_be_asked_for_again(visit: Open) -> None:
    page = visit("golden", "compare/?a=14-x")
    page.locator("#text-a").wait_for()
    page.route("**/hc-1-3.json", lambda route: route.abort())
    page.locator("#text-b").click()
    page.get_by_role("option", name="HC-1/3").click()
    again = page.get_by_role("button", name="Try again")
    again.wait_for()
    page.unroute("**/hc-1-3.json")
    again.click()
    expect(page.locator(".line")).to_have_count(12)


def test_in_another_language_the_versions_in_it_are_compared(visit: Open) -> None:
    page = visit("golden", "ar/compare/?a=hc-1-draft-buoys&b=hc-1-draft-buoys")
    passage = page.locator(".passage").first
    expect(passage).to_have_attribute("lang", "ar")
    expect(passage).to_have_attribute("dir", "rtl")
    one, other = page.locator("[role=columnheader]").all()
    assert (one.bounding_box() or {})["x"] > (other.bounding_box() or {})["x"]
    page = visit("golden", "ar/compare/?a=hc-1-draft-buoys&b=hc-1-1")
    expect(page.locator(".passage").first).to_have_attribute("lang", "en")


@pytest.mark.parametrize("address", [FOG, "mirrors/hc-1-3/"])
def test_a_phone_shows_one_under_the_other_and_what_is_the_same_once(
    visit: Open, address: str
) -> None:
    page = visit("golden", address, **PHONE)
    rows(page)
    one, other = page.locator(".line:not(.line--same) .version").all()[:2]
    above, below = one.bounding_box() or {}, other.bounding_box() or {}
    assert above["y"] + above["height"] <= below["y"]
    assert (
        page.get_by_text("Noting that ships cannot see in fog").locator("visible=true").count() == 1
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_a_script_the_page_leads_to_the_groups(visit_bare: Open) -> None:
    page = visit_bare("golden", "compare/")
    assert not page.locator("form.compare").is_visible()
    page.get_by_role("link", name="HC-1/3, 14 (X), and 15 (X)").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Fog signals")


def test_a_decision_leads_to_its_comparisons(visit: Open) -> None:
    page = visit("golden", "decisions/hc-1-3/")
    page.get_by_role("link", name="Compare with 14 (X), which mirrors it").click()
    expect(page.locator(".line")).to_have_count(12)
    page.go_back()
    page.get_by_role("link", name="Compare with another text").click()
    expect(page.locator("#text-b")).to_have_value("HC-1/3")
    page.goto(page.url.replace("compare/?b=hc-1-3", "mirrors/14-x/"))
    expect(page).to_have_url(re.compile("mirrors/hc-1-3/$"))  # whichever member is named


def test_the_lists_of_names_are_fetched_when_a_reader_turns_to_them(visit: Open) -> None:
    page = visit("golden", FOG)
    rows(page)
    with page.expect_request("**/texts-1.json"):
        page.locator("#text-a").click()
