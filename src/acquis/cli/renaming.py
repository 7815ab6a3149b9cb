"""A record gets another symbol or id: what changes in which files, and what only cites it.

The record's own identity and its translations', every reference to it, and its former address
change together. Official words are never touched: where they cite it, that is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from acquis.check import ledger
from acquis.check.divided import Divided
from acquis.cli.project import Project
from acquis.link import cited
from acquis.load import written
from acquis.load.edit import Edit, edited, rewritten
from acquis.load.entering import entered
from acquis.load.files import LEDGER, translated_into
from acquis.load.layout import Words
from acquis.load.listing import ListingError
from acquis.load.references import Identity, Reference, identities, references
from acquis.load.written import Written
from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.symbol import id_fault, normal

Record = Decision | Document

_LISTS = {Decision: "decisions", Document: "documents"}
_HYPHENS = "[-\u2010\u2011]"
_SPACES = "[ \u00a0\u202f]"


class RenamingError(Exception):
    """Why a record cannot have another name, in words."""


@dataclass(slots=True)
class Renaming:
    """What a renaming does: files with their new content, None for those that go; what changes
    where; and the places that cite the old name in words, which stay."""

    files: dict[Path, bytes | None] = field(default_factory=dict)
    changes: list[str] = field(default_factory=list)
    citing: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Names:
    """A record before, and its identity after: one of the two is new."""

    record: Record
    symbol: str
    id: str
    new: str

    @property
    def key(self) -> str:
        """What the new name stands under."""
        return "id" if self.new == self.id else "symbol"

    def keeps(self, name: str, after: Record) -> bool:
        """Whether a name still leads to the record."""
        return normal(name) in {normal(self.symbol), self.id, after.slug} - {""}

    def is_old(self, name: str) -> bool:
        """Whether a name led to the record."""
        record = self.record
        return normal(name) in {normal(record.symbol), record.id, record.slug} - {""}


def renaming(project: Project, record: Record, old: str, new: str) -> Renaming:
    """What is to be done to give a record the name `new` in place of `old`, its symbol or its id.

    Raises RenamingError where that cannot be, with nothing done.
    """
    if project.broken:
        raise RenamingError("the data have errors; acquis check tells them: mend them first")
    corpus = project.loaded.corpus
    names = _names(record, old, new, corpus)
    texts = {path: _text(path) for path in project.loaded.sources.values() if path.name != LEDGER}
    shown = {path: name for name, path in project.loaded.sources.items()}
    made = Renaming()
    # What a name leads to afterwards is known when the record has its new identity.
    own: dict[Path, list[Edit]] = {}
    for path, edit, told in _identity_edits(names, texts, project):
        own.setdefault(path, []).append(edit)
        made.changes.append(f"{_place(shown[path], texts[path], edit.start)}: {told}")
    first = {path: edited(path.read_bytes(), edits) for path, edits in own.items()}
    after = _found(replace(project, instead=first).loaded.corpus, names)
    data = project.settings.data.resolve()
    edits = dict(own)
    for path, text in texts.items():
        translated = bool(translated_into(path.relative_to(data)))
        for reference in references(text, translated=translated):
            new_one = _reference_edit(reference, names, after, text, corpus)
            if new_one is not None:
                edits.setdefault(path, []).append(new_one)
                told = f"{reference.key}: {reference.words.value} becomes {_told(new_one)}"
                made.changes.append(f"{_place(shown[path], text, new_one.start)}: {told}")
        made.citing += _citing(names, text, edits.get(path, []), shown[path])
    made.files = {path: edited(path.read_bytes(), its) for path, its in edits.items()}
    _keep_addresses(project, names, made)
    _move_files(project, names, made, after)
    _enter_ledger(project, names, made)
    _judge(project, names, made)
    return made


def _names(record: Record, old: str, new: str, corpus: Corpus) -> _Names:
    """Whether the new name is a symbol or an id. Raises RenamingError."""
    if normal(new) in {normal(record.symbol), record.id}:
        raise RenamingError(f'"{new}" is its name already')
    by_id = bool(record.id) and normal(old) == record.id
    written_so = any(body.parse(new) is not None for body in corpus.bodies.values())
    if by_id and record.symbol and id_fault(new):
        raise RenamingError(f'"{new}" {id_fault(new)}; its symbol is "{record.symbol}"')
    as_id = by_id and not id_fault(new) and not written_so
    symbol, id_ = (record.symbol, new) if as_id else (new, record.id if record.symbol else "")
    taken = (
        corpus.decision(new, record.kind) if isinstance(record, Decision) else corpus.document(new)
    )
    if taken is not None and taken is not record:
        at = taken.at
        raise RenamingError(f'"{new}" is there already, in {at.file}:{at.line}')
    return _Names(record, symbol, id_, new)


def _identity_edits(
    names: _Names, texts: Mapping[Path, Written], project: Project
) -> Iterator[tuple[Path, Edit, str]]:
    """The edits of the record's own identity, and of that which its translations repeat."""
    record = names.record
    places = {(at.file, at.line) for at in (record.at, *(v.at for v in record.versions.values()))}
    for name, line in sorted(places):
        path = project.loaded.sources[name]
        for identity in identities(texts[path]):
            if identity.line == line and identity.list == _LISTS[type(record)]:
                for edit, told in _of_identity(identity, names, texts[path]):
                    yield path, edit, told


