"""The page on which a reader compares any two texts, and the lists from which they are chosen.

The texts are compared in the browser, from the files beside their own pages; the address of the
page names them (`compare/?a=mc-5-19&b=bc-17-22`, a document as `documents/<slug>`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.pages.edition import Edition, stylesheet
from acquis.pages.page import File, Page
from acquis.text import plain

COMPARE = "compare/"
#: Texts in a list: some 50 KB when compressed. A site has as many lists as it needs.
LISTED = 2_000


def pages(edition: Edition) -> Iterator[Page | File]:
    """The page, and beside it the lists of texts that can be compared."""
    rows = [
        (key(record), record.symbol, plain(record.version(edition.language).title))
        for record in edition.corpus.records()
        if any(version.held for version in record.versions.values())
    ]
    lists = [rows[start : start + LISTED] for start in range(0, len(rows), LISTED)]
    yield edition.page(
        COMPARE,
        "compare",
        title=edition.gettext("Compare two texts"),
        description=edition.gettext("Any two texts side by side, their differences word by word."),
        context={
            "view": edition.view(COMPARE),
            "lists": len(lists),
            "words": words(edition),
            "groups": edition.mirrored.groups,
        },
        head=stylesheet(edition.view(COMPARE), "compare"),
    )
    for number, row in enumerate(lists, 1):
        content = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        yield File(f"{edition.prefix}{COMPARE}texts-{number}.json", content.encode())


def key(record: Decision | Document) -> str:
    """How the page's address names a text: a decision by its slug, a document by its address."""
    return record.slug if isinstance(record, Decision) else f"documents/{record.slug}"


def beside(decision: Decision, edition: Edition) -> Iterator[tuple[str, str, str]]:
    """The comparisons that a reader of a decision is offered: words, first text, second text.

    With what it replaced, its draft, what was adopted of it, what replaced it, its mirrors.
    """
    _ = edition.gettext
    links, decisions = edition.links, edition.corpus.decisions
    offered = {
        ("supersedes", True): _("Compare with {}, which it supersedes"),
        ("adopts", True): _("Compare with its draft, {}"),
        ("supersedes", False): _("Compare with {}, which supersedes it"),
        ("adopts", False): _("Compare with {}, as which it was adopted"),
        ("mirrors", True): _("Compare with {}, which mirrors it"),
    }
    found = [(one.kind, True, one.target) for one in links.outgoing.get(decision.slug, ())]
    found += [(one.kind, False, one.source) for one in links.incoming.get(decision.slug, ())]
    found += [("mirrors", True, slug) for slug in links.mirrors.get(decision.slug, ())]
    for kind, earlier, slug in dict.fromkeys(found):
        form = offered.get((kind, earlier))
        other = decisions.get(slug)
        if form and other and any(version.held for version in other.versions.values()):
            first, second = (slug, decision.slug) if earlier else (decision.slug, slug)
            yield form.format(other.name), first, second


def words(edition: Edition) -> dict[str, str]:
    """What the script says, in the page's language."""
    _ = edition.gettext
    return {
        "same": _("The same words"),
        "split": _("Divided into several"),
        "joined": _("Several as one"),
        "only": _("Only in {}"),
        "absent": _("No such passage"),
        "moved": _("In another place"),
        "hidden": _("Passages that are the same: {}"),
        "none": _("The two texts are the same, word for word."),
        "summary": _("Passages that are the same: {same}; that differ: {differing}."),
        "unknown": _("There is no text “{}” here."),
        "unheld": _("The text of {} is not held here."),
        "unreachable": _("The text could not be fetched. Is there a connection?"),
        "again": _("Try again"),
        "languages": _("The two texts are not held in the same language."),
        "other": _("They are shown in a language in which both are held."),
        "nothing": _("No text has these words in its symbol or title."),
        "loading": _("Loading …"),
        "footnote": _("Footnote {}"),
    }
