"""The home page's lists: the conventions, the latest meeting, what is new."""

from __future__ import annotations

import datetime
from typing import Any

from acquis.model.corpus import Corpus
from acquis.model.institution import Meeting
from acquis.pages.view import View

_NEW = 8  # texts


def context(view: View) -> dict[str, Any]:
    """What the template `_home.html.j2` is given."""
    corpus = view.corpus
    latest = latest_meeting(corpus)
    counts = dict.fromkeys(corpus.conventions, 0)
    for decision in corpus.decisions.values():
        for id_ in {
            corpus.bodies[one].convention for one in decision.bodies if one in corpus.bodies
        }:
            counts[id_] += 1
    held = [decision for decision in corpus.decisions.values() if not decision.listed]
    shown = corpus.decisions_of(latest.id)[:_NEW] if latest else ()
    newest = sorted(held, key=lambda one: one.adopted or datetime.date.min, reverse=True)
    return {
        "view": view,
        "corpus": corpus,
        "counts": counts,
        "latest": latest,
        "of_latest": shown,
        "new": [one for one in newest if one not in shown][:_NEW],
    }


def latest_meeting(corpus: Corpus) -> Meeting | None:
    """The meeting that was held last; one whose days are not known counts by its latest text,
    and one without either only where it has a text that is held."""

    def day(meeting: Meeting) -> tuple[bool, datetime.date]:
        decisions = corpus.decisions_of(meeting.id)
        adopted = [one.adopted for one in decisions if one.adopted]
        known = meeting.last_day or max(adopted, default=datetime.date.min)
        return any(not one.listed for one in decisions), known

    return max(corpus.meetings.values(), key=day, default=None)
