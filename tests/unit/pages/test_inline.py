"""Running text as HTML: citations around footnote marks, numbers among Arabic words."""

import pytest
from lxml import html as parser
from rivers import RIVERS

from acquis import text
from acquis.citation import Reader
from acquis.load import load
from acquis.model.divide import divide
from acquis.pages.inline import Inline
from acquis.pages.overlay import Span

DATA = f"""{RIVERS}
decisions:
  - symbol: 1/RA.2
    title: One
    operative: ["See paragraph 2[^1] of decision 4/RA.1[^2] once more."]
    footnotes: {{"1": As corrected., "2": Not in force.}}
"""


def test_a_footnote_mark_within_a_citation_leaves_links_to_one_place(tmp_path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "all.yaml").write_text(DATA)
    corpus = load(tmp_path / "data").corpus
    division = divide(corpus.decisions["1-ra-2"].original)
    words = division.operative[0].text
    (found,) = Reader(corpus.conventions.values(), "en").read(text.plain(words))
    cited = [Span(found.start, found.end, "../4-ra-1/#para-2")]
    notes = division.notes_in("")
    page = parser.fragment_fromstring(
        str(Inline("Footnote {}").html(words, notes, cited=cited)), "p"
    )
    links = page.xpath(".//a[@class='citation']")
    assert [link.text_content() for link in links] == ["paragraph 2", " of decision 4/RA.1"]
    assert {link.get("href") for link in links} == {"../4-ra-1/#para-2"}
    assert page.xpath("count(.//sup/a[@role='doc-noteref'])") == 2
    assert page.xpath("count(.//a//a)") == 0
    assert page.text_content() == "See paragraph 21 of decision 4/RA.12 once more."


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("في 2020-03-06؛", "في <bdi>2020-03-06</bdi>؛"),
        ("مبلغ 12 345 دولار", "مبلغ <bdi>12 345</bdi> دولار"),
        ("مبلغ 1 234 567 دولار", "مبلغ <bdi>1 234 567</bdi> دولار"),
        # As official files have it: the last group short, or an order that only sight can tell.
        ("مبلغ 345 12 دولار", "مبلغ 345 12 دولار"),
        ("مبلغ 900 365 دولار", "مبلغ 900 365 دولار"),
        ("القرار 78/12", "القرار 78/12"),
        ("on 2020-03-06, 12 345", "on 2020-03-06, 12 345"),
    ],
)
def test_numbers_and_dates_keep_their_order_in_arabic(words: str, html: str) -> None:
    assert Inline("{}").html(words, {}) == html