def _of_identity(identity: Identity, names: _Names, text: Written) -> Iterator[tuple[Edit, str]]:
    for key, entry in identity.entries.items():
        words, name = entry.node, entry.key
        assert isinstance(words, Words)
        assert name is not None
        stays = (key == "symbol" and normal(words.value) == normal(names.symbol)) or (
            key == "id" and words.value == names.id
        )
        if stays or not names.is_old(words.value):
            continue
        edit = rewritten(words, text.text, names.new)
        yield edit, f"{key} {words.value} becomes {names.key} {names.new}"
        if key != names.key:
            yield Edit(name.start, name.end, names.key), f'the key "{key}" becomes "{names.key}"'


def _reference_edit(
    reference: Reference, names: _Names, after: Record, text: Written, corpus: Corpus
) -> Edit | None:
    """The edit of a reference that would lead nowhere; None where it leads elsewhere, or still."""
    mandate = "mandates" in reference.names
    value = reference.words.value
    name = cited(value) if mandate else value
    if names.keeps(name, after) or not names.is_old(name):
        return None
    if isinstance(names.record, Decision):
        meant = mandate or "decisions" in reference.names
        # A name that two kinds share leads to one of them: not always to this record.
        meant = meant and corpus.decision(name) is names.record
    else:
        meant = "documents" in reference.names
    if not meant:
        return None
    return rewritten(reference.words, text.text, names.new + value[len(name) :])


def _citing(names: _Names, text: Written, edits: Iterable[Edit], file: str) -> Iterator[str]:
    """The places where the old name stands in words, in texts and in comments."""
    old = names.record.id if names.key == "id" else names.record.symbol or names.record.id
    pattern = "".join(
        _HYPHENS if sign == "-" else _SPACES if sign == " " else re.escape(sign) for sign in old
    )
    spans = [(edit.start, edit.end) for edit in edits]
    for match in re.finditer(rf"(?<![\w/-]){pattern}(?![\w/]|-\w)", text.text):
        if not any(start <= match.start() < end for start, end in spans):
            yield _place(file, text, match.start())


