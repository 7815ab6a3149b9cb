"""The templates by themselves: what one takes from another is there."""

import re

import pytest

from acquis.settings import packaged_templates

FOLDER = packaged_templates()
NAMES = sorted(path.name for path in FOLDER.glob("*.j2"))
TAKEN = re.compile(
    r'{%-? from "(?P<template>[^"]+)" import (?P<names>[^%]+?)(?: with context)? -?%}'
)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_template_takes_from_another_is_there(name: str) -> None:
    for match in TAKEN.finditer((FOLDER / name).read_text(encoding="utf-8")):
        other = (FOLDER / match["template"]).read_text(encoding="utf-8")
        for macro in match["names"].split(","):
            assert f"{{% macro {macro.strip()}(" in other, f"{macro} from {match['template']}"


def test_templates_take_from_one_another() -> None:
    texts = [(FOLDER / name).read_text(encoding="utf-8") for name in NAMES]
    assert sum(len(TAKEN.findall(text)) for text in texts) > 5
    assert sum(text.count("{% from") for text in texts) == sum(len(TAKEN.findall(t)) for t in texts)
