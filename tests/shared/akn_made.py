"""Invented Akoma Ntoso files, as the United Nations tags its resolutions (AKN4UN)."""

from acquis.model.institution import Body, Forms
from acquis.symbol import Pattern

FORMULA = "<formula><p><span class='italic'>The Council of Lakes</span>,</p></formula>"
BODY = Body(
    id="lakes",
    name=Forms({"en": "Council of Lakes"}),
    convention="lakes-convention",
    opening=Forms({"en": "The Council of Lakes"}),
    kind="resolution",
    symbols=(Pattern("L/{meeting}/{number}"), Pattern("L/{meeting}/{number} {part:letter}")),
    meeting_id=Pattern("lakes-{meeting}"),
)
META = """<meta><identification source="#x">
  <FRBRWork><FRBRdate date="2031-05-04" name="adoption"/></FRBRWork>
  <FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification>
  <workflow>{steps}</workflow><analysis><parliamentary>{voting}</parliamentary></analysis>
  <references><TLCTerm eId="water" showAs="Water Committee"/></references></meta>"""
COVER = """<coverPage><p><docNumber>{symbol}</docNumber></p>
  <p><session value="7">Seventh session</session></p>
  <p><inline title="{agenda}" name="agenda item">Agenda items {agenda}</inline></p>
  <p><docProponent refersTo="#water">[on the report of the Water Committee
  (<inline name="originating document">L/7/20, para. 3</inline>)]</docProponent></p></coverPage>"""
PREFACE = "<preface><p><docNumber>{number}</docNumber>\n <docTitle>{title}</docTitle></p></preface>"
END = """<conclusions><p><event><location>3rd meeting</location><eol/>
  <docDate date="2031-05-04">4 May 2031</docDate></event></p></conclusions>"""


def source(
    body: str = "",
    preamble: str = "",
    *,
    formula: str = FORMULA,
    symbol: str = "L/7/12",
    title: str = "<span class='bold'>\tReeds</span>",
    annex: str = "",
    steps: str = "",
    voting: str = "",
    agenda: str = "5",
    number: str = "7/12.",
    end: str = END,
) -> str:
    """A statement with the given pieces."""
    attached = f"<attachments><attachment><doc><meta/><mainBody>{annex}</mainBody></doc>"
    attached += "</attachment></attachments>"
    return f"""<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<!-- an invented text --><statement name="resolution">
{META.format(steps=steps, voting=voting)}{COVER.format(symbol=symbol, agenda=agenda)}
{PREFACE.format(number=number, title=title)}
<preamble>{formula}{preamble}</preamble><mainBody>{body}</mainBody>{end}
{attached if annex else ""}</statement></akomaNtoso>"""


def paragraph(number: str, text: str) -> str:
    """A paragraph as the files tag most of them; without a number where it is empty."""
    num = f"<num>{number}</num>" if number else ""
    return (
        f"<paragraph class='SingleTxt'>{num}<content><p xml:space='preserve'>\t{text} </p>"
        "</content></paragraph>"
    )
