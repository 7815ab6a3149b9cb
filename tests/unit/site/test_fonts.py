"""The fonts: a letter is drawn by one of them, so that no page fetches a second for it."""

import re
import unicodedata
from collections import defaultdict

from acquis.settings import packaged_templates

FONTS = packaged_templates() / "overrides" / "assets" / "stylesheets" / "fonts.css"


def _range(written: str) -> range:
    first, _, last = written.removeprefix("U+").partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)


def test_no_letter_has_two_fonts_of_one_kind() -> None:
    faces: dict[tuple[str, ...], list[set[int]]] = defaultdict(list)
    for face in re.findall(r"@font-face \{(.*?)\}", FONTS.read_text(encoding="utf-8"), re.DOTALL):
        told = dict(re.findall(r"([a-z-]+): (.*);", face))
        kind = told["font-family"], told["font-style"], told["font-weight"]
        letters = {one for part in told["unicode-range"].split(", ") for one in _range(part)}
        faces[kind].append(letters)
    assert len(faces) > 3
    for kind, fonts in faces.items():
        seen: set[int] = set()
        for letters in fonts:
            # A mark over a letter comes from the font of the letter.
            both = {one for one in letters & seen if not unicodedata.combining(chr(one))}
            assert not both, f"{kind}: {sorted(map(chr, both))}"
            seen |= letters
