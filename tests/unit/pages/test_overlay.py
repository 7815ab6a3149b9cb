"""Spans over runs: every character stays, and a span is one stretch unless a note breaks it."""

from collections.abc import Iterable, Iterator

from hypothesis import given
from hypothesis import strategies as st

from acquis import text
from acquis.pages.overlay import Span, laid
from acquis.text import Run

WORDS = st.text("ab *^~[]\\1", max_size=30)


def shown(source: str, *spans: tuple[int, int]) -> list[tuple[str, str | None]]:
    """The stretches of marked text with its spans: their words, a note as its label, and names."""
    named = [Span(start, end, f"{start}-{end}") for start, end in spans]
    return [
        ("".join(run.text if run.note is None else f"^{run.note}" for run in one.runs), one.what)
        for one in laid(text.parse(source), named)
    ]


def test_a_span_over_emphasis_is_one_stretch() -> None:
    assert shown("see *decision* **1**/2, there", (4, 16)) == [
        ("see ", None),
        ("decision 1/2", "4-16"),
        (", there", None),
    ]


def test_a_note_stands_outside_what_it_breaks() -> None:
    assert shown("decision[^1] 1/2[^2] now", (0, 12)) == [
        ("decision", "0-12"),
        ("^1", None),
        (" 1/2", "0-12"),
        ("^2 now", None),
    ]


def test_no_span_lies_over_a_link_of_the_text() -> None:
    source = "a [decision 1/2](https://a.example), 3/4"
    assert shown(source, (2, 14), (16, 19)) == [
        ("a decision 1/2, ", None),
        ("3/4", "16-19"),
    ]


def test_spans_that_touch_are_apart() -> None:
    assert shown("ab", (0, 1), (1, 2)) == [("a", "0-1"), ("b", "1-2")]


@given(WORDS, st.lists(st.integers(0, 30), max_size=8, unique=True))
def test_nothing_is_lost_or_changed(source: str, edges: list[int]) -> None:
    runs = text.parse(source)
    edges = sorted(edges)
    spans = [Span(a, b, a) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    laid_over = [run for one in laid(runs, spans) for run in one.runs]
    assert "".join(run.text for run in laid_over) == text.plain(source)
    assert [run.note for run in laid_over if run.note] == list(text.notes(source))
    assert list(signs(laid_over)) == list(signs(runs))


def signs(runs: Iterable[Run]) -> Iterator[tuple[object, ...]]:
    """Each character with its style and link, and each note, in order."""
    for run in runs:
        yield from ((character, *run[1:]) for character in run.text)
        if run.note is not None:
            yield run
