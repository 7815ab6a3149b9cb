"""The canonical form: what becomes of style, comments, long texts and files with errors."""

import pytest

from acquis.finding import Finding
from acquis.load.format import canonical, formatted
from acquis.load.scalars import WIDTH


def form(source: str | bytes, *, translated: str = "") -> str:
    found: list[Finding] = []
    encoded = source if isinstance(source, bytes) else source.encode()
    made = formatted(encoded, "data/x.yaml", found.append, translated=translated)
    assert made is not None, found
    assert formatted(made, "data/x.yaml", found.append, translated=translated) == made
    return made.decode()


def test_comments_stay_where_they_belong() -> None:
    source = """\
# of the file

topics:   # of the list


  # of waste
  - id:   waste    # of the id
    name: 'Waste'
    # at the end of waste
      # deeper, after it

  # of mercury
  - # of its first key
    {id: mercury, # behind
     name: Mercury}
  # at the end of the list
# at the end of the file"""
    assert (
        form(source)
        == """\
# of the file

topics:  # of the list
  # of waste
  - id: waste  # of the id
    name: Waste
    # at the end of waste
    # deeper, after it

  # of mercury
  # of its first key
  - id: mercury  # behind
    name: Mercury
  # at the end of the list
# at the end of the file
"""
    )


def test_blocks_take_their_plainest_shape() -> None:
    source = """\
decisions:
- symbol: L/6/1
  adopted: "2030-05-04"
  agenda_item: [5]
  topics: [reeds]
  operative:
  - {text: "Decides;"}
  - text: Requests a report;
    actors:
    - secretariat   # who else?
  - table: {rows: [[{text: a b}, ""], [{text: c, cols: 2}]], head: 1}
  footnotes: {1: Ibid.}
"""
    assert (
        form(source)
        == """\
decisions:
  - symbol: L/6/1
    adopted: 2030-05-04
    agenda_item: "5"
    topics: [reeds]
    operative:
      - Decides;
      - text: Requests a report;
        actors: secretariat  # who else?
      - table:
          rows:
            - [a b, ""]
            - - text: c
                cols: 2
          head: 1
    footnotes:
      "1": Ibid.
"""
    )


@pytest.mark.parametrize(
    "text",
    [
        "no-break\u00a0space, U\u20111 and so on " * 5 + "end",
        "two  spaces in the text, " * 5 + "end",
        "a trailing space " * 6,
        " a leading space" * 6,
        "a tab\tin the text " * 6 + "end",
        "lines\nof a text, " * 6 + "end",
        "an empty line\n\nin a text, " * 6 + "end",
        "\u202bright to left\u202c " * 6 + "end",
    ],
)
def test_texts_stay_as_they_are(text: str) -> None:
    form(canonical({"topics": [{"id": "a", "name": text}]}))


def test_a_changed_word_changes_few_lines() -> None:
    clause = "requests the Secretariat to report on the matter, and to go on with it; "
    before = form(canonical({"topics": [{"id": "a", "name": clause * 9 + "end."}]}))
    changed = (clause * 9 + "end.").replace("Secretariat", "Executive Secretary", 1)
    after = form(canonical({"topics": [{"id": "a", "name": changed}]}))
    assert len(set(before.splitlines()) | set(after.splitlines())) <= 9
    kept = set(before.splitlines()) & set(after.splitlines())
    assert len([line for line in after.splitlines() if line not in kept]) <= 2
    assert max(map(len, after.splitlines())) <= WIDTH


def test_lines_end_as_they_did_and_the_mark_goes() -> None:
    source = b"\xef\xbb\xbftopics:\r\n  - {id: a, name: A}\r\n"
    assert form(source) == "topics:\r\n  - id: a\r\n    name: A\r\n"
    assert form(source.replace(b"A}\r\n", b"A}\n")) == "topics:\n  - id: a\n    name: A\n"
    assert form(b"topics:\r  - id: a\r    name: A") == "topics:\n  - id: a\n    name: A\n"


def test_a_file_with_an_error_is_left_alone() -> None:
    for source in ("topics: [", "topics:\n  - {id: a, name: &x b}", "topic: []", "", "# alone\n"):
        found: list[Finding] = []
        assert formatted(source.encode(), "x.yaml", found.append) is None
        assert found


def test_translations_have_keys_of_their_own() -> None:
    source = "decisions: [{symbol: L/6/1, operative: [{text: a}]}]"
    assert form(source, translated="fr").endswith("operative: [a]\n")
    found: list[Finding] = []
    wrong = b"decisions: [{symbol: L/6/1, status: draft}]"
    assert formatted(wrong, "x.yaml", found.append, translated="fr") is None


def test_a_list_whose_entries_are_commented_out_stays() -> None:
    source = "topics:\n  # - id: a\nactors:\n  - id: b\n    name: B\n"
    assert form(source) == source.replace("  # - id: a\n", "# - id: a\n")


def test_the_start_of_a_document_goes_and_its_comment_stays() -> None:
    assert form("%YAML 1.2\n--- # one\ntopics: []\n...\n# two") == "# one\ntopics: []\n# two\n"
