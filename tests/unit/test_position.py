"""Places in source files, down to a stretch within a value."""

import pytest

from acquis.position import Position


@pytest.mark.parametrize(
    ("length", "column", "shown"),
    [
        (6, 14, 2),  # plain: abc[12] in `key: abcdef`
        (8, 15, 2),  # the same in quotation marks
        (9, 10, 9),  # escaped: characters stand elsewhere, so the whole value is meant
        (0, 10, 0),  # folded over several lines
    ],
)
def test_a_stretch_of_a_value_that_stands_as_it_reads_is_pointed_into(
    length: int, column: int, shown: int
) -> None:
    value = Position("a.yaml", 3, 10, length)
    assert value.inside("abcdef", 4, 2) == Position("a.yaml", 3, column, shown)
