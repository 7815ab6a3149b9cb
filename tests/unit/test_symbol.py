"""Symbols, slugs and ids."""

import pytest

from acquis.symbol import LONGEST_ID, Pattern, PatternError, id_fault, normal, slug


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("MC-5/19", "mc-5-19"),
        ("A/RES/78/3 (II)", "a-res-78-3-ii"),
        ("RC‑12/9", "rc-12-9"),  # U+2011
        ("UNEP/MC/COP.6/INF/29", "unep-mc-cop-6-inf-29"),
        ("1514 (XV)", "1514-xv"),
        ("(*) الأمم", ""),
    ],
)
def test_a_slug_holds_a_to_z_digits_and_single_hyphens(symbol: str, expected: str) -> None:
    assert slug(symbol) == expected


@pytest.mark.parametrize("good", ["a", "mc-5-19", "0", "a" * LONGEST_ID])
def test_ids_that_can_be_used(good: str) -> None:
    assert id_fault(good) == ""


@pytest.mark.parametrize(
    ("bad", "fault"),
    [
        ("", "may hold only"),
        ("A", "may hold only"),
        ("a--b", "may hold only"),
        ("-a", "may hold only"),
        ("a-", "may hold only"),
        ("../a", "may hold only"),
        ("a\n", "may hold only"),
        ("٣", "may hold only"),
        ("a" * (LONGEST_ID + 1), "longer"),
        ("aux", "device"),
        ("com1", "device"),
        ("index", "page"),
        ("search", "page"),
    ],
)
def test_ids_that_cannot_be_used(bad: str, fault: str) -> None:
    assert fault in id_fault(bad)


def test_symbols_are_compared_with_plain_hyphens_and_spaces() -> None:
    assert normal("RC‑12/9") == "RC-12/9"
    assert normal(" 1514\u00a0 (XV)\n") == "1514 (XV)"


@pytest.mark.parametrize(
    ("pattern", "symbol", "values"),
    [
        ("MC-{meeting}/{number}", "MC-5/19", {"meeting": "5", "number": "19"}),
        ("RC-{meeting}/{number}", "RC‑12/9", {"meeting": "12", "number": "9"}),
        ("{number} ({session:roman})", "1514 (XV)", {"number": "1514", "session": "XV"}),
        ("{number}/{body:word}", "1/CP.21", {"number": "1", "body": "CP.21"}),
        ("A/RES/{s}/{n} {part:letter}", "A/RES/78/80 B", {"s": "78", "n": "80", "part": "B"}),
    ],
)
def test_a_pattern_reads_and_writes_a_symbol(
    pattern: str, symbol: str, values: dict[str, str]
) -> None:
    read = Pattern(pattern)
    assert read.parse(symbol) == values
    assert read.format(values) == normal(symbol)
    assert read.names == tuple(values)


@pytest.mark.parametrize("symbol", ["MC-5/19/1", "xMC-5/19", "MC-/19", "MC-V/19", "MC.5/19", ""])
def test_what_is_not_of_the_pattern_is_not_read(symbol: str) -> None:
    assert Pattern("MC-{meeting}/{number}").parse(symbol) is None


def test_what_is_literal_in_a_pattern_is_no_regular_expression() -> None:
    assert Pattern("A.+{n}").parse("AAAA1") is None
    assert Pattern("A.+{n}").parse("A.+1") == {"n": "1"}


def test_a_symbol_is_not_made_of_missing_values() -> None:
    assert Pattern("MC-{meeting}/{number}").format({"meeting": "5"}) is None


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{a}{b}", "nothing stands between"),
        ("{a}/{a}", "stands twice"),
        ("{a:octal}", "no kind"),
        ("{a", "brace"),
        ("a}", "brace"),
        ("{A}", "brace"),
        ("{}", "brace"),
        ("{a.__class__}", "brace"),
    ],
)
def test_a_pattern_that_cannot_be_read_says_why(source: str, reason: str) -> None:
    with pytest.raises(PatternError, match=reason):
        Pattern(source)
