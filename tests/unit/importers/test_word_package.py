"""Word files that cannot be read, or were made to do harm: one clear error each, nothing else."""

import random
import re
import zipfile
from collections.abc import Mapping, Sequence
from copy import deepcopy
from io import BytesIO

import pytest
from lxml import etree

from acquis.importers import word, word_package, word_xml
from acquis.importers.imported import Settings, UnreadableError
from acquis.importers.report import count
from acquis.load.write import write

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DOCUMENT = f"<w:document {W}><w:body><w:p><w:r><w:t>1. One.</w:t></w:r></w:p></w:body></w:document>"
RELATION = f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'


def package(
    document: str | bytes | None = DOCUMENT, entries: Mapping[str, str | bytes] | None = None
) -> bytes:
    """A zip with this main part and other entries."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "_rels/.rels", f'<Relationships xmlns="{PACKAGE}">{RELATION}</Relationships>'
        )
        if document is not None:
            archive.writestr("word/document.xml", document)
        for name, content in (entries or {}).items():
            archive.writestr(name, content)
    return out.getvalue()


def refused(source: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        word.read(source, "folder\\a.docx", Settings())
    assert caught.value.position.file == "a.docx"
    assert caught.value.fix
    return caught.value.message


def encrypted_entry() -> bytes:
    source = bytearray(package())
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        for found in re.finditer(re.escape(signature), bytes(source)):
            source[found.start() + offset] |= 1
    return bytes(source)


def test_a_good_one() -> None:
    assert word.recognise(package())
    (found,) = word.read(package(), "a.docx", Settings())
    assert found.record["blocks"] == ["One."]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"", "empty"),
        (b"\0\n " * 10, "empty"),
        (b"%PDF-1.7 ...", "no Word file"),
        (OLE, "before 2007"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (package()[:300], "cut off or damaged"),
        (package()[:-30], "cut off or damaged"),
        (b"PK\x03\x04", "cut off or damaged"),
        (BytesIO(b"PK\x05\x06" + b"\0" * 18).getvalue(), "no Word document"),
        (package(None), "no Word document"),
        (package("<a/>"), "word/document.xml is no Word document"),
        (package(f"<w:document {W}>"), "not well-formed"),
        (package(""), "not well-formed"),
        (package(b"\xff\xfe\x00"), "not well-formed"),
        (package(f"<w:document {W}/>"), "no text"),
        (package(DOCUMENT, {"word/_rels/document.xml.rels": "<"}), "not well-formed"),
        (encrypted_entry(), "encrypted"),
    ],
)
def test_unreadable(source: bytes, message: str) -> None:
    assert message in refused(source)


ENTITY = '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    bad = f"{head}{ENTITY}{DOCUMENT}".replace("One", "&b;&d;")
    assert "document type declaration" in refused(package(bad.encode(encoding)))
    good = f"{head}{DOCUMENT}".encode(encoding)
    assert word.read(package(good), "a.docx", Settings())[0].record["blocks"] == ["One."]


def test_bombs(monkeypatch: pytest.MonkeyPatch) -> None:
    spaces = DOCUMENT.replace("One", " " * 30_000_000)
    assert "unpacks to more than" in refused(package(spaces))
    monkeypatch.setattr(word_package, "LONGEST_PART", 1000)
    assert "more than 1000 bytes" in refused(package(DOCUMENT.replace("One", "One" * 900)))
    monkeypatch.undo()
    monkeypatch.setattr(word_package, "MOST_ENTRIES", 3)
    assert "more than 3 entries" in refused(package(entries={str(i): "" for i in range(5)}))


def test_too_many_elements_and_too_deep(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = DOCUMENT.replace("<w:p>", "<w:p>" * 170).replace("</w:p>", "</w:p>" * 170)
    assert "nested more than 160 deep" in refused(package(deep))
    monkeypatch.setattr(word_xml, "MOST_ELEMENTS", 50)
    many = DOCUMENT.replace("</w:p>", "</w:p>" + "<w:p/>" * 60)
    assert "more than 50 elements" in refused(package(many))


def test_macros_and_embedded_files_are_told() -> None:
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="{kind}.bin"/>'
        for kind in ("vbaProject", "oleObject")
    )
    relations = f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>'
    (found,) = word.read(
        package(DOCUMENT, {"word/_rels/document.xml.rels": relations}), "a.docm", Settings()
    )
    told = [notice.reason for notice in found.report.notices]
    assert any("macros" in reason for reason in told)
    assert any("embedded object" in reason for reason in told)


def test_a_target_outside_of_the_package_is_nothing() -> None:
    relations = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="x" Type="{OFFICE}/styles"'
        ' Target="../../../../etc/passwd"/></Relationships>'
    )
    source = package(DOCUMENT, {"word/_rels/document.xml.rels": relations})
    assert word.read(source, "a.docx", Settings())[0].record["blocks"] == ["One."]


# Fuzz

PIECES = (
    (
        '<w:p><w:pPr><w:pStyle w:val="S"/><w:numPr><w:ilvl w:val="1"/>'
        '<w:numId w:val="1"/></w:numPr>'
        "</w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Reeds</w:t></w:r></w:p>"
    ),
    (
        "<w:p><w:r><w:t>2.</w:t></w:r><w:r><w:tab/><w:t>On reeds:</w:t><w:br/></w:r>"
        '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r></w:p>'
    ),
    (
        "<w:p><w:ins><w:r><w:t>(a)</w:t><w:tab/></w:r></w:ins>"
        "<w:del><w:r><w:delText>x</w:delText></w:r>"
        '</w:del><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> TOC </w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>y</w:t>'
        '<w:fldChar w:fldCharType="end"/></w:r></w:p>'
    ),
    (
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/>'
        '<w:vMerge w:val="restart"/></w:tcPr><w:p>'
        "<w:r><w:t>c</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/>"
        "</w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
    ),
    (
        "<w:sdt><w:sdtContent><w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Annex</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict><w:t>Annex II</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    ),
    (
        '<w:p><w:r><w:footnoteReference w:id="1"/><w:commentReference w:id="1"/>'
        '<w:sym w:char="F0B7"/>'
        "<w:noBreakHyphen/><w:t>3. Ends [^1] *so*.</w:t></w:r></w:p>"
    ),
)
PARTS = {
    "styles": '<w:style w:type="paragraph" w:styleId="S"><w:basedOn w:val="S"/><w:name w:val="S"/>'
    '<w:pPr><w:outlineLvl w:val="1"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    "numbering": '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="1"><w:start w:val="1"/>'
    '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/><w:pStyle w:val="S"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    "footnotes": '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/><w:t>* Note.</w:t></w:r></w:p>'
    "</w:footnote>",
}
VALUES = ("", "0", "1", "-1", "99999999999", "x", "restart", "begin", "upperRoman", "%1%2%9", "S")


def mutated(xml: str, chance: random.Random) -> bytes:
    """XML with elements taken out, doubled, renamed and moved, and attributes changed."""
    root = etree.fromstring(xml)
    for _ in range(chance.randint(1, 8)):
        elements = list(root.iter())[1:]
        if not elements:
            break
        one, other = chance.choice(elements), chance.choice(elements)
        inside = other in one.iter()
        act = chance.randint(0, 5)
        if act == 0 and one.attrib:
            one.set(chance.choice(one.keys()), chance.choice(VALUES))
        elif act == 1:
            one.tag = other.tag
        elif act == 2:
            one.getparent().remove(one)
        elif act == 3:
            one.addnext(deepcopy(one))
        elif act == 4 and not inside:
            other.append(deepcopy(one))
        elif act == 5 and one.text:
            one.text = chance.choice(("\u202e", "7.", "[^1]", "\\*", "(i)", "I.", "", one.text * 2))
    return etree.tostring(root)


def file(body: str | bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """A package with this main part and these related parts."""
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts
    )
    relations = f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>'
    entries = {f"word/{kind}.xml": part for kind, part in parts.items()}
    return package(body, {**entries, "word/_rels/document.xml.rels": relations})


def wrapped(pieces: Sequence[str]) -> str:
    return f"<w:document {W}><w:body>{''.join(pieces)}</w:body></w:document>"


RELATED = {kind: f"<w:{kind} {W}>{part}</w:{kind}>" for kind, part in PARTS.items()}


def test_fuzz() -> None:
    """Mutated structures are read or refused; what is read can be written and counted."""
    read = 0
    messages = []
    for seed in range(800):
        chance = random.Random(seed)
        document = wrapped(chance.choices(PIECES, k=chance.randint(1, 8)))
        kind = chance.choice(list(RELATED))
        parts = {**RELATED, kind: mutated(RELATED[kind], chance)}
        source = file(mutated(document, chance), parts)
        if seed % 10 == 0:
            at = chance.randrange(len(source))
            source = source[:at] + bytes([chance.randrange(256)]) + source[at + 1 :]
        try:
            imports = word.read(source, f"{seed}.docx", Settings())
        except UnreadableError as error:
            messages.append(error.message)
            continue
        read += 1
        for found in imports:
            write({found.kind: [found.record]})
            count(found.record)
    assert read > 600
    assert messages
    assert all("\n" not in message for message in messages)


def test_unmutated_pieces_are_all_read() -> None:
    (found,) = word.read(file(wrapped(PIECES), RELATED), "a.docx", Settings())
    record = found.record
    assert record["blocks"][0]["heading"] == "Reeds"
    assert record["footnotes"] == {"*": "Note."}
    assert [remark.text for remark in found.report.leftover] == ["(a) y"]
    counts = found.report.counts
    assert (counts.operative, counts.headings, counts.tables, counts.footnotes) == (1, 1, 1, 1)
    assert [annex["label"] for annex in record["annexes"]] == ["Annex II", "Annex"]
