"""Where a part that is cited stands in a text that is held: its anchor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from acquis.citation.span import Step
from acquis.model.numbering import from_chinese, from_roman
from acquis.model.unit import Division, Unit

_AROUND = re.compile(r"(?:annex-[0-9]+|part-[a-z0-9]+|section-[0-9]+(?:-[0-9]+)*|quote-[0-9]+)-")
_OWN_PARAGRAPH = re.compile(r"(?:^|.*-)para-[0-9]+(?:-(?:bis|ter|quater))?(?=-|$)")


class Places:
    """The anchors of one text, and where its headings with numbers stand."""

    def __init__(self, division: Division) -> None:
        self.anchors: set[str] = set()
        self.headings: dict[tuple[str, str], Unit] = {}
        for inner in division.divisions():
            if inner.anchor:
                self.anchors.add(inner.anchor)
            self.anchors.update(note.anchor for note in inner.footnotes)
            prefix = f"{inner.anchor}-" if inner.anchor else ""
            for top in (*inner.preamble, *inner.operative):
                for unit in top.walk():
                    self.anchors.add(unit.anchor)
                    if unit.kind == "heading" and unit.number:
                        self.headings.setdefault((prefix, _plain(unit.number)), unit)

    def find(self, path: Sequence[Step], prefix: str = "") -> str | None:
        """The anchor to which a path leads from a division, "" for the whole text.

        Of an item that the text does not have, the nearest paragraph around it is taken; None is
        for a part that it does not have at all.
        """
        anchor = prefix.removesuffix("-")
        heading: Unit | None = None
        for step in path:
            if step.unit in ("annex", "appendix"):
                anchor = f"{prefix}annex-{step.sign or '1'}"
                if anchor not in self.anchors:
                    return None
                prefix = f"{anchor}-"
            elif step.unit in ("chapter", "section", "part"):
                if step.unit == "part" and f"{prefix}part-{step.sign}" in self.anchors:
                    anchor = f"{prefix}part-{step.sign}"
                    prefix = f"{anchor}-"
                    continue
                heading = self._heading(prefix, step.sign, heading)
                if heading is None:
                    return None
                anchor = heading.anchor
            else:
                found = self._unit(step, prefix, heading)
                if found is None:
                    return None
                anchor = found
        return anchor

    def near(self, path: Sequence[Step], anchor: str) -> str | None:
        """The same for a path that begins in the part around an anchor ("paragraph 3 above").

        The innermost section is looked through first, then the annex or part around it.
        """
        if path and path[0].unit == "para" and not path[0].sign[:1].isdigit():
            own = _OWN_PARAGRAPH.match(anchor)
            beside = f"{own[0]}-{path[0].sign}" if own else ""
            if beside in self.anchors:
                return beside
        if path and path[0].unit == "annex":
            return self.find(path)
        for prefix in _around(anchor):
            found = self.find(path, prefix)
            if found is not None:
                return found
        return None

    def _heading(self, prefix: str, sign: str, around: Unit | None) -> Unit | None:
        """The heading with a number; of "3-c" the heading C in section 3."""
        if around is not None:  # "chapter III, section C"
            for unit in around.walk():
                if unit is not around and unit.kind == "heading" and _plain(unit.number) == sign:
                    return unit
        found = self.headings.get((prefix, sign))
        outer, _, inner = sign.rpartition("-")
        if found is None and outer:
            holding = self.headings.get((prefix, outer))
            units = holding.walk() if holding else ()
            found = next((unit for unit in units if _plain(unit.number) == inner), None)
        return found

    def _unit(self, step: Step, prefix: str, heading: Unit | None) -> str | None:
        sign = step.sign or "1"
        while True:
            ending = f"{step.unit}-{sign}"
            if heading is not None:
                for unit in heading.walk():
                    if unit.anchor == ending or unit.anchor.endswith(f"-{ending}"):
                        return unit.anchor
            if f"{prefix}{ending}" in self.anchors:
                return f"{prefix}{ending}"
            sign, _, item = sign.rpartition("-")
            if not sign or item in ("bis", "ter", "quater", "quinquies"):
                return None


def _around(anchor: str) -> Iterator[str]:
    """The prefixes of the divisions around an anchor, innermost first, up to its own part."""
    found = list(_AROUND.finditer(anchor))
    for place in reversed(range(len(found))):
        yield anchor[: found[place].end()]
        if found[place][0].startswith(("annex", "part", "quote")):
            return
    yield ""


def _plain(number: str) -> str:
    """A heading's number as signs have it."""
    plain = number.strip(" .()").lower()
    value = from_roman(plain) if len(plain) > 1 or plain in "ivx" else None
    value = value or from_chinese(plain) if plain else None
    return str(value) if value else re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
