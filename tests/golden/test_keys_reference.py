"""The reference of keys in the docs names every key that the loader knows, as it is."""

from pathlib import Path

import pytest

from acquis.load.records import LISTS
from acquis.load.reference import markdown

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "keys.md"


def test_the_page_is_made_from_the_tables(bless: bool) -> None:
    text = markdown()
    if bless:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    elif PAGE.read_text(encoding="utf-8") != text:
        pytest.fail(
            "docs/reference/keys.md is not what the loader reads; renew it with "
            "python3 scripts/bless.py -k keys",
            pytrace=False,
        )


def test_every_list_has_its_table_with_every_key() -> None:
    sections = dict(
        part.split("\n", 1) for part in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]
    )
    for name, fields in LISTS.items():
        for key in fields:
            assert f"| `{key}` | " in sections[name], (name, key)
