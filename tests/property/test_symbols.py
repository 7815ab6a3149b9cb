"""Reading and writing of symbols are inverse."""

from hypothesis import given
from hypothesis import strategies as st

from acquis.symbol import Pattern, id_fault, normal, slug

VALUES = {
    "": st.from_regex(r"[0-9]{1,4}", fullmatch=True),
    "roman": st.from_regex(r"[IVXLCDM]{1,6}", fullmatch=True),
    "letter": st.from_regex(r"[A-Z]{1,2}", fullmatch=True),
    "word": st.from_regex(r"[A-Za-z0-9.]{1,8}", fullmatch=True),
}
LITERAL = st.sampled_from(["/", " (", ")/", "-", "+(.*)[", " - ", "/RES/", "\\d|"])


@st.composite
def patterns(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    """A pattern and values for its placeholders."""
    source, values = draw(LITERAL).lstrip(), {}
    for place in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(sorted(VALUES)))
        name = "abcd"[place]
        values[name] = draw(VALUES[kind])
        source += f"{{{name}{':' if kind else ''}{kind}}}{draw(LITERAL)}"
    return source.rstrip(), values


@given(patterns())
def test_what_is_written_is_read(pattern_and_values: tuple[str, dict[str, str]]) -> None:
    source, values = pattern_and_values
    pattern = Pattern(source)
    symbol = pattern.format(values)
    assert symbol is not None
    assert pattern.parse(symbol) == values
    assert pattern.format(pattern.parse(symbol) or {}) == normal(symbol) == symbol


@given(st.text(max_size=60))
def test_a_slug_is_an_id_or_empty(symbol: str) -> None:
    made = slug(symbol)
    assert (
        not made or not id_fault(made) or made in {"index", "search"} or "device" in id_fault(made)
    )
    assert slug(made) == made