def _keep_addresses(project: Project, names: _Names, made: Renaming) -> None:
    """Let the former addresses lead on: the record's, and those of others that change with it."""
    before = project.loaded.corpus
    after = replace(project, instead=made.files).loaded
    for old, new in _moved(before, after.corpus, names):
        former = [*(id_ for id_ in old.formerly if id_ != new.slug), old.slug]
        path = after.sources[new.at.file]
        source = made.files.get(path) or path.read_bytes()
        try:
            content = entered(source, _LISTS[type(new)], new.at, "formerly", former)
        except ListingError as error:
            raise RenamingError(f"{new.at.file}:{new.at.line}: {error}") from None
        if written.read(content).comments != written.read(source).comments:
            fix = 'move the comments away from "formerly" first'
            raise RenamingError(f"{new.at.file}:{new.at.line}: {fix}")
        made.files[path] = content
        place = f"{new.at.file}:{new.at.line}:{new.at.column}"
        made.changes.append(f"{place}: formerly {old.slug}, its address until now")


def _moved(before: Corpus, after: Corpus, names: _Names) -> list[tuple[Record, Record]]:
    """The records whose slug is another now, the last in each file first."""
    found = []
    for old in before.records():
        new = _found(after, names) if old is names.record else _same(old, after)
        if new is not None and new.slug != old.slug:
            found.append((old, new))
    return sorted(found, key=lambda pair: (pair[1].at.file, -pair[1].at.line))


def _same(record: Record, corpus: Corpus) -> Record | None:
    if isinstance(record, Document):
        return corpus.document(record.id or record.symbol)
    return corpus.decision(record.id or record.symbol, record.kind)


def _found(corpus: Corpus, names: _Names) -> Record:
    """The record under its new name. Raises RenamingError where it is not there."""
    record = names.record
    found = (
        corpus.decision(names.new, record.kind)
        if isinstance(record, Decision)
        else corpus.document(names.new)
    )
    if found is None:
        fault = id_fault(names.new) if names.key == "id" else ""
        why = fault or "makes an address that is taken, or none"
        raise RenamingError(f'"{names.new}" {why}')
    return found


def _move_files(project: Project, names: _Names, made: Renaming, after: Record) -> None:
    """A file of the record's own, named by its slug, gets the new one."""
    slug = names.record.slug
    if after.slug == slug:
        return
    for path in [path for path in made.files if path.stem == slug]:
        new = path.with_stem(after.slug)
        if len(list(identities(_text(path)))) == 1 and not new.exists():
            made.files[new] = made.files[path]
            made.files[path] = None
            made.changes.append(f"{_named(path, project)} becomes {new.name}")


def _named(path: Path, project: Project) -> str:
    names = {place: name for name, place in project.loaded.sources.items()}
    return names[path]


def _enter_ledger(project: Project, names: _Names, made: Renaming) -> None:
    """Enter the new addresses into the ledger where the old ones stood in it."""
    published = project.loaded.corpus.published
    known = [entry for _, entry in ledger.read(published or ())]
    if published is None or address(names.record) not in known:
        return
    corpus = replace(project, instead=made.files).loaded.corpus
    new = set(ledger.of(_found(corpus, names), Divided(corpus))) - set(known)
    if new:
        head = [line for line in published if line.startswith(";")]
        path = next(p for p in project.loaded.sources.values() if p.name == LEDGER)
        made.files[path] = "\n".join([*head, *sorted({*known, *new}), ""]).encode()
        made.changes.append(f"{_named(path, project)}: {len(new)} new addresses")


def _judge(project: Project, names: _Names, made: Renaming) -> None:
    """Refuse a renaming after which the check would find another error. Raises RenamingError."""
    record = names.record
    old = record.id if names.key == "id" else record.symbol or record.id
    new = replace(project, instead=made.files).errors_beyond(project, {names.new: old})
    if new:
        told = "".join(f"\n  {one.message}" for one in new)
        raise RenamingError(f"the check would say:{told}")


def _text(path: Path) -> Written:
    return written.read(path.read_bytes())


def _place(file: str, text: Written, offset: int) -> str:
    line = text.text.count("\n", 0, offset) + 1
    return f"{file}:{line}:{offset - text.text.rfind(chr(10), 0, offset)}"


def _told(edit: Edit) -> str:
    return edit.new.strip("\"'")
