from acquis.search.analysis import Analyst
from acquis.search.posting import joined, length_class, of_texts

TEXTS = ["the sea and the land", "land", "", "the deep sea is a sea", "a b c", "sea"]


def test_texts_read_one_by_one_give_what_all_at_once_give() -> None:
    analyst = Analyst()
    all_at_once, widths = of_texts(TEXTS, analyst)
    assert widths == (5, 1, 0, 6, 3, 1)
    whole = joined([(0, all_at_once)])
    starts = [(0, TEXTS[:2]), (2, TEXTS[2:5]), (5, TEXTS[5:])]
    assert whole == joined([(start, of_texts(texts, analyst)[0]) for start, texts in starts])
    assert whole["sea"].count == 3
    assert list(whole["sea"].passages) == [0, 1, 3, 1 << 3 | 1, 2, 0]
    assert list(whole["sea"].positions) == [1, 2, 3, 0]


def test_length_has_eight_classes() -> None:
    widths = [0, 1, 3, 4, 7, 8, 15, 16, 31, 32, 63, 64, 127, 128, 255, 256, 9999]
    assert [length_class(width) for width in widths] == [
        0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7,
    ]  # fmt: skip
