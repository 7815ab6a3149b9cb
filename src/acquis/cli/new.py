"""`acquis new`: a record that is valid at once, to be filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from acquis.cli.adding import added
from acquis.cli.asking import Asker, among, attended, split
from acquis.cli.output import shown
from acquis.cli.project import Project, config_option, open_project
from acquis.load.write import Value
from acquis.model.activity import SERVICE_STATUSES
from acquis.model.activity import STATUSES as ACTIVITY_STATUSES
from acquis.model.corpus import Corpus
from acquis.model.decision import STATUSES
from acquis.model.document import KINDS
from acquis.model.succession import next_symbols
from acquis.report import printable
from acquis.symbol import id_fault, slug

Command = TypeVar("Command", bound=Callable[..., Any])

#: Stands where a text is still to be written.
_TO_WRITE = "…"
_NOTES = {
    "operative": "The paragraphs, word for word, one a dash; their numbers are computed.",
    "blocks": "The headings and paragraphs, word for word, one a dash.",
}
_OFFERED = {
    "decisions": (
        *("adopted", "adopted_at", "agenda_item", "topics", "relations", "source"),
        *("preamble", "footnotes", "annexes"),
    ),
    "documents": ("symbol", "subtitle", "proposes", "topics", "source", "footnotes", "annexes"),
    "meetings": ("sessions", "complete", "report", "source"),
    "activities": (
        *("area", "period", "status", "lead", "partners", "mandates"),
        *("description", "outputs", "source"),
    ),
    "services": ("period", "status", "cost_recovery", "for", "mandates", "description", "source"),
}


@click.group()
def new() -> None:
    """Begin a record: a skeleton with comments, in its place among the data, valid at once.

    What no option says is asked for; where nobody can be asked, it is named as missing.
    """


def _options(command: Command) -> Command:
    """The options that every record has."""
    into = click.option(
        "--into",
        type=click.Path(path_type=Path),
        help="The YAML file to add it to, or a folder for a file of its own.  "
        "[default: where records of its kind are kept]",
    )
    return config_option(into(command))


@new.command()
@_options
@click.option("--meeting", metavar="ID", help="The meeting that adopts it.")
@click.option("--symbol", help="Its symbol.")
@click.option("--id", "id_", metavar="ID", help="Its id, for a draft without a symbol.")
@click.option("--title", help="Its title.")
@click.option("--kind", help="decision, resolution …  [default: the body's]")
@click.option(
    "--status",
    type=click.Choice(STATUSES),
    default="draft",
    show_default=True,
    help="How it stands.",
)
@click.option("--adopted", metavar="DATE", help="The day of its adoption.")
@click.option("--topics", metavar="IDS", help="The ids of its topics, with commas.")
def decision(config: Path, into: Path | None, **given: str | None) -> None:
    """Begin a decision."""
    project, asker = open_project(config), Asker(attended())
    corpus = project.loaded.corpus
    meeting = asker.ask(
        "meeting",
        given["meeting"],
        about="The id of the meeting",
        fault=among("meeting", corpus.meetings),
    )
    kind = given["kind"] or ""
    symbol, id_ = _identity(asker, given, corpus, meeting, lambda name: _held(corpus, name, kind))
    listed = given["status"] in ("listed", "withdrawn")
    title = asker.ask("title", given["title"], about="The title", needed=not listed)
    if given["topics"] is not None:
        asker.ask("topics", given["topics"], about="", fault=among("topic", corpus.topics))
    asker.done()
    record = {
        "symbol": symbol,
        "id": id_,
        "kind": kind,
        "title": title,
        "meeting": meeting,
        "status": given["status"],
        "adopted": _day(given["adopted"]),
        "topics": split(given["topics"] or ""),
        "operative": [] if listed else [_TO_WRITE],
    }
    _write(project, "decisions", record, into)


@new.command()
@_options
@click.option("--meeting", metavar="ID", help="Its meeting.")
@click.option("--symbol", help="Its symbol.")
@click.option("--id", "id_", metavar="ID", help="Its id, where it has no symbol.")
@click.option("--title", help="Its title.")
@click.option("--kind", type=click.Choice(KINDS), help="What sort of document it is.")
def document(config: Path, into: Path | None, **given: str | None) -> None:
    """Begin a meeting document."""
    project, asker = open_project(config), Asker(attended())
    corpus = project.loaded.corpus
    meeting = asker.ask(
        "meeting",
        given["meeting"],
        about="The id of the meeting",
        fault=among("meeting", corpus.meetings),
    )
    symbol, id_ = _identity(
        asker, given, corpus, "", lambda name: corpus.document(name) is not None
    )
    title = asker.ask("title", given["title"], about="The title")
    asker.done()
    record = {
        "symbol": symbol,
        "id": id_,
        "title": title,
        "kind": given["kind"],
        "meeting": meeting,
        "blocks": [_TO_WRITE],
    }
    _write(project, "documents", record, into)


@new.command()
@_options
@click.option("--id", "id_", metavar="ID", help="Its id.")
@click.option("--name", help="Its name.")
@click.option("--bodies", metavar="IDS", help="The ids of the bodies that meet, with commas.")
def meeting(config: Path, into: Path | None, **given: str | None) -> None:
    """Begin a meeting."""
    project, asker = open_project(config), Asker(attended())
    corpus = project.loaded.corpus
    bodies = asker.ask(
        "bodies",
        given["bodies"],
        about="The ids of the bodies, with commas",
        fault=among("body", corpus.bodies),
    )
    id_ = asker.ask("id", given["id_"], about="The id", fault=_free(corpus.meetings))
    name = asker.ask("name", given["name"], about="The name")
    asker.done()
    _write(project, "meetings", {"id": id_, "name": name, "bodies": split(bodies)}, into)


@new.command()
@_options
@click.option("--title", help="Its title.")
@click.option("--id", "id_", metavar="ID", help="Its id.  [default: made from the title]")
@click.option("--area", metavar="ID", help="The id of its area.")
@click.option("--period", metavar="YEARS", help="A year or years, such as 2026-2027.")
@click.option("--status", type=click.Choice(ACTIVITY_STATUSES), help="How it stands.")
@click.option("--mandates", help="What asks for it, with commas: MC-5/19 para 2.")
def activity(config: Path, into: Path | None, **given: str | None) -> None:
    """Begin an activity."""
    project, asker = open_project(config), Asker(attended())
    corpus = project.loaded.corpus
    title = asker.ask("title", given["title"], about="The title")
    id_ = _made_id(asker, given["id_"], title, corpus.activities)
    area = asker.ask(
        "area",
        given["area"],
        about="The id of the area",
        needed=False,
        fault=among("area", corpus.areas),
    )
    asker.done()
    record = {
        "id": id_,
        "title": title,
        "area": area,
        "period": given["period"],
        "status": given["status"],
        "mandates": split(given["mandates"] or ""),
    }
    _write(project, "activities", record, into)


@new.command()
@_options
@click.option("--provider", metavar="ID", help="The actor that provides it.")
@click.option("--recipient", metavar="ID", help="The actor that receives it.")
@click.option("--what", help="What is provided.")
@click.option("--id", "id_", metavar="ID", help="Its id.  [default: made from what is provided]")
@click.option("--period", metavar="YEARS", help="A year or years, such as 2026-2027.")
@click.option("--status", type=click.Choice(SERVICE_STATUSES), help="How it stands.")
def service(config: Path, into: Path | None, **given: str | None) -> None:
    """Begin a service that one actor provides to another."""
    project, asker = open_project(config), Asker(attended())
    corpus = project.loaded.corpus
    sides = {
        side: asker.ask(
            side,
            given[side],
            about=f"The id of the {side}",
            fault=among("actor", corpus.actors),
        )
        for side in ("provider", "recipient")
    }
    what = asker.ask("what", given["what"], about="What is provided")
    id_ = _made_id(asker, given["id_"], what, corpus.services)
    asker.done()
    record = {
        "id": id_,
        **sides,
        "what": [what],
        "period": given["period"],
        "status": given["status"],
    }
    _write(project, "services", record, into)


def _identity(
    asker: Asker,
    given: Mapping[str, str | None],
    corpus: Corpus,
    meeting: str,
    held: Callable[[str], bool],
) -> tuple[str, str]:
    """The symbol and the id of a text; one of them is needed."""

    def taken(name: str) -> str:
        return f'"{name}" is in the data already' if held(name) else ""

    def fault(symbol: str) -> str:
        return taken(symbol) or (
            "" if given["id_"] else id_fault(slug(symbol)) and _unusable(symbol)
        )

    following = next_symbols(corpus.meetings[meeting], corpus) if meeting else ()
    symbol = id_ = ""
    if given["symbol"] is not None or given["id_"] is None:
        symbol = asker.ask(
            "symbol",
            given["symbol"],
            about="The symbol",
            proposed=" or ".join(following) if not asker.asks else next(iter(following), ""),
            needed=not asker.asks,
            fault=fault,
        )
    if given["id_"] is not None or (asker.asks and not symbol):
        id_ = asker.ask(
            "id", given["id_"], about="The id", fault=lambda id_: _wrong_id(id_) or taken(id_)
        )
    return symbol, id_


def _unusable(symbol: str) -> str:
    return f'"{slug(symbol)}", the address that it makes, {id_fault(slug(symbol))}: give an --id'


def _held(corpus: Corpus, name: str, kind: str) -> bool:
    return corpus.decision(name, kind) is not None


def _wrong_id(id_: str) -> str:
    return f'"{id_}" {id_fault(id_)}' if id_fault(id_) else ""


def _free(known: Mapping[str, object]) -> Callable[[str], str]:
    """A check that an id can be used and is not taken."""
    return lambda id_: _wrong_id(id_) or (f'"{id_}" is in the data already' if id_ in known else "")


def _made_id(asker: Asker, given: str | None, words: str, known: Mapping[str, object]) -> str:
    """The id that is given, or one made from words."""
    made = slug(words)[:60].rstrip("-")
    if given is None and words and not _free(known)(made):
        return (
            made
            if not asker.asks
            else asker.ask("id", None, about="The id", proposed=made, fault=_free(known))
        )
    return asker.ask("id", given, about="The id", fault=_free(known)) if words or given else ""


def _day(given: str | None) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise click.BadParameter(
            f'"{given}" is no date such as 2025-11-07', param_hint="--adopted"
        ) from None


def _write(project: Project, key: str, record: Mapping[str, Value], into: Path | None) -> None:
    """Write the record, without what is empty, and say where it is and what comes next."""
    kept = {name: value for name, value in record.items() if value}
    path = added(project, key, kept, offered=_OFFERED[key], notes=_NOTES, into=into)
    name = str(kept.get("symbol") or kept["id"])
    click.echo(printable(f"{name} begins in {shown(path)}: fill it in, then run acquis check"))
