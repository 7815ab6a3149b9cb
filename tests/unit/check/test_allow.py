"""Findings that are accepted knowingly."""

from acquis.check import CHECKS, RULES, ledger
from acquis.check.allow import ALLOW_UNKNOWN, ALLOW_UNUSED
from acquis.load import rules as form

DECISION = """
decisions:
  - symbol: MC-5/1
    title: Products
    meeting: minamata-cop-5
    adopted: 2023-11-03
    operative: [{text: x, number: "4"}, {text: z, number: "4"}]
"""


def allow(*rules: str) -> str:
    entries = "".join(f"      - {{rule: {rule}, reason: So printed.}}\n" for rule in rules)
    return f"{DECISION}    allow:\n{entries}"


def rules(findings) -> list[str]:
    return [finding.rule for finding in findings]


def test_only_what_is_named_is_accepted(found) -> None:
    assert rules(found(DECISION)) == ["number-repeated", "number-jump"]
    assert rules(found(allow("number-jump"))) == ["number-repeated"]
    assert rules(found(allow("number-jump", "number-repeated"))) == []


def test_it_holds_for_its_record_only(found) -> None:
    other = DECISION.replace("decisions:\n", "").replace("MC-5/1", "MC-5/2")
    assert rules(found(allow("number-jump", "number-repeated") + other.lstrip("\n"))) == [
        "number-repeated",
        "number-jump",
    ]


def test_an_entry_that_does_nothing_is_told(found) -> None:
    findings = found(allow("number-jump", "number-repeated", "title-missing"))
    assert rules(findings) == ["allow-unused"]


def test_rules_that_do_not_exist_or_cannot_be_accepted(found) -> None:
    for rule in ("no-such-rule", "yaml-trap", "address-dropped", "formerly-taken", "allow-unused"):
        findings = found(allow("number-jump", "number-repeated", rule))
        assert rules(findings) == ["allow-unknown"], rule


def test_the_table_names_every_rule_once() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert {rule.id for rule in RULES} == (
        {rule.id for rule in form.RULES}
        | {entry.rule.id for entry in CHECKS}
        | {ledger.ADDRESS_DROPPED.id, ALLOW_UNKNOWN.id, ALLOW_UNUSED.id}
    )
