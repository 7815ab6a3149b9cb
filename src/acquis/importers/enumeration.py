"""Items find their level by their numbers, not by how a source tags them.

The sources tag items as points, as paragraphs of their own, or not at all, and a list inside a
list where there is none: "(i)" after "(h)" is a letter. What decides is which of the open lists
a number continues, and, where it could continue one or open another, what the next numbers are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from acquis.importers.label import Label, Reading
from acquis.importers.nodes import Paragraph

#: How deep items are nested at the most; the sources have three levels.
_DEEPEST = 8
#: Lists whose items have no numbers of their own.
SIGNLESS = ("dash", "bullet", "none")


@dataclass(slots=True)
class _List:
    """An open list: whose items they are, how they are numbered, and the last value given."""

    owner: Paragraph
    style: str
    form: str
    last: int = 0

    def continued_by(self, label: Label) -> bool:
        if self.form != label.form:
            return False
        if self.style in SIGNLESS:
            return label.readings[0].style == self.style
        return label.may_be(self.style, self.last + 1)


@dataclass(slots=True)
class Enumeration:
    """Puts the items of one paragraph in their places."""

    root: Paragraph
    _lists: list[_List] = field(default_factory=list)

    def add(self, item: Paragraph, label: Label, upcoming: Sequence[Label]) -> None:
        """Place a numbered item; `upcoming` are the labels of the next lines."""
        place = self._continued(label)
        opening = self._opened(label)
        if place is not None and opening is not None:
            if self._opens(label, self._lists[place], opening, upcoming):
                place = None
        elif place is None and opening is None:
            place = self._nearest(label)
        if place is not None:
            del self._lists[place + 1 :]
            current = self._lists[place]
            following = current.last + 1
            if not label.may_be(current.style, following):
                following = label.value(current.style) or following
            current.last = following
        else:
            reading = opening or label.readings[0]
            current = self._begin(reading.style, label.form, reading.value)
        item.style = current.style
        item.value = current.last
        current.owner.items.append(item)

    def add_unnumbered(self, item: Paragraph) -> None:
        """Place a line without a number in the list that the last unit introduces."""
        if not self.unnumbered:
            self._begin("none", "")
        item.style = "none"
        self._lists[-1].owner.items.append(item)

    def _begin(self, style: str, form: str, value: int = 0) -> _List:
        """Open a list below the last unit, or beside it where that would be too deep."""
        owner = self.last()
        if len(self._lists) >= _DEEPEST:
            owner = self._lists.pop().owner
        if owner.then:  # a table or a quote: what follows it stands behind it
            holder = Paragraph(None)
            owner.then.append(holder)
            owner = holder
        self._lists.append(_List(owner, style, form, value))
        return self._lists[-1]

    @property
    def unnumbered(self) -> bool:
        """Whether the innermost open list is one of lines without numbers."""
        return bool(self._lists) and self._lists[-1].style == "none"

    @property
    def listed(self) -> bool:
        """Whether the paragraph has numbered items."""
        return bool(self.root.items) and self.root.items[-1].style != "none"

    @property
    def introduces(self) -> bool:
        """Whether the last unit announces what follows, and nothing has followed yet."""
        last = self.last()
        return last.introduces and not last.then

    def last(self) -> Paragraph:
        """The unit that was placed last: the innermost item, a text behind it, or the paragraph."""
        unit = self.root
        while unit.items or unit.then:
            follower = unit.then[-1] if unit.then else unit.items[-1]
            if not isinstance(follower, Paragraph):
                break
            unit = follower
        return unit

    def flush(self, upcoming: Sequence[Label]) -> Paragraph:
        """The unit that goes on after its items: the text that follows them belongs to it.

        It is the paragraph, unless the next number continues a list that is still open: then it
        is the last item of that list.
        """
        place = self._continued(upcoming[0]) if upcoming else None
        if place is None:
            self._lists.clear()
            return self.root
        del self._lists[place + 1 :]
        return self._lists[place].owner.items[-1]

    def withdraw(self) -> list[Paragraph]:
        """Take the lines without numbers that were placed last out again."""
        if not self.unnumbered:
            return []
        owner = self._lists.pop().owner
        lines, owner.items = owner.items, []
        return lines

    def _continued(self, label: Label) -> int | None:
        """The innermost open list that this number continues."""
        places = range(len(self._lists) - 1, -1, -1)
        return next((place for place in places if self._lists[place].continued_by(label)), None)

    def _opened(self, label: Label) -> Reading | None:
        """The reading in which this number is the first of a list unlike those that are open."""
        taken = {(current.style, current.form) for current in self._lists}
        firsts = [
            reading
            for reading in label.readings
            if reading.value == 1 and (reading.style, label.form) not in taken
        ]
        return firsts[-1] if firsts else None

    def _opens(
        self, label: Label, current: _List, opening: Reading, upcoming: Sequence[Label]
    ) -> bool:
        """Whether a number that could continue a list opens a new one instead."""
        for following in upcoming:
            if following.form != label.form:
                continue
            if following.value(opening.style) == opening.value + 1:
                return True
            if following.value(current.style) == current.last + 2:
                return False
        return self.last().introduces

    def _nearest(self, label: Label) -> int | None:
        """Where a number out of sequence goes: the innermost list of its style, if there is one."""
        if self.last().introduces:
            return None
        for place in range(len(self._lists) - 1, -1, -1):
            current = self._lists[place]
            if current.form == label.form and label.value(current.style) is not None:
                return place
        return None
