"""Mutated structures: the importer gives a record that loads, or one clear refusal."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from akn_made import paragraph, source

from acquis.check import check
from acquis.importers.imported import Import, Settings, UnreadableError
from acquis.importers.source import read
from acquis.load import load
from acquis.load.write import write

NOTE = "<authorialNote marker='1'><p>\t()\tSee L/6/1.</p></authorialNote>"
ROWS = "<tr><th colspan='2'>A</th></tr><tr><td>b</td><td>c</td></tr>"
TABLE = f"<container><table>{ROWS}</table></container>"
BODY = "".join(
    (
        "<paragraph class='H23'><num>I</num><heading>Means</heading></paragraph>",
        paragraph("1.", f"X<sup>(</sup>{NOTE}<sup>)</sup>:"),
        "<point><num>(a)</num><content><p>A;</p></content></point>",
        paragraph("(i)", "B;"), paragraph("", "(ii)\tC;"), paragraph("", "and so;"),
        paragraph("2 -", "Y：㈠"), paragraph("（أ）", "Z؛"), TABLE,
        "<paragraph><content><p><span class='bold'>Title</span></p></content></paragraph>",
        paragraph("3.", "<span class='italic'>W</span>."),
    )
)  # fmt: skip
SOURCE = source(
    BODY,
    "<container><p><span class='italic'>Noting</span> it,</p></container>",
    annex="<paragraph class='H1'><heading>Annex</heading></paragraph>" + paragraph("1.", "V."),
)
PIECES = [
    "<num>9.</num>", "<num/>", "<p/>", "<p>", "</p>", "<list>", "<table/>", "<tr/>", "<td/>",
    "<heading/>", "<mainBody/>", "<preamble/>", NOTE, "&amp;", "&x;", "\t", "\u200f", "[^1]", "*",
    "colspan='99999999'", "<statement name='x'><mainBody/></statement>", "(a)\t", "1.\t", "]]>",
    "<!-- x -->", "<?x?>", "<sup>2</sup>", ":", ",", "<crossHeading refersTo='#preamble'>", "\x00",
    "<authorialNote/>", "<attachments/>", "<docNumber/>", "<formula/>", "<decoration/>", "أولا",
]  # fmt: skip


def mutated(chance: random.Random) -> Iterator[str]:
    """Worse and worse forms of one text: pieces put in, taken out, doubled and moved."""
    text = SOURCE
    tags = [at for at, sign in enumerate(text) if sign == "<"]
    for _ in range(chance.randrange(1, 5)):
        at = chance.choice([*tags, chance.randrange(len(text))])
        length = chance.randrange(60)
        change = chance.randrange(4)
        if change == 0:
            text = text[:at] + chance.choice(PIECES) + text[at:]
        elif change == 1:
            text = text[:at] + text[at + length :]
        elif change == 2:
            text = text[: at + length] + text[at:]
        else:
            text = text[:at] + text[at + length : at + 2 * length] + text[at:]
        yield text


def read_or_refused(text: str, settings: Settings) -> list[Import]:
    """The records of a text; none where it is refused, which then is said as it should."""
    try:
        return read(text.encode(), "x.xml", settings)
    except UnreadableError as error:
        refused = error
    assert refused.message
    assert refused.fix
    assert refused.position.line >= 1
    return []


@pytest.mark.parametrize("seed", range(40))
def test_nothing_but_findings_comes_out(seed: int, settings: Settings, tmp_path: Path) -> None:
    chance = random.Random(seed)
    for number, text in enumerate(mutated(chance)):
        for one in read_or_refused(text, settings):
            data = tmp_path / f"{number}"
            data.mkdir()
            lines = write({one.kind: [{**one.record, "id": "x"}]})
            (data / "x.yaml").write_text(lines, encoding="utf-8")
            loaded = load(data)
            structural = {"type-wrong", "key-unknown", "yaml-invalid", "value-unknown"}
            assert not {finding.rule for finding in loaded.findings} & structural
            assert list(check(loaded.corpus)) is not None


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\0\0\0", b"PK\x03\x04garbage", b"\xd0\xcf\x11\xe0" + b"\0" * 600, b"%PDF-1.4",
        b"{\\rtf1}", b"<html><p>akoma</p></html>", b"<?xml version='1.0'?><x/>",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 50, b"GIF89a\x01\0",
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><akomaNtoso>&b;</akomaNtoso>',
        b"<akomaNtoso" + b"<a>" * 50_000,
    ],
)  # fmt: skip
def test_files_of_other_kinds_are_refused_in_one_sentence(
    content: bytes, settings: Settings
) -> None:
    with pytest.raises(UnreadableError) as refused:
        read(content, "folder/x.bin", settings)
    assert refused.value.message
    assert "\n" not in refused.value.message
