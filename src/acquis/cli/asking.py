"""What a command still has to know: an option says it, or it is asked for in the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

import click

from acquis.finding import suggest

#: The answer that leaves something out.
NONE = "-"


def attended() -> bool:
    """Whether somebody sits at the terminal."""
    return sys.stdin.isatty()


@dataclass(slots=True)
class Asker:
    """Takes what options say, and asks for the rest where somebody sits at the terminal."""

    asks: bool
    missing: list[str] = field(default_factory=list)

    def ask(
        self,
        option: str,
        given: str | None,
        *,
        about: str,
        proposed: str = "",
        needed: bool = True,
        fault: Callable[[str], str] = lambda value: "",
    ) -> str:
        """The value of an option: given, asked for, or, where it is not needed, "".

        `fault` says what is wrong with a value, "" where nothing is. Given values that are wrong
        are wrong usage; answers that are wrong are asked for again.
        """
        if given is not None:
            wrong = fault(given)
            if wrong:
                raise click.BadParameter(wrong, param_hint=f"--{option}")
            return given
        if not self.asks:
            if needed:
                self.missing.append(f"--{option}" + (f" (such as {proposed})" if proposed else ""))
            return ""

        def checked(answer: str) -> str:
            value = answer.strip()
            if not needed and value in ("", NONE):
                return ""
            wrong = fault(value) or ("" if value else "something is needed here")
            if wrong:
                raise click.UsageError(wrong)
            return value

        leave = "" if needed else f", {NONE} for none"
        answer: str = click.prompt(
            f"{about}{leave}",
            default=proposed or (None if needed else NONE),
            value_proc=checked,
            err=True,
        )
        return answer

    def done(self) -> None:
        """Say which options are missing, where nobody can be asked. That is wrong usage."""
        if self.missing:
            raise click.UsageError(f"missing: {', '.join(self.missing)}")


def among(what: str, known: Collection[str]) -> Callable[[str], str]:
    """A check that each id of a list with commas is one of those that the data have."""

    def fault(value: str) -> str:
        for one in split(value):
            if one not in known:
                near = suggest(one, known)
                return f'{what} "{one}" is not in the data{f"; {near}" if near else ""}'
        return ""

    return fault


def split(value: str) -> list[str]:
    """The values of a list with commas."""
    return [piece.strip() for piece in value.split(",") if piece.strip()]
