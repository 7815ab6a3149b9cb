"""Columns of figures are told from others, whatever is merged above or beside them."""

import pytest

from acquis.model.block import Cell, Table
from acquis.pages.table import rows


def figures(head: int, *lines: list[str | Cell]) -> list[str]:
    """For each row the cells of columns of figures, as "1" where one is and "." where not."""
    made = tuple(
        tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in line) for line in lines
    )
    return [
        "".join("1" if told else "." for _, told in row) for row in rows(Table(made, head=head))
    ]


def test_a_column_of_figures_and_its_head() -> None:
    assert figures(
        1, ["", "Gross", "Note"], ["North", "63 930 800", "a"], ["South", "(114,600)", ""]
    ) == [".1.", ".1.", ".1."]


def test_the_first_column_names_the_row() -> None:
    assert figures(0, ["2024", "12"], ["2025", "13"]) == [".1", ".1"]


def test_where_there_is_no_figure() -> None:
    assert figures(0, ["a", "–"], ["b", "12 %"], ["c", ""]) == [".1", ".1", ".1"]
    assert figures(0, ["a", "–"], ["b", ""]) == ["..", ".."]
    assert figures(0, ["a", "12"], ["b", "12 posts"]) == ["..", ".."]


def test_merged_cells_keep_their_columns() -> None:
    assert figures(
        2,
        [Cell("", rows=2), "Gross", "Net"],
        [Cell("(United States dollars)", cols=2)],
        [Cell("North", rows=2), "1", "2"],
        ["3", "4"],
    ) == [".11", ".", ".11", "11"]


def test_figures_may_go_over_two_columns() -> None:
    assert figures(1, ["", "", "Net"], ["North", Cell("1 200", cols=2)], [Cell("All", cols=3)]) == [
        ".11",
        ".1",
        ".",
    ]


@pytest.mark.parametrize("words", ["1.5", "$ 1,200", "−3", "12[^a]"])
def test_figures(words: str) -> None:
    assert figures(0, ["x", words]) == [".1"]
