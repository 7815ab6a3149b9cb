"""Hostile text takes time in proportion to its length, whatever it is made of."""

import time

import pytest
from queries import corpus

from acquis.citation import Reader
from acquis.citation.words import LANGUAGES

PIECES = [
    "1",
    "/",
    "1/1",
    "12/3 ",
    "(1 ",
    "1 A (",
    "1514 (XV",
    "MC-",
    "MC-5/19, ",
    "paragraph ",
    "paragraph 1, ",
    "paragraph 1 (a) of ",
    "annex I to ",
    "the annex of the annex ",
    "resolution ",
    "General Assembly ",
    "subparagraph (a) of paragraph ",
    "Ibid., ",
    "第",
    "第1段",
    "本附件",
    "الفقرة ",
    "(a)",
    "5-",
    "paragraph 1 above, ",
    "decision MC-5/19, paragraph 1, ",
    "third preambular paragraph ",
    "third and ",
    "пункт третий и ",
]
SHORT, TIMES = 10_000, 4


@pytest.fixture(scope="module")
def readers(tmp_path_factory: pytest.TempPathFactory) -> list[Reader]:
    conventions = corpus(tmp_path_factory.mktemp("growth") / "data").conventions.values()
    return [Reader(conventions, language) for language in LANGUAGES]


def seconds(reader: Reader, text: str) -> float:
    """The least of three readings: what else the machine does makes them longer, never shorter."""
    least = float("inf")
    for _ in range(3):
        reader.known.clear()
        start = time.process_time()
        reader.read(text, ("minamata-cop",))
        least = min(least, time.process_time() - start)
    return least


@pytest.mark.parametrize("piece", PIECES)
def test_four_times_the_text_takes_about_four_times_as_long(
    readers: list[Reader], piece: str
) -> None:
    """Were it quadratic, it would take sixteen times as long."""
    short = (piece * SHORT)[:SHORT]
    for reader in readers:
        once, more = seconds(reader, short), seconds(reader, short * TIMES)
        assert more < 2.2 * TIMES * once + 0.02, (once, more)
