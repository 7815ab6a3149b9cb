"""Whether a text is verified: told in the list and on its page, and a way to choose by it."""

from conftest import Open
from playwright.sync_api import expect
from test_lists import rows


def test_choosing_by_it(visit: Open) -> None:
    page = visit("golden", "decisions/")
    everything = rows(page)
    choice = page.get_by_role("combobox", name="Show")
    choice.select_option("verified")
    verified = rows(page)
    expect(page.locator("[data-filter] [role=status]")).to_have_text("1 shown")
    choice.select_option("not verified")
    unverified = rows(page)
    assert verified == ["HC-1/1"]
    assert unverified
    assert not set(verified) & set(unverified)
    # What is only listed is neither: there is no text to compare.
    assert "12 (X)" not in {*verified, *unverified}
    page.get_by_role("searchbox", name="Filter this list").fill("zebra")
    assert rows(page) == []
    choice.select_option("all")
    page.get_by_role("searchbox", name="Filter this list").fill("")
    assert rows(page) == everything


def test_told_without_a_script(visit: Open) -> None:
    page = visit("golden", "decisions/", java_script_enabled=False)
    expect(page.get_by_text("1 is verified")).to_be_visible()
    expect(page.locator("tr", has_text="HC-1/1").locator(".status.verified")).to_be_visible()
    page.goto(page.url + "hc-1-1/")
    page.get_by_role("link", name="verified", exact=True).click()
    assert page.url.endswith("#this-copy")
    expect(page.get_by_text("Proofread by A. Reader on 1 April 2020")).to_be_visible()
