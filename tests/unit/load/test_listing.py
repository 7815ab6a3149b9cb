"""Records are put into a YAML file, and everything else keeps its bytes."""

import pytest

from acquis.load.listing import Listing, ListingError, block, document, translated

RECORD = {"symbol": "L/7/1", "title": "Reeds", "operative": ["One.", "Two: #2"]}
LINES = block("decisions", RECORD)
OTHER = {"symbol": "L/7/2", "title": "Rushes"}


def test_a_block_is_the_record_as_the_canonical_form_has_it() -> None:
    assert LINES.splitlines()[0] == "  - symbol: L/7/1"
    assert Listing(document("decisions", LINES)).block("decisions", RECORD) == LINES


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b"decisions:\n{}"),
        (b"# nothing\n", b"# nothing\ndecisions:\n{}"),
        (b"topics: []", b"topics: []\ndecisions:\n{}"),
        (b"decisions:\n# none\ntopics:\n", b"decisions:\n{}# none\ntopics:\n"),
        (b"decisions:\n  - id: x\n", b"decisions:\n  - id: x\n{}"),
        (b"decisions:\n  - id: x", b"decisions:\n  - id: x\n{}"),
        (
            b"decisions:\n  - id: x # so\n\n# end\nareas:\n  - {id: y}\n",
            b"decisions:\n  - id: x # so\n{}\n# end\nareas:\n  - {id: y}\n",
        ),
        (
            b"\xef\xbb\xbfdecisions:\n  -\n    id: x\n",
            b"\xef\xbb\xbfdecisions:\n  -\n    id: x\n{}",
        ),
    ],
)
def test_a_record_is_added_at_the_end_of_its_list(before: bytes, after: bytes) -> None:
    made = Listing(before).added("decisions", RECORD, LINES)
    expected = after.replace(b"{}", LINES.encode(), 1) if b"{}" in after else after
    assert made.rstrip(b"\n") == expected.rstrip(b"\n")
    assert Listing(made).block("decisions", RECORD) == LINES


def test_other_margins_and_line_ends_are_kept() -> None:
    source = b"decisions:\r\n- id: x\r\n  title: A\r\n"
    made = Listing(source).added("decisions", RECORD, LINES)
    assert made.startswith(source + b"- symbol: L/7/1\r\n  title: Reeds\r\n")
    assert made.count(b"\n") == made.count(b"\r\n")
    assert Listing(made).block("decisions", RECORD) == LINES


def test_a_record_is_renewed_in_its_place() -> None:
    source = Listing(b"decisions:\n  # first\n  - id: x\n").added("decisions", RECORD, LINES)
    source = Listing(source).added("decisions", OTHER, block("decisions", OTHER))
    new = {**RECORD, "title": "Sedge"}
    made = Listing(source).renewed("decisions", new, block("decisions", new))
    assert made == source.replace(b"Reeds", b"Sedge")


def test_style_and_comments_do_not_change_what_a_record_says() -> None:
    listing = Listing(
        b'decisions:\n  - {symbol: "L/7/1", title: Reeds, operative: [One., "Two: #2"]} # x\n'
    )
    assert listing.says("decisions", RECORD, LINES)
    assert listing.block("decisions", RECORD) != LINES
    assert not listing.says("decisions", RECORD, LINES.replace("One", "Three"))


@pytest.mark.parametrize(
    "source",
    [
        b"decisions: [",
        b"- a\n",
        b"a",
        b"a: b\na: c\n",
        b"\xff",
        b"a: &b c\n",
        b"decisions: !x []\n",
    ],
)
def test_what_cannot_be_read_is_refused(source: bytes) -> None:
    with pytest.raises(ListingError):
        Listing(source)


@pytest.mark.parametrize("rows", [b"[]", b"[{id: x}]", b"x", b"{a: b}"])
def test_what_can_take_no_record_is_refused(rows: bytes) -> None:
    with pytest.raises(ListingError):
        Listing(b"decisions: " + rows + b"\n").added("decisions", RECORD, LINES)


def test_a_record_that_would_change_another_is_refused() -> None:
    # The line that looks like a comment belongs to the text.
    source = b'decisions:\n  - id: x\n    title: "A\n# b"\n'
    with pytest.raises(ListingError):
        Listing(source).added("decisions", RECORD, LINES)


def test_comments_at_the_end_of_a_record_stay_with_it() -> None:
    source = b"decisions:\n  - id: x\n    title: A\n\n    # its own\n\n  # of the list\n"
    added = Listing(source).added("decisions", RECORD, LINES).decode()
    assert added == source.decode().replace("    # its own\n", f"    # its own\n{LINES}")


def test_a_translation_has_the_identity_and_the_texts() -> None:
    record = {
        "symbol": "L/7/1",
        "kind": "resolution",
        "title": "Roseaux",
        "language": "fr",
        "source": {"note": "title: x"},
        "opening": "Le Conseil",
        "operative": [{"text": "Un :", "items": ["source: a"]}],
    }
    kept = {key: record[key] for key in ("symbol", "kind", "title", "opening", "operative")}
    assert translated("decisions", block("decisions", record)) == block("decisions", kept)
