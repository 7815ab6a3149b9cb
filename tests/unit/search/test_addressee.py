from pathlib import Path

import pytest

from acquis.load import load
from acquis.model.corpus import Corpus
from acquis.search.addressee import Addressees
from acquis.search.analysis import Analyst
from acquis.search.passage import Passage
from acquis.search.stem import Stems

EXAMPLE = Path(__file__).parents[3] / "examples" / "general-assembly" / "data"
LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load(EXAMPLE, LANGUAGES).corpus


def found(corpus: Corpus, language: str, opening: str, rest: str) -> list[str]:
    finder = Addressees(corpus, Stems(language, {}, {}), Analyst())
    passage = Passage("operative", opening + rest, "para-1", "1", openings=(opening,))
    return list(finder.of(passage))


@pytest.mark.parametrize(
    ("language", "opening", "rest"),
    [
        ("en", "Requests", " the Secretary-General to report on oceans;"),
        ("en", "Also requests", ", in this regard, the Secretary-General to report;"),
        ("fr", "Prie", " le Secrétaire général de présenter un rapport ;"),
        ("es", "Solicita", " al Secretario General que presente un informe;"),
        ("ru", "просит", " Генерального секретаря представить доклад;"),
        ("ar", "تطلب", " إلى الأمين العام أن يقدم تقريرا؛"),
        ("zh", "请", "秘书长提出报告；"),
    ],
)
def test_a_name_after_the_opening_words(
    corpus: Corpus, language: str, opening: str, rest: str
) -> None:
    assert found(corpus, language, opening, rest) == ["secretary-general"]


def test_the_longer_name_counts(corpus: Corpus) -> None:
    assert found(corpus, "en", "Urges", " Member States to act;") == ["member-states"]
    assert found(corpus, "en", "Urges", " all States to act;") == ["states"]


def test_a_name_further_on_is_no_addressee(corpus: Corpus) -> None:
    rest = " the report on the implementation of the plan that the Secretary-General made;"
    assert found(corpus, "en", "Takes note of", rest) == []


def test_what_the_data_say_counts_first(corpus: Corpus) -> None:
    finder = Addressees(corpus, Stems("en", {}, {}), Analyst())
    passage = Passage(
        "operative", "Requests the Secretary-General to act;", "para-1", "1",
        openings=("Requests",), actors=("states",),
    )  # fmt: skip
    assert list(finder.of(passage)) == ["states"]
