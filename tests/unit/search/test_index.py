"""An index holds every word of the texts, and leads to where it stands."""

import re
from pathlib import Path

import pytest
from index_reader import Index, read

from acquis.link import Links, link
from acquis.load import load
from acquis.model.corpus import Corpus
from acquis.search import index
from acquis.search.analysis import analyse
from acquis.search.index import merged
from acquis.search.reading import Reader

PROJECT = Path(__file__).parents[2] / "golden" / "site" / "project"


@pytest.fixture(scope="module")
def linked() -> tuple[Corpus, Links]:
    corpus = load(PROJECT / "data", ("en", "fr", "ar"), PROJECT).corpus
    return corpus, link(corpus)


def files(linked: tuple[Corpus, Links], language: str) -> dict[str, bytes]:
    return {file.path: file.content for file in index(*linked, language)}


@pytest.fixture(scope="module", params=["en", "fr", "ar"])
def made(request: pytest.FixtureRequest, linked: tuple[Corpus, Links]) -> Index:
    return read(files(linked, request.param))


def test_postings_are_the_words_of_the_passages(made: Index) -> None:
    expected = {
        (form, passage["passage"], position)
        for passage in made.passages
        for form, position in analyse(passage["text"]).occurrences
    }
    found = {
        (form, posting.passage, position)
        for form, postings in made.postings.items()
        for posting in postings
        for position in posting.positions
    }
    assert found == expected
    assert len(expected) > 300


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_texts_read_by_themselves_give_the_same_index(
    linked: tuple[Corpus, Links], language: str
) -> None:
    corpus, links = linked
    readings = [Reader(language).read(record) for record in corpus.records()]
    made = {file.path: file.content for file in merged(readings, corpus, links, language)}
    assert made == files(linked, language)


def test_every_form_stands_in_one_group(made: Index) -> None:
    forms = [form for group in made.groups for form in group]
    assert sorted(forms) == sorted(made.postings)


def test_passages_are_numbered_through(made: Index) -> None:
    assert [passage["passage"] for passage in made.passages] == list(range(made.head["passages"]))
    assert len(made.parts) == made.head["passages"]


def test_every_anchor_is_one_of_its_page(linked: tuple[Corpus, Links], made: Index) -> None:
    corpus, _ = linked
    assert {passage["address"] for passage in made.passages} == {
        f"{'decisions' if record in corpus.decisions.values() else 'documents'}/{record.slug}/"
        for record in corpus.records()
    }
    for passage in made.passages:
        assert re.fullmatch(r"|[a-z0-9]+(-+[a-z0-9]+)*", passage["anchor"]), passage


def test_the_same_data_give_the_same_bytes(linked: tuple[Corpus, Links]) -> None:
    assert files(linked, "fr") == files(linked, "fr")


def test_the_folder_follows_from_what_is_in_it(linked: tuple[Corpus, Links]) -> None:
    corpus, _ = linked
    first, *rest = corpus.decisions.items()
    other = Corpus(
        corpus.languages, corpus.conventions, corpus.meetings, corpus.actors, corpus.topics,
        dict(rest), corpus.documents,
    )  # fmt: skip
    folders = {path.split("/")[0] for path in files(linked, "en") if "/" in path}
    others = {path.split("/")[0] for path in files((other, link(other)), "en") if "/" in path}
    assert len(folders) == len(others) == 1
    assert folders != others, first


def test_an_empty_corpus_has_an_index() -> None:
    corpus = Corpus()
    assert read(files((corpus, link(corpus)), "en")).passages == []
