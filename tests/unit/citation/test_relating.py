"""What a text does to those that it cites, told from its own words in six languages."""

from collections.abc import Callable

import pytest

from acquis.citation import Citation, Reader
from acquis.citation.passage import Passage
from acquis.citation.relating import related
from acquis.model.block import NOWHERE

Relate = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def relate(reader: Callable[[str], Reader]) -> Relate:
    def relations(
        text: str, language: str = "en", anchor: str = "preamble-1"
    ) -> list[tuple[str, str]]:
        passage = Passage(anchor, text, NOWHERE)
        citations = [
            Citation(
                "x", language, passage, span.start, span.end, span.kind, span.symbol, span.part
            )
            for span in reader(language).read(text, ("diet",))
        ]
        return [(one.kind, one.citation.symbol) for one in related(citations, language)]

    return relations


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Recalling its resolutions 70/1 of 25 September 2015 and 71/2,"),
        ("fr", "Rappelant ses résolutions 70/1 du 25 septembre 2015 et 71/2,"),
        ("es", "Recordando sus resoluciones 70/1, de 25 de septiembre de 2015, y 71/2,"),
        ("ru", "ссылаясь на свои резолюции 70/1 от 25 сентября 2015 года и 71/2,"),
        ("ar", "إذ تشير إلى قراريها 70/1 المؤرخ 25 أيلول/سبتمبر 2015 و 71/2،"),
        ("zh", "回顾其2015年9月25日第70/1号和第71/2号决议，"),
    ],
)
def test_recalled(relate: Relate, language: str, text: str) -> None:
    assert relate(text, language) == [("recalls", "U/RES/70/1"), ("recalls", "U/RES/71/2")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Reaffirming also its resolution 70/1,"),
        ("fr", "Réaffirmant également sa résolution 70/1,"),
        ("es", "Reafirmando también su resolución 70/1,"),
        ("ru", "вновь подтверждая также свою резолюцию 70/1,"),
        ("ar", "وإذ تؤكد من جديد قرارها 70/1،"),
        ("zh", "重申其第70/1号决议，"),
    ],
)
def test_reaffirmed(relate: Relate, language: str, text: str) -> None:
    assert relate(text, language) == [("reaffirms", "U/RES/70/1")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Requests the secretariat, pursuant to paragraph 3 of its resolution 70/1, to act;"),
        ("fr", "Prie le secrétariat d’agir conformément à sa résolution 70/1 ;"),
        ("es", "Solicita que actúe de conformidad con su resolución 70/1;"),
        ("ru", "просит действовать в соответствии с резолюцией 70/1;"),
        ("ar", "تطلب إلى الأمانة أن تعمل وفقا للقرار 70/1؛"),
        ("zh", "请秘书处根据其第70/1号决议采取行动；"),
    ],
)
def test_implemented(relate: Relate, language: str, text: str) -> None:
    assert relate(text, language, "para-1") == [("implements", "U/RES/70/1")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Decides that the present resolution supersedes resolution 70/1;"),
        ("en", "Decides to replace its resolution 70/1;"),
        ("en", "Decides that resolution 70/1 is hereby superseded by the present resolution;"),
        ("fr", "Décide que la présente résolution remplace la résolution 70/1 ;"),
        ("es", "Decide que la presente resolución sustituye la resolución 70/1;"),
        ("ru", "постановляет, что настоящая резолюция заменяет резолюцию 70/1;"),
        ("ar", "تقرر إلغاء القرار 70/1؛"),
        ("zh", "决定撤销第70/1号决议；"),
    ],
)
def test_superseded(relate: Relate, language: str, text: str) -> None:
    assert relate(text, language, "para-1") == [("supersedes", "U/RES/70/1")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Decides to amend resolution 70/1 as follows:", "amends"),
        ("Decides to replace paragraph 4 of resolution 70/1 by the following:", "amends"),
        ("Decides that paragraph 4 of resolution 70/1 shall be replaced by this:", "amends"),
        ("Adopts resolution 70/1;", "adopts"),
        ("Mirroring resolution 70/1, decides to act;", "mirrors"),
    ],
)  # fmt: skip
def test_other_acts(relate: Relate, text: str, kind: str) -> None:
    assert relate(text, anchor="para-1") == [(kind, "U/RES/70/1")]


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Welcoming the report submitted under resolution 70/1,", "preamble-1"),
        ("Recalling the meeting at which it was decided to amend resolution 70/1,", "preamble-1"),
        ("Decides that the system will eventually supersede what resolution 70/1 says;", "para-1"),
        ("Recalling its resolution 70/1,", "para-3-quote-1-para-1"),
        ("in accordance with resolution 70/1", "annex-1-para-1"),
        ("Decides to meet again. The work under resolution 70/1 goes on.", "para-1"),
        ("Decides to keep resolution 70/1, which is not superseded;", "para-1"),
    ],
)
def test_what_is_only_told_is_no_act(relate: Relate, text: str, anchor: str) -> None:
    assert relate(text, anchor=anchor) == []


def test_what_another_text_did_is_not_done_here(relate: Relate) -> None:
    text = "Recalling resolution 70/1, by which it decided to amend resolution 60/2,"
    assert relate(text) == [("recalls", "U/RES/70/1")]
