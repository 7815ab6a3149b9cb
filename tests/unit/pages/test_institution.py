"""A meeting's texts on one page, as long as they are few enough to be read and printed so."""

from acquis.link import ON_ONE_PAGE, link
from acquis.model.block import Paragraph
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision, Version
from acquis.model.institution import Forms, Meeting
from acquis.pages.edition import Edition, Site
from acquis.pages.institution import meeting_pages, meeting_texts
from acquis.pages.page import File, Page
from acquis.settings import packaged_templates


def made(characters: int) -> dict[str, Page | File]:
    """The pages of a meeting with a single text of so many characters, by address."""
    version = Version("en", "Long", operative=(Paragraph("x" * characters),))
    decision = Decision("long", {"en": version}, "en", "decision", meeting="cop-1", id="long")
    meeting = Meeting("cop-1", Forms({"en": "First meeting"}), ())
    corpus = Corpus(decisions={"long": decision}, meetings={"cop-1": meeting})
    edition = Edition(Site(corpus, link(corpus), [packaged_templates()]), "en")
    return {
        one.address if isinstance(one, Page) else one.path: one
        for one in (*meeting_pages(meeting, edition), *meeting_texts(meeting, edition))
    }


def test_few_texts_stand_on_one_page() -> None:
    found = made(ON_ONE_PAGE)
    assert set(found) == {"meetings/cop-1/", "meetings/cop-1/all/"}
    meeting = found["meetings/cop-1/"]
    assert isinstance(meeting, Page)
    assert 'href="all/"' in meeting.content


def test_of_many_texts_the_address_leads_to_their_list() -> None:
    found = made(ON_ONE_PAGE + 1)
    assert set(found) == {"meetings/cop-1/", "meetings/cop-1/all/index.html"}
    meeting, file = found["meetings/cop-1/"], found["meetings/cop-1/all/index.html"]
    assert isinstance(meeting, Page)
    assert isinstance(file, File)
    assert "cop-1/all/" not in meeting.content
    assert b'url=../"' in file.content
    assert b"<title>First meeting</title>" in file.content
