"""Opening words as readers choose among them: "Also requests" is a way to request.

Which openings are ways of another follows from the texts: a phrase that holds another opening, or
begins with one, counts as that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from acquis.opening import opened
from acquis.text import Style, parse

_SET_OFF = int(Style.EMPHASIS | Style.STRONG)
_OFTEN = 3
_ENDS = " ,;:.،,、；：\u00a0"
_LONGEST = 60  # characters: what is longer is a title set in italics
#: Chinese adverbs before the verb: also, again, once more, further.
_CHINESE_ADVERB = re.compile("^(?:又|还|再次|并|也|进一步|同时|特别|强烈|重申并)(?=.)")


_JOINT = re.compile(r"(?:[,;،，；]|\band|\bet|\by|\be|\bи|و|并)\s*(?:\w+ ){0,3}$")


def openings(text: str, language: str) -> tuple[str, ...]:
    """The opening words of a paragraph: what begins it set off, and what is set off after "and".

    `text` holds marks; what they do not set off, the language's vocabulary does.
    """
    found: list[str] = []
    before = ""
    for run in opened(parse(text), language):
        if run.style & _SET_OFF and run.text.strip():
            words = run.text.strip(_ENDS)
            begins = not before.strip(' “"«(') or (found and _joins(before))
            if begins and words and len(words) <= _LONGEST:
                found.append(words)
            elif not found:
                return ()
        before += run.text
        if not found and len(before) > _LONGEST:
            break
    return tuple(dict.fromkeys(found))


def _joins(before: str) -> bool:
    """Whether what stands before goes on with another verb: ", and", "et", "и", "و", "，"."""
    return (
        re.search(r"(?:[,;،，；]|\band|\bet|\by|\be|\bи|و|并)\s*(?:\w+ ){0,3}$", before) is not None
    )


def families(phrases: Iterable[str]) -> Mapping[str, str]:
    """For each opening the one that it is a way of, written as a paragraph begins.

    `phrases` has each as often as it stands in the texts.
    """
    counted = Counter(begun(phrase) for phrase in phrases)
    return {phrase: _base(phrase, counted) for phrase in counted}


def _base(phrase: str, counted: Counter[str]) -> str:
    """The commonest of the openings within a phrase, itself included."""
    bare = _CHINESE_ADVERB.sub("", phrase)
    if bare != phrase and bare in counted:
        return bare
    words = phrase.split()
    within = {
        begun(" ".join(words[start:end]))
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
    }
    known = [one for one in within if counted[one] >= _OFTEN] or [phrase]
    return max(known, key=lambda one: (counted[one], len(one), one))


def begun(phrase: str) -> str:
    """Opening words as they are written where a paragraph begins."""
    return f"{phrase[:1].upper()}{phrase[1:]}"
