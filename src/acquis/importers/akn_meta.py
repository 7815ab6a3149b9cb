"""What an AKN4UN file says about a text: its symbol, its date, its way to adoption, the vote."""

from __future__ import annotations

import re
from datetime import date
from typing import TypeAlias

from lxml import etree

from acquis.importers.akn_xml import attribute, children, descendants, first, words

#: ISO 639-2 codes, which AKN4UN uses, of the six official languages.
LANGUAGES = {"ara": "ar", "chi": "zh", "zho": "zh", "eng": "en", "fre": "fr", "fra": "fr"}
LANGUAGES |= {"rus": "ru", "spa": "es"}
#: A date that the files give where there is none.
NO_DATE = date(1, 1, 1)
#: The outcomes of AKN4UN's workflow steps in the words of the YAML format.
OUTCOMES = {
    "draftResolution": "draft",
    "draftDecision": "draft",
    "draftResolutionAdditionalSponsors": "sponsors",
    "recommendedForAdoption": "recommended",
    "adopted": "adopted",
}
Adoption: TypeAlias = tuple[etree._Element, str, "date | None"]

_COUNTS = {"inFavour": "for", "against": "against", "abstaining": "abstaining"}
_SYMBOL = re.compile(r"[A-Z]+(?:/[^\s/,()]+)+")
_AGENDA_ITEM = re.compile(r"\d+(?:\s*\([a-z]{1,2}\))?")


def language(root: etree._Element) -> str:
    """The language of the expression as a two-letter code; "" where the file does not say it."""
    found = next(descendants(root, "FRBRlanguage"), None)
    code = attribute(found, "language").lower() if found is not None else ""
    return LANGUAGES.get(code, code if len(code) == 2 else "")


def symbol(root: etree._Element) -> str:
    """The symbol on the masthead; "" where it has none."""
    cover = next(descendants(root, "coverPage"), None)
    return words(next(descendants(cover, "docNumber"), None)) if cover is not None else ""


def adopted(root: etree._Element) -> date | None:
    """The date of adoption, where the file gives it."""
    work = next(descendants(root, "FRBRWork"), None)
    for found in children(work, "FRBRdate") if work is not None else ():
        if attribute(found, "name") == "adoption":
            return _date(found)
    return None


def session(root: etree._Element) -> str:
    """The name of the session as the masthead gives it."""
    return words(next(descendants(root, "session"), None))


def agenda_items(root: etree._Element) -> list[str]:
    """The numbers of the agenda items under which the text was adopted."""
    for inline in _inlines(root, "agenda item"):
        return _AGENDA_ITEM.findall(attribute(inline, "title") or words(inline))
    return []


def kind(root: etree._Element) -> str:
    """What the text is called: "resolution", "decision"; "" where the file does not say it."""
    return next((attribute(found, "name") for found in descendants(root, "statement")), "")


def draft(root: etree._Element) -> dict[str, str]:
    """The draft that was adopted: its symbol and who submitted it."""
    for step in descendants(root, "step"):
        if OUTCOMES.get(attribute(step, "outcome")) == "draft":
            by = words_of(attribute(step, "by")).removeprefix("submitted by ")
            found = {"symbol": words_of(attribute(step, "as")), "submitted_by": by}
            return {key: value for key, value in found.items() if value}
    return {}


def steps(root: etree._Element) -> list[dict[str, str | date]]:
    """The steps to adoption: outcome, date, document, and by whom.

    A step of which nothing is known, and a recommendation without a document, are left out. Who
    submitted the draft is said in `draft`.
    """
    found = []
    for step in descendants(root, "step"):
        source = attribute(step, "outcome")
        outcome = OUTCOMES.get(source) or _spaced(source)
        document, by = words_of(attribute(step, "as")), words_of(attribute(step, "by"))
        if not document and _SYMBOL.fullmatch(by):
            document, by = by, ""
        if outcome == "draft":
            by = ""
        if outcome == "recommended" and document:
            document, by = _report(root, document), by or _committee(root)
        day = _date(step)
        if document or by or (outcome == "adopted" and day):
            record = {"outcome": outcome, "date": day, "document": document, "by": by}
            found.append({key: value for key, value in record.items() if value})
    return found


def vote(root: etree._Element) -> dict[str, int] | None:
    """A recorded vote; None where there was none. A side that nobody took is not counted there."""
    for voting in descendants(root, "voting"):
        counts = [(attribute(c, "refersTo"), attribute(c, "value")) for c in voting]
        known = {side.lstrip("#"): value for side, value in counts if value.isdigit()}
        if any(side in known for side in _COUNTS):
            return {name: int(known.get(side, "0")) for side, name in _COUNTS.items()}
    return None


def words_of(value: str) -> str:
    """An attribute's value with single spaces."""
    return " ".join(value.split())


def _report(root: etree._Element, document: str) -> str:
    """A committee's report with its paragraph, as the masthead has it, where it names it."""
    for inline in _inlines(root, "originating document"):
        named = words(inline)
        if named.startswith(document):
            return named
    return document


def _committee(root: etree._Element) -> str:
    """The committee on whose report the text was adopted, by the name that the file gives it."""
    proponent = next(descendants(root, "docProponent"), None)
    reference = attribute(proponent, "refersTo").lstrip("#") if proponent is not None else ""
    for term in descendants(root, "TLCTerm"):
        if reference and attribute(term, "eId") == reference:
            return words_of(attribute(term, "showAs"))
    return ""


def _inlines(root: etree._Element, name: str) -> list[etree._Element]:
    cover = next(descendants(root, "coverPage"), None)
    found = descendants(cover, "inline") if cover is not None else iter(())
    return [inline for inline in found if attribute(inline, "name") == name]


def _date(element: etree._Element) -> date | None:
    """The date that an element gives, unless it is one that stands for none."""
    try:
        found = date.fromisoformat(attribute(element, "date"))
    except ValueError:
        return None
    return None if found == NO_DATE else found


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def adoption(statement: etree._Element) -> list[Adoption]:
    """The adoption lines at the end of a text: the element, the meeting, the date."""
    conclusions = first(statement, "conclusions")
    found = []
    for event in descendants(conclusions, "event") if conclusions is not None else ():
        day = first(event, "docDate")
        when = None if day is None else _date(day)
        found.append((event, words(first(event, "location")), when))
    return found
