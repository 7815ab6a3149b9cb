"""What the site is made of: the data, read and checked, and the pages made from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from acquis.finding import Finding, Level
from acquis.pages.page import File, Page
from acquis.report import Lines
from acquis.settings import Settings


@dataclass(frozen=True, slots=True)
class Content:
    """The findings about the data, and a function that makes the pages whenever it is called.

    Pages are made one after the other, as they are asked for, and nobody keeps them all.
    `translate` gives a title that stands in `nav` in a language.
    """

    findings: tuple[Finding, ...]
    lines: Lines
    make: Callable[[], Iterator[Page | File]]
    translate: Callable[[str, str], str] = lambda language, title: title

    @property
    def broken(self) -> bool:
        """Whether a finding is so grave that no pages can be made."""
        return any(finding.level is Level.ERROR for finding in self.findings)


def generate(settings: Settings) -> Content:
    """Read and check the data that the settings name."""
    raise NotImplementedError
