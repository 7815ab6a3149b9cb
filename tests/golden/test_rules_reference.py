"""The reference in the docs says what the rules are and do, as they are."""

from pathlib import Path

import pytest

from acquis.check import RULES
from acquis.check.reference import markdown

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "rules.md"
FOLDER = Path(__file__).parent / "rules"


def test_the_page_is_made_from_the_rules(bless: bool) -> None:
    examples = {
        path.parent.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*/expected.txt")
    }
    text = markdown(examples)
    if bless:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    elif PAGE.read_text(encoding="utf-8") != text:
        pytest.fail(
            "docs/reference/rules.md is not what the rules say; renew it with "
            "python3 scripts/bless.py -k rules",
            pytrace=False,
        )


def test_every_rule_is_a_heading_with_an_example() -> None:
    entries = PAGE.read_text(encoding="utf-8").split("\n### ")[1:]
    assert [entry.partition("\n")[0] for entry in entries] == [rule.id for rule in RULES]
    for entry in entries:
        assert f"[{entry.partition(chr(10))[0]}]: " in entry
