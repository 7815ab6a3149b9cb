"""The canonical form: however a file is written, it says the same and keeps every comment."""

import re
from random import Random
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from mangling import Mangler
from records import files

from acquis.finding import Finding
from acquis.load.format import canonical, formatted

#: Whole files shrink too slowly.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


def form(source: str) -> str:
    found: list[Finding] = []
    made = formatted(source.encode(), "data/x.yaml", found.append)
    assert made is not None, (source, found)
    return made.decode()


@settings(max_examples=150, deadline=None, phases=PHASES)
@given(files(), st.integers(0, 2**32))
def test_style_makes_no_difference(document: dict[str, Any], seed: int) -> None:
    mangled = Mangler(Random(seed), comments=False).file(document)
    without_blanks = re.sub(r"\n+", "\n", form(mangled))
    assert without_blanks == re.sub(r"\n+", "\n", canonical(document))


@settings(max_examples=250, deadline=None, phases=PHASES)
@given(files(), st.integers(0, 2**32))
def test_comments_stay_in_their_order(document: dict[str, Any], seed: int) -> None:
    mangler = Mangler(Random(seed), comments=True)
    mangled = mangler.file(document)
    made = form(mangled)  # which compares the values that were read before and after
    assert re.findall(r"# (c\d+)$", made, re.MULTILINE) == [
        f"c{count}" for count in range(mangler.comments)
    ]
    assert form(made) == made


@settings(max_examples=150, deadline=None, phases=PHASES)
@given(files())
def test_what_importers_write_is_canonical(document: dict[str, Any]) -> None:
    written = canonical(document)
    assert form(written) == written
