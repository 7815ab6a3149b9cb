"""Twins among many texts: found without looking at all pairs."""

import random
from collections.abc import Callable
from itertools import combinations
from time import process_time

from acquis.align import Twins, twins

VOCABULARY = [f"{one}{two}{three}" for one in "bdgkl" for two in "aeiou" for three in "mnrst"] * 9


def text(chance: random.Random, words: int = 200) -> list[str]:
    return [" ".join(f"{chance.choice(VOCABULARY)}{chance.randrange(60)}" for _ in range(words))]


def found(
    texts: list[list[str]], may: Callable[[list[str], list[str]], bool] = lambda one, other: True
) -> list[Twins]:
    return twins(texts, lambda passages: passages, may, least=0.5, shortest=60)


def changed(passages: list[str], share: float, chance: random.Random) -> list[str]:
    """A text in which this share of the words is another."""
    return [
        " ".join("another" if chance.random() < share else word for word in passage.split())
        for passage in passages
    ]


def test_twins_are_found_whatever_stands_between_them() -> None:
    chance = random.Random(1)
    texts = [text(chance) for _ in range(200)]
    texts += [changed(texts[place], 0.05, chance) for place in range(0, 200, 10)]
    pairs = found(texts)
    assert [(pair.one, pair.other) for pair in pairs] == [
        (place, 200 + place // 10) for place in range(0, 200, 10)
    ]
    assert all(0.7 < pair.share < 1 for pair in pairs)


def test_a_text_within_a_longer_one_is_its_twin() -> None:
    chance = random.Random(2)
    short, long = text(chance, 100), text(chance, 2000)
    (pair,) = found([short, [*long, *short]])
    assert pair == (0, 1, 1.0)


def test_what_is_less_alike_or_short_or_not_wanted_is_no_twin() -> None:
    chance = random.Random(3)
    one = text(chance)
    assert found([one, changed(one, 0.3, chance)]) == []
    assert found([text(chance, 50)] * 2) == []
    assert found([one, one], lambda one, other: False) == []


def test_case_and_punctuation_make_no_difference_and_ideographs_are_words() -> None:
    one = text(random.Random(4))
    assert found([one, [one[0].upper().replace(" ", ", ")]])[0].share == 1
    chinese = "".join(chr(0x4E00 + place * 7) for place in range(90))
    assert found([[chinese], [f"{chinese}。"]])[0].share == 1


def test_time_grows_with_the_number_of_texts_and_not_with_its_square() -> None:
    chance = random.Random(5)
    forms = text(chance, 40)[0]  # what every text has
    texts = [[forms, *text(chance, 150)] for _ in range(800)]

    def spent(count: int) -> float:
        start = process_time()
        assert found(texts[:count]) == []
        return process_time() - start

    spent(50)
    assert spent(800) < 16 * max(spent(100), 0.01)  # eight times as many; the square is 64


def test_the_same_pairs_as_all_pairs_give() -> None:
    chance = random.Random(6)
    texts = [text(chance, 120) for _ in range(12)]
    texts += [changed(chance.choice(texts), chance.random() / 3, chance) for _ in range(40)]
    pairs = {(pair.one, pair.other): pair.share for pair in found(texts)}
    alone = {
        (one, other): two[0].share
        for one, other in combinations(range(len(texts)), 2)
        if (two := found([texts[one], texts[other]]))
    }
    assert {pair: share for pair, share in alone.items() if share > 0.6}.items() <= pairs.items()
    assert pairs.items() <= alone.items()
