"""Running text as HTML: what must not be turned around among Arabic words."""

import pytest

from acquis.pages.inline import Inline


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("في 2020-03-06؛", "في <bdi>2020-03-06</bdi>؛"),
        ("مبلغ 12 345 دولار", "مبلغ <bdi>12 345</bdi> دولار"),
        ("مبلغ 1 234 567 دولار", "مبلغ <bdi>1 234 567</bdi> دولار"),
        # As official files have it: the last group short, or an order that only sight can tell.
        ("مبلغ 345 12 دولار", "مبلغ 345 12 دولار"),
        ("مبلغ 900 365 دولار", "مبلغ 900 365 دولار"),
        ("القرار 78/12", "القرار 78/12"),
        ("on 2020-03-06, 12 345", "on 2020-03-06, 12 345"),
    ],
)
def test_numbers_and_dates_keep_their_order_in_arabic(words: str, html: str) -> None:
    assert Inline("{}").html(words, {}) == html
