"""Lists are filtered and sorted in the page, say so, and are whole without a script."""

import pytest
from conftest import PHONE, Open
from playwright.sync_api import Page, expect


def rows(page: Page) -> list[str]:
    """The first words of the rows that are shown."""
    shown = page.locator("table[data-list] tbody tr:not([hidden])")
    return [text.strip().split("\n")[0].split("\t")[0] for text in shown.all_inner_texts()]


@pytest.mark.parametrize("options", [{}, PHONE], ids=["desk", "phone"])
def test_filtering(visit: Open, options: dict[str, object]) -> None:
    page = visit("golden", "decisions/", **options)
    everything = rows(page)
    assert len(everything) == 9
    box = page.get_by_role("searchbox", name="Filter this list")
    box.fill("PÍLOTAGE")
    assert rows(page) == ["HC-1/1"]
    expect(page.locator("[data-filter] [role=status]")).to_have_text("1 shown")
    assert page.locator("h2:visible, h3:visible").count() == 2
    box.fill("buoys draft")
    assert rows(page) == ["Draft"]
    box.fill("zebra")
    assert rows(page) == []
    expect(page.locator("[data-filter] [role=status]")).to_have_text("0 shown")
    box.press("Escape")
    assert rows(page) == everything
    expect(page.locator("[data-filter] [role=status]")).to_have_text("")


@pytest.mark.parametrize("options", [{}, PHONE], ids=["desk", "phone"])
def test_sorting(visit: Open, options: dict[str, object]) -> None:
    page = visit("own", "meetings/", **options)
    button = page.get_by_role("button", name="Meeting")
    button.click()
    first = rows(page)
    assert first == sorted(first, key=str.casefold)
    assert len(first) > 20
    expect(page.locator("th").first).to_have_attribute("aria-sort", "ascending")
    button.click()
    assert rows(page) != first
    assert sorted(rows(page)) == sorted(first)
    expect(page.locator("th").first).to_have_attribute("aria-sort", "descending")
    page.get_by_role("button", name="Decisions").click()
    amounts = page.locator("tbody tr td:last-child").all_inner_texts()
    assert [int(amount) for amount in amounts] == sorted(int(amount) for amount in amounts)
    expect(page.locator("th").first).not_to_have_attribute("aria-sort", "descending")


def test_whole_without_a_script(visit: Open) -> None:
    page = visit("golden", "decisions/", java_script_enabled=False)
    assert len(rows(page)) == 9
    expect(page.locator("[data-filter]")).to_be_hidden()
    expect(page.locator("th button")).to_have_count(0)
