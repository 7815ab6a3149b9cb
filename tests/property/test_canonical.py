"""The fast reader of canonical files reads them as the general one does, or leaves them to it."""

from pathlib import Path
from random import Random
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from mangling import Mangler
from records import files
from taken import taken

from acquis.load.format import canonical as written

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
DATA = [
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[2] / "data").glob("*.yaml"))
]
SIGNS = " \n\t\r\u00a0\u0085\u2028\u2011\ufeff\x00\x7f😀é:#-'\"\\|>[]{},&*!%@`?~.=<"
PIECES = [
    "\n\n", "\n  ", "\n    ", "  \n", "        \n", "- ", "- - ", ": ", ":\n", " #", "# c\n",
    "  # c", "\n# c\n", "---\n", "...\n", "%YAML 1.2\n", ">-\n", "- >-\n", ">\n", ">2-\n", ">-2\n",
    "|-\n", ">-  # c\n", ">-#c\n", "\n      - >-\n        text\n", "\n    key: >-\n      text\n",
    "''", '""', "\\u2011", "\\ud800", "\\UFFFFFFFF", "\\x4", "\\ ", "no", "1:30", "? a\n", "<<: ",
    '"a": ', "a: b", "{}", "[]", '[a, "b]"]', "[a: b]", "{a: b}",
]  # fmt: skip


def change(text: str, random: Random) -> str:
    """A text in which something was put in, taken out, or moved."""
    at = random.randrange(len(text) + 1)
    lines = text.split("\n")
    line = random.randrange(len(lines))
    match random.randrange(8):
        case 0 | 1:
            return text[:at] + random.choice(PIECES) + text[at:]
        case 2:
            return text[:at] + random.choice(SIGNS) + text[at:]
        case 3:
            return text[:at] + random.choice(["", *SIGNS]) + text[at + random.randint(1, 3) :]
        case 4:
            del lines[line]
        case 5:
            lines.insert(random.randrange(len(lines)), lines[line])
        case 6:
            lines[line] = " " * random.randint(1, 4) + lines[line]
        case 7:
            lines[line] = lines[line][random.randint(1, 4) :]
    return "\n".join(lines)


def excerpt(text: str, random: Random) -> str:
    """Some lines of a file, as it begins or below a key of their own."""
    lines = text.splitlines(keepends=True)
    count = random.randint(3, 40)
    start = random.choice([0, random.randrange(len(lines))])
    return ("decisions:\n" if start else "") + "".join(lines[start : start + count])


@settings(max_examples=150, deadline=None, phases=PHASES)
@given(files())
def test_what_is_written_is_taken(document: dict[str, Any]) -> None:
    assert taken(written(document))


@settings(max_examples=250, deadline=None, phases=PHASES)
@given(files(), st.integers(0, 2**32))
def test_what_was_changed_is_read_right_or_left(document: dict[str, Any], seed: int) -> None:
    random = Random(seed)
    text = written(document)
    for _ in range(5):
        text = change(text, random)
        taken(text)


@settings(max_examples=1000, deadline=None, phases=PHASES)
@given(st.sampled_from(DATA), st.integers(0, 2**32))
def test_changed_data_are_read_right_or_left(text: str, seed: int) -> None:
    random = Random(seed)
    for _ in range(5):
        changed = excerpt(text, random)
        for _ in range(random.randint(0, 3)):
            changed = change(changed, random)
            taken(changed)


@settings(max_examples=100, deadline=None, phases=PHASES)
@given(files(), st.integers(0, 2**32), st.booleans())
def test_other_styles_are_read_right_or_left(
    document: dict[str, Any], seed: int, comments: bool
) -> None:
    taken(Mangler(Random(seed), comments=comments).file(document))
