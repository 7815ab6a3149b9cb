"""Reading and writing of marked text are inverse, and no character is lost."""

from hypothesis import given
from hypothesis import strategies as st

from acquis.text import Run, Style, escape, format, note_marks, notes, parse, plain

CHARACTERS = st.sampled_from([*"ab \\*^~[]()", "é", "\u00a0", "会", "\u202f", "https://a", "[^1]"])
WORDS = st.lists(CHARACTERS, min_size=1, max_size=8).map("".join)
#: Superscripts and subscripts of one another are not set; neither are styles of spaces.
STYLES = st.sampled_from(
    [0, 1, 2, 3, int(Style.SUPERSCRIPT), int(Style.SUBSCRIPT), int(Style.SUPERSCRIPT) + 1]
)
URLS = st.sampled_from([None, None, None, "https://example.org/a_(b)", "mailto:a@b.org"])
RUNS = st.one_of(
    st.tuples(WORDS, STYLES, URLS).map(lambda run: Run(*run)),
    st.sampled_from(["1", "*", "12", "a"]).map(lambda label: Run("", note=label)),
)


@given(st.lists(CHARACTERS, max_size=30).map("".join))
def test_writing_what_was_read_reads_the_same(source: str) -> None:
    written = format(parse(source))
    assert plain(written) == plain(source)
    assert notes(written) == notes(source)
    assert format(parse(written)) == written


@given(st.lists(WORDS, max_size=5).map("".join))
def test_escaped_words_are_literal(words: str) -> None:
    assert plain(escape(words)) == words
    assert notes(escape(words)) == ()


@given(st.lists(CHARACTERS, max_size=30).map("".join))
def test_the_marks_of_footnotes_are_those_of_the_runs(source: str) -> None:
    assert notes(source) == tuple(run.note for run in parse(source) if run.note is not None)
    for at, label in note_marks(source):
        assert source.startswith(f"[^{label}]", at)


@given(st.lists(RUNS, max_size=6))
def test_written_runs_keep_their_words(runs: list[Run]) -> None:
    assert plain(format(runs)) == "".join(run.text for run in runs)


#: Few kinds of marks, so that the usual ones are often met: notes and one stretch of emphasis.
USUAL = st.sampled_from(["*", "**", "***", "[^1]", "[^*]", "a", " ", "b", "[", "](http://c)", "^"])


@given(st.lists(USUAL, max_size=9).map("".join))
def test_plain_words_are_those_of_the_runs(source: str) -> None:
    assert plain(source) == "".join(run.text for run in parse(source))
