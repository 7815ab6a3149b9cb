"""Six languages: their choice keeps the paragraph; two stand side by side; Arabic turns around."""

import re

import pytest
from conftest import PHONE, Open
from playwright.sync_api import expect

BUOYS = "decisions/hc-1-draft-buoys/"
OFF = {"java_script_enabled": False}
ENDS = ("first", "last")


def test_the_choice_of_language_keeps_the_paragraph(visit: Open) -> None:
    page = visit("golden", f"{BUOYS}#para-2")
    page.locator(".languages summary").click()
    page.locator(".languages").get_by_role("link", name="Français").click()
    expect(page).to_have_url(re.compile(f"/fr/{BUOYS}#para-2$"))
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    page.locator(".languages summary").click()
    page.locator(".languages a[lang=ar]").click()
    expect(page).to_have_url(re.compile(f"/ar/{BUOYS}#para-2$"))
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("#para-2:target")).to_be_in_viewport()


@pytest.mark.parametrize("options", [OFF, OFF | PHONE], ids=["desk", "phone"])
def test_without_a_script_it_leads_to_the_page(visit: Open, options: dict[str, object]) -> None:
    page = visit("golden", BUOYS, **options)
    page.locator(".languages summary").click()
    page.locator(".languages a[lang=ar]").click()
    expect(page).to_have_url(re.compile(f"/ar/{BUOYS}$"))


def test_six_languages_each_named_in_itself(visit: Open) -> None:
    page = visit("own", "about/")
    page.locator(".languages summary").click()
    names = [name.strip() for name in page.locator(".languages li").all_inner_texts()]
    assert names == ["English", "العربية", "中文", "Français", "Русский", "Español"]
    page.locator(".languages a[lang=zh]").click()
    expect(page).to_have_url(re.compile("/zh/about/$"))


def test_a_text_that_is_not_held_is_shown_in_its_own_language(visit: Open) -> None:
    page = visit("own", "zh/decisions/mc-6-draft-cooperation-brs/")
    expect(page.locator(".banner.language")).to_contain_text("未收录")
    text = page.locator(".official-text")
    expect(text).to_have_attribute("lang", "en")
    expect(text).to_have_attribute("dir", "ltr")
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical == "https://example.org/acquis/decisions/mc-6-draft-cooperation-brs/"


@pytest.mark.parametrize("options", [{}, OFF], ids=["with script", "without"])
def test_two_languages_stand_side_by_side(visit: Open, options: dict[str, object]) -> None:
    page = visit("golden", f"ar/{BUOYS}", **options)
    page.locator(".parallel-link a").click()
    row = page.locator("#para-2")
    expect(row.locator("> :last-child")).to_have_attribute("lang", "en")
    arabic, english = (row.locator(f"> :{place}-child").bounding_box() for place in ENDS)
    assert arabic
    assert english
    assert arabic["x"] > english["x"] + english["width"]
    assert abs(arabic["y"] - english["y"]) < 2


def test_on_a_phone_one_stands_under_the_other(visit: Open) -> None:
    page = visit("golden", f"fr/{BUOYS}parallel/", **PHONE)
    row = page.locator("#para-2")
    french, english = (row.locator(f"> :{place}-child").bounding_box() for place in ENDS)
    assert french
    assert english
    assert english["y"] >= french["y"] + french["height"]


def test_any_other_language_can_be_laid_beside(visit: Open) -> None:
    page = visit("golden", f"fr/{BUOYS}parallel/")
    page.get_by_role("combobox").select_option("ar")
    second = page.locator("#para-2 > :last-child")
    expect(second).to_have_attribute("lang", "ar")
    expect(second).to_contain_text("يشكر")
    expect(page).to_have_url(re.compile(r"parallel/\?with=ar$"))
    again = visit("golden", f"fr/{BUOYS}parallel/?with=ar")
    expect(again.locator("#para-2 > :last-child")).to_contain_text("يشكر")


def test_numbers_hang_on_the_right_and_dates_keep_their_order(visit: Open) -> None:
    page = visit("golden", f"ar/{BUOYS}")
    number = page.locator("#para-1 > p > .number").bounding_box()
    words = page.locator("#para-1 > p").bounding_box()
    assert number
    assert words
    assert number["x"] >= words["x"] + words["width"] - 1
    assert page.locator("#para-1 bdi").inner_text() == "2020-03-06"


def test_arabic_is_set_in_its_font_and_no_other_page_fetches_it(visit: Open) -> None:
    page = visit("golden", f"ar/{BUOYS}")
    assert page.evaluate(
        "document.fonts.ready.then(() => document.fonts.check('20px Noto Naskh Arabic', 'ع'))"
    )
    assert page.locator(".official-text").evaluate("e => getComputedStyle(e).fontSize") == "21px"
    english = visit("golden", "meetings/")
    fetched = english.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    assert not [name for name in fetched if "naskh" in name]
