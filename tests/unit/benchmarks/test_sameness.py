"""A page that lacks something of the text is found out."""

import pytest
from lxml import html

from benchmarks.sameness import Held, missing, read

HELD = Held(("en/a", "en/b", "fr/a"), ("en", "fr"))
OURS = """\
<main><header><h1>Title</h1></header><div data-official-text>
<p class="opening">The Assembly,</p>
<div id="para-1"><p><a class="number" href="#para-1">1.</a> Recalls <a class="citation"
href="../b/#para-2">resolution B</a>;<sup class="note" id="fnref-1"><a href="#fn-1">1</a></sup></p>
</div><div class="footnotes"><div class="footnote" id="fn-1"><p><a class="number" href="#fnref-1"
role="doc-backlink">1</a> See B.<a class="self" href="#fn-1"></a></p></div></div></div>
<aside id="cited-by"><ul><li><a href="../b/#para-1">B, para. 1</a></li></ul></aside></main>"""
THEIRS = """\
<article><h1>A: Title</h1><p>The Assembly,</p>
<p id="para-1"><a href="#para-1">1.</a> Recalls <a href="../b/#para-2">resolution B</a>;<sup
id="fnref:fn-1"><a href="#fn:fn-1" class="footnote-ref">1</a></sup></p>
<h2 id="cited-by">Cited by</h2><ul><li><a href="../b/#para-1">B, para. 1</a></li></ul>
<div class="footnote"><ol><li id="fn:fn-1"><p><a id="fn-1"></a>See B.<a class="footnote-backref"
href="#fnref:fn-1">back</a></p></li></ol></div></article>"""


def found(theirs: str) -> list[str]:
    ours = read(html.fromstring(OURS), "decisions/a/", HELD, ours=True)
    return list(missing(ours, read(html.fromstring(theirs), "en/a/", HELD)))


def test_the_same_text_is_the_same() -> None:
    assert found(THEIRS) == []


@pytest.mark.parametrize(
    ("left_out", "instead", "problem"),
    [
        ("Recalls ", "", "the words are others"),
        ("The Assembly,", "Assembly The,", "the words are others"),
        ("See B.", "See.", "notes are missing"),
        ('<a href="../b/#para-2">resolution B</a>', "resolution B", "links are missing"),
        ("../b/#para-2", "../b/#para-1", "links are missing"),
        ('<p id="para-1">', "<p>", "anchors are missing"),
        ('<li><a href="../b/#para-1">B, para. 1</a></li>', "", "cited are missing"),
    ],
)
def test_what_is_left_out_is_told(left_out: str, instead: str, problem: str) -> None:
    assert left_out in THEIRS
    assert any(one.startswith(problem) for one in found(THEIRS.replace(left_out, instead)))


@pytest.mark.parametrize(
    ("href", "place", "target"),
    [
        ("../b/#para-2", "decisions/a/", "en/b#para-2"),
        ("../../../decisions/b/", "fr/decisions/a/", "en/b#"),
        ("../b/", "fr/decisions/a/", "en/b#"),  # its page shows the original
        ("../a/", "fr/b/", "fr/a#"),
        ("#para-1", "en/a/", "en/a#para-1"),
        ("../../conventions/one/", "decisions/a/", "/"),
        ("https://example.org/x", "decisions/a/", "https://example.org/x"),
    ],
)
def test_where_a_link_leads(href: str, place: str, target: str) -> None:
    assert HELD.target(href, place) == target


def test_some_are_taken_from_the_first_to_the_last() -> None:
    held = Held(tuple(f"en/{number}" for number in range(100)), ("en",))
    assert held.some(4) == ("en/0", "en/25", "en/50", "en/75")
