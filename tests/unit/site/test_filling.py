from dataclasses import astuple, fields

import pytest
from markupsafe import Markup, escape

from acquis.pages.page import Page
from acquis.site.filling import Filler, FillingError, Slots, shared, slots


def page(**values):
    fields = {
        "address": "decisions/mc-1-1/",
        "language": "en",
        "kind": "decision",
        "section": "decisions/",
        "title": "A & B",
        "description": "<i>",
        "head": Markup("<meta>"),
        "content": Markup("<p>text</p>"),
        "contents": Markup("<ol></ol>"),
    }
    return Page(**(fields | values))


def layout(page, shown):
    """A theme: prints every slot, two of them twice."""
    return f"<{shown.title}|{page.section}|{'|'.join(astuple(shown))}|{shown.content}>"


def filled(layout, *pages, entries=()):
    filler = Filler(layout, frozenset(entries), "https://example.org/a")
    return [filler.fill(one).decode() for one in pages]


def test_slots_are_escaped_where_they_are_text():
    shown = slots(page(title="\"'<>&"), "https://example.org/a?b&c/")
    assert shown.title == "&#34;&#39;&lt;&gt;&amp;"
    assert shown.description == "&lt;i&gt;"
    assert shown.content == "<p>text</p>"
    assert slots(page(), "https://example.org/a").canonical == (
        "https://example.org/a/decisions/mc-1-1/"
    )
    assert slots(page(), "").canonical == slots(page(), None).canonical == ""


def test_a_filled_page_is_the_rendered_one():
    pages = [page(), page(title="x0z x1z", content=Markup("x2zx2z")), page(contents=Markup(""))]
    rendered = [layout(one, slots(one, "https://example.org/a")) for one in pages]
    assert filled(layout, *pages) == rendered


def test_text_that_has_the_markers_stays_text():
    """Should a text know the very markers of the frame, it is still not searched for them."""
    seen = []

    def spy(page, shown):
        seen.append(shown)
        return layout(page, shown)

    filler = Filler(spy, frozenset(), None)
    filler.fill(page())
    for marker in astuple(seen[0]):
        if marker:
            assert filler.fill(page(content=Markup(marker))).decode().count(str(marker)) == 2
    assert len(seen) == 1


def test_one_frame_for_all_that_differ_in_their_slots_alone():
    calls = []

    def counting(page, shown):
        calls.append(page.address)
        return layout(page, shown)

    same = [page(address=f"decisions/{name}/", title=name) for name in "abc"]
    other = [
        page(address="decisions/"),
        page(address="decisions/x/y/"),
        page(kind="document"),
        page(section="documents/"),
        page(language="fr"),
        page(description=""),
        page(contents=Markup("")),
        page(address="topics/entry/"),
    ]
    filled(counting, *same, *other, *other, entries=["topics/entry/"])
    assert calls == ["decisions/a/", *(one.address for one in other)]


@pytest.mark.parametrize(
    "unfit",
    [
        lambda page, shown: f"{shown.title.upper()} {shown.content}",
        lambda page, shown: f"{shown.title} {shown.content[:20]}",
        lambda page, shown: f"{shown.title}",
    ],
)
def test_a_theme_that_changes_a_slot_is_found_out(unfit):
    with pytest.raises(FillingError):
        filled(unfit, page())


def test_markers_are_new_each_time():
    seen = [[], []]
    for each in seen:
        filled(lambda page, shown, each=each: each.append(shown) or layout(page, shown), page())
    assert not set(astuple(seen[0][0])) & set(astuple(seen[1][0]))
    assert {field.name for field in fields(Slots)} == {
        "title",
        "description",
        "canonical",
        "head",
        "content",
        "contents",
        "path",
    }


def test_what_utf8_cannot_hold_is_written_as_mkdocs_does():
    filler = Filler(layout, frozenset(), None)
    assert b"&#55296;" in filler.fill(page(content=escape("\ud800")))


@pytest.mark.parametrize(
    ("path", "common"),
    [
        ("decisions/mc-5-19/", "decisions/mc-5-19/"),
        ("decisions/mc-5-19/parallel/", "decisions/mc-5-19/"),
        ("decisions/mc-5-19/cited/", "decisions/mc-5-19/"),
        ("decisions/page/2/", "decisions/"),
        ("openings/recalling/", "openings/"),
        ("openings/", "openings/"),
        ("", ""),
    ],
)
def test_the_choice_of_language_leads_to_what_every_language_has(path, common):
    assert shared(path) == common
