"""Taking in official files: each becomes a record with its place in the data folder, or is refused.

Nothing is written here: an `Intake` says what to write, and why something else is not written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from acquis.importers import akn
from acquis.importers.imported import Import, Record, Settings
from acquis.importers.report import Report
from acquis.load.write import write
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.symbol import id_fault, slug


class RefusedError(Exception):
    """Why a source is not taken in, as a message for its editor."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What a source became: the decision's file with its content, others that it needs, a report.

    `beside` are files by path, which are written only where there is none yet.
    """

    symbol: str
    target: Path
    content: bytes
    beside: Mapping[Path, bytes]
    report: Report = field(default_factory=Report)


@dataclass(slots=True)
class Reception:
    """Where sources are taken in: what is held already, and where the records go.

    `place` is the folder of the decisions, `data` the data folder. `language`, where it is given,
    is the only one that is taken. `source_of` gives the path of the file that a record stands in.
    """

    corpus: Corpus
    data: Path
    place: Path
    source_of: Callable[[str], Path | None]
    language: str | None = None
    _taken: dict[Path, str] = field(default_factory=dict)

    def take(self, source: bytes, name: str) -> Intake:
        """Read one source. Raises UnreadableError or RefusedError where it cannot be taken."""
        if not akn.recognise(source):
            raise RefusedError("this is no Akoma Ntoso XML, the only format that is read")
        settings = Settings(tuple(self.corpus.bodies.values()))
        found = akn.read(source, name, settings)
        symbol = str(found.record.get("symbol", ""))
        ending = slug(symbol)
        if not ending:
            raise RefusedError("the file does not give the symbol of its text")
        fault = id_fault(ending)
        if fault:
            raise RefusedError(f'the address "{ending}", made from the symbol "{symbol}", {fault}')
        target = self.place / f"{ending}.yaml"
        self._refuse_strangers(found.record, symbol, target, settings)
        if target in self._taken:
            raise RefusedError(f'"{symbol}" was just read from {self._taken[target]}')
        content, beside = self._decision(found.record), self._meeting(found)
        self._taken[target] = name
        return Intake(symbol, target, content, beside, found.report)

    def _refuse_strangers(
        self, record: Record, symbol: str, target: Path, settings: Settings
    ) -> None:
        """What cannot stand beside what is held: another language, a record in another file."""
        language = str(record["language"])
        if self.language and language != self.language:
            raise RefusedError(f'its text is in "{language}", not in "{self.language}"')
        body = settings.body_of(symbol)
        kind = str(record.get("kind") or (body.kind if body else "decision"))
        held = self.corpus.decision(symbol, kind)
        if held is None:
            return
        if held.language != language:
            raise RefusedError(
                f'"{symbol}" is held in "{held.language}"; its text in "{language}" belongs into '
                f"translations/{language}/, which is not imported yet"
            )
        path = self.source_of(held.at.file)
        if path is None or not _same(path, target):
            raise RefusedError(f'"{symbol}" is there already, in {_told(held)}: delete it there')

    def _decision(self, record: Record) -> bytes:
        if record.get("language") == self.corpus.languages[0]:
            record = {key: value for key, value in record.items() if key != "language"}
        return _bytes({"decisions": [record]})

    def _meeting(self, found: Import) -> dict[Path, bytes]:
        """The file of a meeting that the data do not have yet; a file of its own for each."""
        meeting = found.meeting
        if meeting is None or meeting["id"] in self.corpus.meetings:
            return {}
        id_ = str(meeting["id"])
        fault = id_fault(id_)
        if fault:
            raise RefusedError(f'the id "{id_}", made for its meeting, {fault}')
        named = {**meeting, "name": meeting.get("name") or id_}
        return {self.data / "meetings" / f"{id_}.yaml": _bytes({"meetings": [named]})}


def _bytes(document: Record) -> bytes:
    try:
        return write(document).encode("utf-8")
    except ValueError as error:
        raise RefusedError(str(error)) from None


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _told(decision: Decision) -> str:
    return f"{decision.at.file}:{decision.at.line}"
