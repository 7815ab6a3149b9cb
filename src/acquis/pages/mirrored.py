"""Mirror groups as pages show them: the versions of one decision, laid side by side once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from acquis.align import Line, versions
from acquis.link import Links, mirror_groups
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.divide import divide
from acquis.reads import EVERY, note, note_text, unnoted


@dataclass(frozen=True)
class Group:
    """The decisions that mirror one another, in the order of their conventions.

    `compared` are those whose text is held in `language`, the reference first: the one that was
    adopted first. `lines` lays their texts side by side; there are none where fewer than two are
    held. `language` is the page's, or the one in which most of the texts are held.
    """

    members: tuple[Decision, ...]
    compared: tuple[Decision, ...]
    language: str

    @property
    def slug(self) -> str:
        """The last part of the group's address: that of its first member."""
        return self.members[0].slug

    @property
    def others(self) -> tuple[Decision, ...]:
        """The members whose text is not held in the language."""
        return tuple(one for one in self.members if one not in self.compared)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The texts side by side."""
        for one in self.compared:
            note_text(one.versions[self.language])
        return self._lines

    @cached_property
    def _lines(self) -> tuple[Line, ...]:
        if len(self.compared) < 2:
            return ()
        return versions([divide(one.versions[self.language]) for one in self.compared])

    @property
    def same(self) -> int:
        """How many passages are the same in all texts."""
        return sum(line.same for line in self.lines)

    @property
    def differing(self) -> int:
        """How many passages are not."""
        return len(self.lines) - self.same


class Mirrored:
    """The mirror groups of a corpus in one language; each is laid side by side when asked for."""

    def __init__(self, corpus: Corpus, links: Links, language: str) -> None:
        order = {body.id: place for place, body in enumerate(corpus.bodies.values())}

        def place(one: Decision) -> int:
            return min((order.get(id_, len(order)) for id_ in one.bodies), default=len(order))

        with unnoted():
            self._groups = [
                _group(sorted((corpus.decisions[slug] for slug in slugs), key=place), language)
                for slugs in mirror_groups(links.mirrors, corpus)
            ]
        self._of = {one.slug: group for group in self._groups for one in group.members}

    @property
    def groups(self) -> list[Group]:
        """All groups."""
        note("mirrors", EVERY)
        for group in self._groups:
            _note(group)
        return self._groups

    def of(self, decision: Decision) -> Group | None:
        """The group of a decision, None where it has none."""
        note("mirrors", decision.slug)
        group = self._of.get(decision.slug)
        if group is not None:
            _note(group)
        return group


def _note(group: Group) -> None:
    for one in group.members:
        note("decisions", one.slug)


def _group(members: list[Decision], language: str) -> Group:
    held = Counter(
        version.language for one in members for version in one.versions.values() if version.held
    )
    if held[language] < 2 and held:
        language = max(held, key=lambda one: held[one])
    compared = [one for one in members if language in one.versions and one.versions[language].held]
    compared.sort(key=lambda one: one.adopted or date.max)
    return Group(tuple(members), tuple(compared), language)
