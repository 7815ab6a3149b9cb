"""The reference of the rules: one entry for each, with what it says of its broken example."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from acquis.check import CHECKS, RULES
from acquis.finding import Rule
from acquis.load import rules as form

_INTRODUCTION = """\
# Rules

Each finding bears the id of its rule; here stands what the rule is for, how to mend what it
finds, and what it says of an example. Errors stop the build; warnings and notices do not, unless
`--fail-on` says so.

A decision or document can accept a finding knowingly, with the reason:

```yaml
allow:
  - rule: number-jump
    reason: The official text begins with paragraph 4.
```
"""

_MARK = re.compile(r"(?P<code>`[^`]*`)|(?P<mark>[\\*_<>\[\]{}&])")


def markdown(examples: Mapping[str, str]) -> str:
    """The page of the reference in Markdown.

    `examples` gives, by rule id, the report on the rule's broken example
    (tests/golden/rules/<rule-id>/expected.txt).
    """
    of_content = [rule for rule in RULES if rule not in form.RULES]
    parts = [
        _INTRODUCTION,
        *_section("The form of the data", form.RULES, examples),
        *_section("What the data say", of_content, examples),
    ]
    return "\n".join(parts)


def _section(title: str, rules: Sequence[Rule], examples: Mapping[str, str]) -> Iterator[str]:
    yield f"## {title}\n"
    for rule in rules:
        yield _entry(rule, examples.get(rule.id, ""))


def _entry(rule: Rule, example: str) -> str:
    allowable = any(entry.rule is rule and entry.allowable for entry in CHECKS)
    accept = " It can be accepted with `allow`." if allowable else ""
    lines = [
        f"### {rule.id}",
        "",
        f"**{rule.level.capitalize()}.** {_escaped(rule.about)}",
        "",
        f"*To mend it:* {_escaped(rule.mend)}.{accept}",
        "",
    ]
    first = _first(example, rule)
    if first:
        lines += ["```text", *first, "```", ""]
    return "\n".join(lines)


def _first(example: str, rule: Rule) -> list[str]:
    """The lines of the rule's first finding in a report."""
    findings = example.split("\n\n")
    own = next((found for found in findings if f"[{rule.id}]: " in found), "")
    return own.rstrip("\n").split("\n") if own else []


def _escaped(text: str) -> str:
    """Text that reads as it stands in Markdown; what is between backquotes stays code."""
    return _MARK.sub(lambda match: match["code"] or f"\\{match['mark']}", text)
