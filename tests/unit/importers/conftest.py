"""Invented Akoma Ntoso files, made of the pieces that a test is about."""

from collections.abc import Callable
from typing import Any

import pytest
from akn_made import BODY, paragraph, source

from acquis.importers import akn
from acquis.importers.imported import Import, Settings

Read = Callable[..., Import]


@pytest.fixture
def settings() -> Settings:
    return Settings((BODY,))


@pytest.fixture
def read(settings: Settings) -> Read:
    """Reads a file made of the given pieces."""

    def made(*pieces: str, **more: Any) -> Import:
        return akn.read(source(*pieces, **more).encode(), "folder/L_7_12.xml", settings)

    return made


@pytest.fixture
def operative(read: Read) -> Callable[..., Any]:
    """The operative part of a text with these paragraphs, given as (number, text)."""

    def made(*paragraphs: tuple[str, str]) -> Any:
        found = read("".join(paragraph(*pair) for pair in paragraphs))
        assert found.report.leftover == []
        return found.record["operative"]

    return made
