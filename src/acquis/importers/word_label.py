"""The number that a paragraph begins with: set by Word, or typed, a tab or a space behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from acquis.importers import label as labels
from acquis.importers.label import Label
from acquis.importers.plain_label import label_of
from acquis.text import Run, Style

_RAISED = re.compile(r"\s*(?P<sign>[^\W_]{1,2}|[*†‡§#]{1,3})[.)]?(?P<space>\s*)")
_BARE_HEADING = re.compile(r"(?P<sign>[IVXLC]{1,6}|[A-Z])\t\s*")


def automatic(printed: str) -> Label | None:
    """The label that Word sets by itself, as it is printed; None where there is none."""
    if not printed:
        return None
    return labels.read(printed) or Label(printed, printed, "{}", ())


def typed(runs: Sequence[Run], *, heading: bool) -> tuple[Label, int] | None:
    """The label typed at the start of a paragraph, and where its text begins.

    A bare "IV" or "B" is one only before a heading's text.
    """
    words = ""
    for run in runs[:8]:
        if run.note is not None:
            break
        words += run.text
    found = label_of(words)
    if found is not None:
        return found[0], len(words.rstrip()) - len(found[1]) if found[1] else len(words)
    match = _BARE_HEADING.match(words) if heading else None
    label = labels.read(match["sign"]) if match else None
    return (label, match.end()) if match and label else None


def raised_label(runs: Sequence[Run]) -> tuple[Label, int] | None:
    """The raised letter or sign at the start of a note under a table, and where its text begins."""
    words, raised = "", 0
    for run in runs[:8]:
        if run.note is not None:
            break
        words += run.text
        unraised = run.text.strip() and not run.style & Style.SUPERSCRIPT
        if raised == len(words) - len(run.text) and not unraised:
            raised = len(words)
    match = _RAISED.match(words)
    if match is None or not (raised >= match.end("sign") or "\t" in match["space"]):
        return None
    sign = match["sign"]
    return labels.read(sign) or Label(sign, sign, "{}", ()), match.end()
