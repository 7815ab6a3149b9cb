"""Damaged texts: whatever is done to them, they become records without loss, or one clear error."""

import contextlib
import random
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from acquis import text as marks
from acquis.importers import plain
from acquis.importers.imported import Import, Settings, UnreadableError
from acquis.load.write import write
from acquis.model.institution import Body, Forms
from acquis.symbol import Pattern

BODY = Body(
    id="lakes",
    name=Forms({"en": "Council of Lakes"}),
    convention="lakes-convention",
    opening=Forms({"en": "The Council of Lakes"}),
    symbols=(Pattern("{number}/CL.{meeting}"),),
    document_symbols=(Pattern("LC/CL.{meeting}/{number}"),),
    meeting_id=Pattern("lakes-{meeting}"),
)
SETTINGS = Settings((BODY,))
REPORT = """\
| | LC/CL.4/12 |
Report of the Council
\tContents
\t1/CL.4\tReeds\t\t2
\t2/CL.4\tFish\t\t3
Decision 1/CL.4
Reeds
\tThe Council of Lakes,
\tRecalling the lakes,
I.\tMoney
\t1.\tActs:[footnoteRef:1] [1:  See *there*.]
\t\t(a)\tHere;
\t\t(b)\tThere:
\t\t\t(i)\tDeep;
\t\t\t(ii)\tDeeper;
\t2.\tReplaces paragraph 7:
\t\t7.\tOld;
\t\t12(e) bis.\tOlder;
\t3.\tWaits for the programme of the biennium and of the years of all lakes
2016–2017.
Annex I
[English only]
\tList of lakes
A.\tGeneral
1.\tFinance
4.\tPays.
\tTable 1
\tFees
\t| Party | Fee
(per cent) |
\t| Lakeland (LL)a | 3 |

\ta   Provisional.
\tSource: the register.
o\tbullet;
5.
* * *
Appendix
\tMore
\tText.
\t5th plenary meeting
\t\t1.\t18 November 2016
3.\t
\tDecision 2/CL.4
\tFish
\tThe Council of Lakes,
\tRecommends the draft below:
\tDraft decision -/CL.5
\tFrogs
\tThe Council of Lakes,
\tDecides to croak.
\t5th plenary meeting
\t18 November 2016
Resolution 1/CL.4
Thanks
\tThe Council of Lakes and the Council of Rivers,
\t1.\tThank.
"""
#: Words that tell the structure of a text and stand in its record in another form.
STRUCTURE = Counter(
    dict.fromkeys(("decision", "resolution", "draft", "annex", "appendix", "november", "2016"), 99)
    | dict.fromkeys(("council", "lakes", "2018"), 99)
)
PIECES = (
    *(
        "\t1.\t",
        "(a)\t",
        "Annex\n",
        "|",
        "||\n",
        "Draft decision -/CL.5\n",
        "The Council of Lakes,\n",
    ),
    *("[footnoteRef:1]", "[1: ", "]", "[bookmark: x]", "* * *\n", "18 May 2016\n", "5th meeting\n"),
    *(
        "\r",
        "\f",
        "\v",
        "\u2028",
        "\ufeff",
        "^",
        "~",
        "\\",
        "*",
        "[^1]",
        ":",
        ",",
        "\t\t\t",
        "13.1\t",
    ),
    *("Decision 1/CL.4\n", "9" * 30, "Table 1\n", "م", "㈠", "\U0001f41f", "e\u0301", "\u00a0"),
)


def mutated(text: str, chance: random.Random) -> str:
    """A text with a few lines and characters moved, doubled, dropped or put in."""
    lines = text.splitlines(keepends=True)
    for _ in range(chance.randint(1, 8)):
        place, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        deed = chance.randrange(6)
        if deed == 0:
            lines.insert(other, lines[place])
        elif deed == 1 and len(lines) > 2:
            del lines[place]
        elif deed == 2:
            lines[place], lines[other] = lines[other], lines[place]
        elif deed == 3:
            lines[place] = lines[place].strip("\n")
        else:
            at = chance.randint(0, len(lines[place]))
            lines[place] = lines[place][:at] + chance.choice(PIECES) + lines[place][at:]
    return "".join(lines)


@pytest.mark.parametrize("seed", range(300))
def test_mutated_texts(seed: int) -> None:
    text = mutated(REPORT, random.Random(seed))
    found = plain.read(text.encode(), "report.txt", SETTINGS)
    assert found
    for one in found:
        assert "decisions" in write({"decisions": [one.record]})
    assert not words_of([text]) - words_of(characters(found)) - STRUCTURE


def words_of(texts: Iterable[str]) -> Counter[str]:
    """Words of four letters or more, without what Word's marks of notes and anchors leave."""
    plainly = (re.sub(r"\[(?:footnoteRef:1|bookmark: x)\]", "", text) for text in texts)
    return Counter(word for text in plainly for word in re.findall(r"[^\W_]{4,}", text.casefold()))


def characters(value: Any) -> Iterator[str]:
    """All words of imports: those of the records, and those that are left over."""
    if isinstance(value, Import):
        yield from characters(value.record)
        yield from (left.text for left in value.report.leftover)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield str(name)
            yield from characters(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from characters(inner)
    else:
        yield marks.plain(str(value))


@pytest.mark.parametrize("seed", range(200))
def test_mutated_bytes(seed: int) -> None:
    chance = random.Random(seed)
    encoding = chance.choice(("utf-8", "utf-16", "cp1252", "utf-8-sig"))
    source = bytearray(REPORT.replace("–", "-").encode(encoding))
    for _ in range(chance.randint(1, 6)):
        source[chance.randrange(len(source))] = chance.randrange(256)
    if chance.random() < 0.3:
        del source[chance.randrange(len(source)) :]
    with contextlib.suppress(UnreadableError):
        assert plain.read(bytes(source), "report.txt", SETTINGS)


@pytest.mark.parametrize(
    "text",
    [
        "(c)\tDeeper:\n" * 20_000,
        "1.\tQuotes:\n" * 20_000,
        "Heading\n\n" * 20_000,
        "|a|b\n" * 20_000,
        "|\n" * 20_000,
        "[footnoteRef:1]" + "[1: " * 20_000,
        "a " * 200_000,
        "long line without an end and of many words\n" * 20_000,
        "Decision 1/CL.4\nThe Council of Lakes,\n1.\tActs.\n" * 5_000,
        "Draft decision -/CL.4\nThe Council of Lakes,\nActs.\n" * 3_000,
        "The list:\nThe Council of Lakes,\n" * 3_000,
        "".join(f"{number}.\tAct {number};\n" for number in range(999, 0, -1)) * 10,
        "Annex\n" * 20_000,
        "Annex\nAppendix\n" * 10_000,
        "5th meeting\n18 May 2016\n" * 10_000,
    ],
)
def test_hostile_texts_are_read_in_linear_time(text: str) -> None:
    start = time.process_time()
    plain.read((f"Decision 9/CL.4\nThe Council of Lakes,\n{text}").encode(), "x.txt", SETTINGS)
    assert time.process_time() - start < 10
