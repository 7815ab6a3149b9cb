"""The next symbol of a meeting: one more than its last, in the form of its body."""

from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.institution import Body, Convention, Forms, Meeting
from acquis.model.succession import next_symbols
from acquis.symbol import Pattern

NAME = Forms({"en": "Council"})


def corpus(pattern: str, meeting_id: str, *symbols: str) -> Corpus:
    body = Body("lakes", NAME, "c", symbols=(Pattern(pattern),), meeting_id=Pattern(meeting_id))
    return Corpus(
        conventions={"c": Convention("c", NAME, bodies=(body,))},
        meetings={id_: Meeting(id_, NAME, ("lakes",)) for id_ in ("lakes-6", "lakes-7")},
        decisions={
            symbol: Decision(symbol, {}, "en", "resolution", symbol=symbol, meeting="lakes-6")
            for symbol in symbols
        },
    )


def following(of: Corpus, meeting: str) -> tuple[str, ...]:
    return next_symbols(of.meetings[meeting], of)


def test_the_number_goes_up_by_one_and_begins_at_one() -> None:
    lakes = corpus("L/{meeting}/{number}", "lakes-{meeting}", "L/6/2", "L/6/10", "X/1")
    assert following(lakes, "lakes-6") == ("L/6/11",)
    assert following(lakes, "lakes-7") == ("L/7/1",)


def test_other_placeholders_are_those_of_its_other_texts() -> None:
    lakes = corpus("{number} ({session:roman})", "lakes-{meeting}", "1514 (XV)")
    assert following(lakes, "lakes-6") == ("1515 (XV)",)
    assert following(lakes, "lakes-7") == ()


def test_nothing_is_suggested_where_nothing_counts() -> None:
    assert following(corpus("L-{name:word}", "lakes-{meeting}"), "lakes-6") == ()
