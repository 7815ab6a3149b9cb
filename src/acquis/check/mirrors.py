"""Mirrors that nobody states: decisions of two bodies that were taken in nearly the same words.

They are proposed to the editor, never taken for granted: only who adopted them knows whether one
mirrors the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from acquis.align import Twins, twins
from acquis.check.divided import Divided, Record
from acquis.finding import Finding, Level, Rule
from acquis.model.block import Block, Heading, Paragraph, Quote, Table
from acquis.model.corpus import Corpus
from acquis.model.decision import Annex, Decision
from acquis.reads import note_text
from acquis.text import plain

MIRROR_LIKELY = Rule(
    "mirror-likely",
    Level.NOTICE,
    "Two decisions of different bodies, adopted within two years, have at least half of the "
    "shorter one's words in common, in runs of three, and no relation between them is stated.",
    "state it under `relations`, mostly as `mirrors`, in one of the two; where they have nothing "
    "to do with one another, accept it with `allow`",
)

#: From this share on, decisions of two bodies are proposed as mirrors. Of the decisions of two
#: bodies of one convention over five sessions, all pairs above it were the two bodies' versions
#: of one decision; below it begin those that only treat the same matter.
_LIKELY = 0.5
#: Shorter texts (in runs of three words) are forms of words.
_SHORTEST = 60
#: Days between two adoptions, at the most: bodies that meet every two years answer in that time.
_NEAR = 731


def likely(record: Record, divided: Divided) -> Iterator[Finding]:
    """Decisions before this one in the corpus whose words it has, without a stated relation."""
    if not isinstance(record, Decision):
        return
    found = divided.once(proposed).get(record.slug)
    if found:
        others = " and ".join(
            f'"{other.name}" ({round(100 * share)} of 100 words of the shorter text)'
            for other, share in found
        )
        message = f'"{record.name}" and {others} are alike, and no relation of theirs is stated'
        yield MIRROR_LIKELY.at(record.at, message)


Proposed = Mapping[str, Sequence[tuple[Decision, float]]]


def proposed(divided: Divided) -> Proposed:
    """For each decision the earlier ones in the corpus that it is likely to mirror.

    Of several candidates of one body only the most alike is meant: bodies take the same decisions
    meeting after meeting, in much the same words.
    """
    corpus = divided.corpus
    bodies = {id_ for one in corpus.decisions.values() for id_ in one.bodies}
    if len(bodies) < 2:
        return {}
    held = [one for one in corpus.decisions.values() if one.original.held and _day(one, corpus)]

    def may(one: Decision, other: Decision) -> bool:
        return _may_mirror(one, other, corpus)

    found = twins(held, _wordings, may, least=_LIKELY, shortest=_SHORTEST)
    made: dict[str, list[tuple[Decision, float]]] = {}
    for pair in _matched(found, held):
        one, other = held[pair.one], held[pair.other]
        if not _stated(one, other, divided):
            made.setdefault(other.slug, []).append((one, pair.share))
    return made


def _may_mirror(one: Decision, other: Decision, corpus: Corpus) -> bool:
    """Whether they are of different bodies, of one language, and adopted near one another."""
    days = _day(one, corpus), _day(other, corpus)
    return (
        one.language == other.language
        and not set(one.bodies) & set(other.bodies)
        and days[0] is not None
        and days[1] is not None
        and abs((days[0] - days[1]).days) <= _NEAR
    )


def _day(decision: Decision, corpus: Corpus) -> date | None:
    """When a decision was adopted, or at least its meeting ended."""
    meeting = corpus.meetings.get(decision.meeting)
    return decision.adopted or (meeting.last_day if meeting else None)


def _matched(found: Sequence[Twins], held: Sequence[Decision]) -> list[Twins]:
    """Of all pairs the most alike first, and none in which a body has two for one decision."""
    taken: set[tuple[int, tuple[str, ...]]] = set()
    result = []
    for pair in sorted(found, key=lambda pair: (-pair.share, pair)):
        one, other = (pair.one, held[pair.other].bodies), (pair.other, held[pair.one].bodies)
        if one not in taken and other not in taken:
            result.append(pair)
            taken.update((one, other))
    return sorted(result)


def _stated(one: Decision, other: Decision, divided: Divided) -> bool:
    """Whether the data say how the two are related."""
    if other.slug in divided.links.mirrors.get(one.slug, ()):
        return True
    return any(
        divided.corpus.decision(name) is theirs
        for mine, theirs in ((one, other), (other, one))
        for names in mine.relations.values()
        for name in names
    )


def _wordings(decision: Decision) -> Iterator[str]:
    """The wordings of a text's body and annexes, without its title, numbers and footnotes."""
    version = decision.original
    note_text(version)
    yield from _of(version.preamble)
    yield from _of(version.operative)
    for part in version.parts:
        yield from _of(part.preamble)
        yield from _of(part.operative)
        yield from _of_annexes(part.annexes)
    yield from _of_annexes(version.annexes)


def _of_annexes(annexes: Sequence[Annex]) -> Iterator[str]:
    for annex in annexes:
        yield from _of(annex.blocks)
        yield from _of_annexes(annex.annexes)


def _of(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield plain(block.text)
            yield from _of((*block.items, *block.then))
        elif isinstance(block, Heading):
            yield plain(block.text)
            yield from _of((*block.preamble, *block.blocks))
        elif isinstance(block, Quote):
            yield from _of(block.blocks)
        elif isinstance(block, Table):
            yield from (plain(cell.text) for row in block.rows for cell in row)
