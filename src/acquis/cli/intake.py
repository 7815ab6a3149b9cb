"""Taking in official files: each record of a source finds its place in the data, or is refused.

Nothing is written here: an `Intake` says what to write where.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from acquis.importers.imported import Import, Record, Settings
from acquis.importers.report import Report
from acquis.importers.source import read
from acquis.load.files import TRANSLATIONS
from acquis.load.format import canonical
from acquis.load.listing import block
from acquis.load.records import TRANSLATION_LISTS
from acquis.model.block import UNNUMBERED
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.symbol import id_fault, slug


class RefusedError(Exception):
    """Why a record is not taken in, as a message for its editor."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What a record became: where it goes, its lines, and what it needs beside it.

    `key` is the list that it belongs in, `name` its slug, `source` the hash of its file. `beside`
    are files by path, which are written only where there is none yet. `alone` is whether the file
    is the record's own. `moves` is where the text in another language goes that stands in its
    place as yet. `refused` says why it is not taken, `again` names the same file read before,
    `official` whether its words are the official ones.
    """

    name: str
    key: str = "decisions"
    symbol: str = ""
    target: Path = Path()
    record: Mapping[str, Any] = field(default_factory=dict)
    lines: str = ""
    source: str = ""
    alone: bool = True
    beside: Mapping[Path, bytes] = field(default_factory=dict)
    moves: Path | None = None
    report: Report = field(default_factory=Report)
    refused: str = ""
    again: str = ""
    official: bool = False


@dataclass(frozen=True, slots=True)
class _Taken:
    """A record that was read in this run: from which file, in which language, its hash."""

    source: str
    language: str
    digest: str
    opens: bool


@dataclass(slots=True)
class Reception:
    """Where sources are taken in: what is held already, and where the records go.

    `data` is the data folder, `place` a folder or a YAML file, None for the usual folders.
    `language`, where it is given, is the only one that is taken. `source_of` gives the path of
    the file that a record stands in.
    """

    corpus: Corpus
    data: Path
    place: Path | None
    source_of: Callable[[str], Path | None]
    language: str | None = None
    _taken: dict[tuple[str, str, str], dict[str, _Taken]] = field(default_factory=dict)
    _meetings: dict[str, tuple[Record, dict[str, str]]] = field(default_factory=dict)

    def meetings(self) -> dict[Path, bytes]:
        """The files of the meetings that had to be made, with their names in all languages read."""
        return {
            self._place(id_): canonical({"meetings": [{**meeting, "name": names}]}).encode()
            for id_, (meeting, names) in self._meetings.items()
            if len(names) > 1
        }

    def take(self, source: bytes, name: str) -> Iterator[Intake]:
        """Read one source. Raises UnreadableError where it cannot be read at all."""
        settings = Settings(tuple(self.corpus.bodies.values()))
        found = read(source, name, settings)
        digest = sha256(source).hexdigest()
        kinds: dict[str, set[str]] = {}
        for one in found:
            symbol = str(one.record.get("symbol", ""))
            if symbol:
                kinds.setdefault(symbol, set()).add(self._kind(one, settings))
        shared = {symbol for symbol, names in kinds.items() if len(names) > 1}
        for one in found:
            try:
                yield self._intake(one, settings, name, digest, shared)
            except RefusedError as error:
                named = str(one.record.get("symbol") or one.record.get("id") or "")
                yield Intake(slug(named), one.kind, named, refused=str(error), report=one.report)

    def _intake(
        self, found: Import, settings: Settings, name: str, digest: str, shared: set[str]
    ) -> Intake:
        record, key = dict(found.record), found.kind
        language = str(record.get("language") or self.language or self.corpus.languages[0])
        record["language"] = language
        symbol = str(record.get("symbol", ""))
        named = symbol or str(record.get("id", ""))
        ending = str(record.get("id", "")) or slug(symbol)
        if not ending:
            raise RefusedError("the file does not give the symbol of its text")
        fault = id_fault(ending)
        if fault:
            made = f', made from the symbol "{symbol}",' if not record.get("id") else ""
            raise RefusedError(f'the address "{ending}"{made} {fault}')
        if self.language and language != self.language:
            raise RefusedError(f'its text is in "{language}", not in "{self.language}"')
        kind = self._kind(found, settings)
        held = self._held(key, named, kind)
        if held is not None:
            ending = held.slug
        elif key == "decisions" and self._is_shared(symbol, kind, shared):
            ending = slug(f"{kind} {ending}")
        versions = self._taken.setdefault((key, named, kind), {})
        if language in versions:
            before = versions[language]
            again = before.source if before.digest == digest else ""
            if again:
                return Intake(ending, key, named, again=again)
            raise RefusedError(f'"{named}" was just read from {before.source}')
        intake = Intake(
            ending, key, named, source=digest, report=found.report, official=found.official
        )
        original = self._original(held, versions, language)
        if original is None:
            if held is None and versions:  # another language came first, and stands in its place
                intake = replace(intake, moves=self._translated(intake, next(iter(versions))))
            intake = self._own(intake, record, held, language)
            intake = replace(intake, beside=self._meeting(found, language))
        else:
            opens = original.opens if isinstance(original, _Taken) else _opens(original)
            intake = self._translation(intake, record, held, language, settings, opens=opens)
            self._meeting(found, language)
        opening = record.get("opening") != UNNUMBERED
        versions[language] = _Taken(name, language, digest, opening)
        return intake

    # What is held

    def _kind(self, found: Import, settings: Settings) -> str:
        if found.kind == "documents":
            return ""
        body = settings.body_of(str(found.record.get("symbol", "")))
        return str(found.record.get("kind") or (body.kind if body else "decision"))

    def _held(self, key: str, named: str, kind: str) -> Decision | Document | None:
        if key == "documents":
            return self.corpus.document(named)
        return self.corpus.decision(named, kind)

    def _is_shared(self, symbol: str, kind: str, shared: set[str]) -> bool:
        """Whether a text of another kind has the same symbol."""
        other = self.corpus.decision(symbol) if symbol else None
        return symbol in shared or (other is not None and other.kind != kind)

    def _original(
        self, held: Decision | Document | None, versions: Mapping[str, _Taken], language: str
    ) -> Decision | Document | _Taken | None:
        """The text of which this one is another language's version; None for an original."""
        if held is not None and held.language == language:
            return None
        if language == self.corpus.languages[0]:
            return None
        first = versions.get(self.corpus.languages[0])
        return first or held or next(iter(versions.values()), None)

    # Where it goes

    def _own(
        self, intake: Intake, record: Record, held: Decision | Document | None, language: str
    ) -> Intake:
        """The place of an original, or of a text whose original is not held."""
        folder = self.place or self.data / intake.key
        alone = folder.suffix not in (".yaml", ".yml")
        target = folder / f"{intake.name}.yaml" if alone else folder
        moves = intake.moves
        if held is not None:
            path = self.source_of(held.at.file)
            there = path is not None and (
                _same(path, target) or (alone and _same(path.parent, folder))
            )
            if path is None or not there:
                raise RefusedError(
                    f'"{intake.symbol}" is there already, in {_told(held)}: delete it there, or '
                    "name that file with --into"
                )
            target = path
            if held.language != language:
                if language in held.versions:
                    raise RefusedError(
                        f'"{intake.symbol}" is held in "{held.language}", and its text in '
                        f'"{language}" as a translation: delete that one first'
                    )
                moves = self._translated(intake, held.language)
        if language == self.corpus.languages[0]:
            record.pop("language")
        return self._made(replace(intake, alone=alone, moves=moves), record, target)

    def _translation(
        self,
        intake: Intake,
        record: Record,
        held: Decision | Document | None,
        language: str,
        settings: Settings,
        *,
        opens: bool,
    ) -> Intake:
        """The place of another language's text. Its opening is given where the original has none,
        since it then has none by default."""
        target = self._translated(intake, language)
        version = held.versions.get(language) if held is not None else None
        if version is not None:
            target = self.source_of(version.at.file) or target
        body = settings.body_of(intake.symbol)
        default = body.opening.by_language.get(language, "") if body else ""
        if intake.key == "decisions" and not opens and default and "parts" not in record:
            record.setdefault("opening", default)
        kept = {key: record[key] for key in TRANSLATION_LISTS[intake.key] if key in record}
        return self._made(intake, kept, target)

    def _translated(self, intake: Intake, language: str) -> Path:
        return self.data / TRANSLATIONS / language / f"{intake.name}.yaml"

    def _made(self, intake: Intake, record: Record, target: Path) -> Intake:
        try:
            lines = block(intake.key, record)
        except ValueError as error:
            raise RefusedError(str(error)) from None
        return replace(intake, record=record, target=target, lines=lines)

    def _meeting(self, found: Import, language: str) -> dict[Path, bytes]:
        """The file of a meeting that the data do not have yet; a file of its own for each."""
        meeting = found.meeting
        if meeting is None or meeting["id"] in self.corpus.meetings:
            return {}
        id_ = str(meeting["id"])
        fault = id_fault(id_)
        if fault:
            raise RefusedError(f'the id "{id_}", made for its meeting, {fault}')
        named = {**meeting, "name": meeting.get("name") or id_}
        if meeting.get("name"):
            _, names = self._meetings.setdefault(id_, (named, {}))
            names.setdefault(language, named["name"])
        return {self._place(id_): canonical({"meetings": [named]}).encode()}

    def _place(self, meeting: str) -> Path:
        return self.data / "meetings" / f"{meeting}.yaml"


def _opens(held: Decision | Document) -> bool:
    return held.original.opening is not None


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _told(held: Decision | Document) -> str:
    return f"{held.at.file}:{held.at.line}"
