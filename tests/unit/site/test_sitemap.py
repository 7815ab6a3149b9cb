"""The sitemap: each page once, where its text stands, and in which languages that is held."""

import datetime

import pytest
from jinja2 import Environment, FileSystemLoader
from lxml import etree
from markupsafe import Markup
from mkdocs.exceptions import PluginError

from acquis.pages.page import Page
from acquis.settings import packaged_templates
from acquis.site.sitemap import Listed, listed, sitemap

XHTML = "{http://www.w3.org/1999/xhtml}link"
EMPTY = Markup("")


def page(address: str, **more: object) -> Page:
    kept = {"changed": datetime.date(2026, 1, 2), **more}
    return Page(address, "fr", "decision", "fr/decisions/", "T", "", EMPTY, EMPTY, EMPTY, **kept)  # type: ignore[arg-type]


def test_languages_in_which_a_text_is_held() -> None:
    one = page("fr/a/", alternates=(("en", "a/"), ("fr", "fr/a/")))
    (found,) = listed(one, ["en", "fr"], "https://example.org/acquis")
    assert found.canonical_url == "https://example.org/acquis/fr/a/"
    assert found.update_date == "2026-01-02"
    assert found.alternates == (
        ("en", "https://example.org/acquis/a/"),
        ("fr", "https://example.org/acquis/fr/a/"),
    )


def test_a_text_that_stands_elsewhere_is_left_out() -> None:
    assert listed(page("fr/a/", canonical="a/"), ["en", "fr"], "https://example.org/") == []


@pytest.mark.parametrize(("address", "languages"), [("fr/a", ["en", "fr"]), ("fr/a/", ["en"])])
def test_what_is_no_address_is_refused(address: str, languages: list[str]) -> None:
    with pytest.raises(PluginError, match="no address"):
        listed(page(address), languages, "https://example.org/")


def test_what_the_sitemap_says() -> None:
    env = Environment(loader=FileSystemLoader(packaged_templates() / "overrides"))
    made = sitemap(
        env,
        [Listed("https://example.org/?a&b")],
        [Listed("https://example.org/fr/a/", "", (("en", "https://example.org/a/"),))],
    )
    root = etree.fromstring(made)
    places = [one.text for one in root.iter("{*}loc")]
    assert places == ["https://example.org/?a&b", "https://example.org/fr/a/"]
    (link,) = root.iter(XHTML)
    assert (link.get("hreflang"), link.get("href")) == ("en", "https://example.org/a/")
