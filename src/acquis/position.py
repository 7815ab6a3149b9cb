"""Where a value stands in a source file."""

from __future__ import annotations

from typing import NamedTuple


class Position(NamedTuple):
    """The place of a value: a file and the first character of the value in it.

    `line` and `column` count characters from 1. `length` is the number of characters that the
    value takes on its line, quotation marks included, or 0 where it goes over several lines.
    """

    file: str
    line: int = 1
    column: int = 1
    length: int = 0

    def inside(self, value: str, offset: int, length: int) -> Position:
        """The place of `value[offset:offset + length]`, for the `value` that stands here.

        A value that is written on one line exactly as it reads is pointed into; of any other
        (folded, escaped) the start is given, since its characters stand elsewhere.
        """
        quotes = self.length - len(value)
        if quotes not in (0, 2):
            return self
        return self._replace(column=self.column + offset + quotes // 2, length=length)
