"""A file written by many hands: the same values in any style, with comments wherever one may be."""

import re
from random import Random
from typing import Any

PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

DAY = re.compile(r"\d{4}-\d\d-\d\d")  # no day ends in a line break


class Mangler:
    """Writes values as YAML, each time in another way; `comments` counts those that it wrote."""

    def __init__(self, random: Random, *, comments: bool) -> None:
        self.random = random
        self.wants = comments
        self.comments = 0
        self.deeper = 3  # not after a block scalar, which would take the comment for text

    def file(self, document: dict[str, Any]) -> str:
        """A whole file."""
        start = self.random.choice(["", "", "---\n", "--- # c0\n" if self.wants else "---\n"])
        self.comments = 1 if "c0" in start else 0
        body = self._own(0) + self._value(document, 0, flow=False, first=True) + self._own(0)
        return start + body.lstrip("\n")

    def _comment(self) -> str:
        self.comments += 1
        return f"# c{self.comments - 1}"

    def _own(self, indent: int) -> str:
        """Comments with lines of their own, or empty lines, or nothing."""
        made = ""
        while self.random.random() < 0.25:
            if self.wants and self.random.random() < 0.7:
                made += (
                    " " * self.random.choice([0, indent, indent + self.deeper])
                    + self._comment()
                    + "\n"
                )
            else:
                made += "\n"
        return made

    def _behind(self) -> str:
        return f"  {self._comment()}" if self.wants and self.random.random() < 0.15 else ""

    def _value(self, value: Any, indent: int, *, flow: bool, first: bool = False) -> str:
        """A collection in block style, at its margin."""
        if isinstance(value, dict):
            return "".join(
                (self._own(indent) if place or not first else "")
                + self._after(" " * indent + self._key(key) + ":", inner, indent, keyed=True)
                for place, (key, inner) in enumerate(value.items())
            )
        return "".join(
            (self._own(indent) if place else "")
            + self._after(" " * indent + "-", inner, indent, keyed=False)
            for place, inner in enumerate(value)
        )

    def _after(self, head: str, value: Any, indent: int, *, keyed: bool) -> str:
        """An entry: its head and its value in any style."""
        step = self.random.randint(1, 5)
        self.deeper = 3
        if isinstance(value, dict | list) and value and self.random.random() < 0.7:
            least = 0 if keyed and isinstance(value, list) else 1
            inner = indent + self.random.choice([least, step]) if least == 0 else indent + step
            if not keyed and self.random.random() < 0.5:
                made = self._value(value, inner + 1, flow=False, first=True)
                return head + " " * (inner - indent) + made.lstrip(" ")
            return (
                f"{head}{self._behind()}\n"
                + self._own(inner)
                + self._value(value, inner, flow=False, first=True)
            )
        if isinstance(value, str) and self._is_block(value) and self.random.random() < 0.5:
            return head + " " + self._block(value, indent + step)
        space = " "
        if keyed and self.random.random() < 0.1:
            space = f"{self._behind()}\n" + self._own(indent) + " " * (indent + step)
        return f"{head}{space}{self._flow(value, indent + step)}{self._behind()}\n"

    def _is_block(self, value: str) -> bool:
        lines = value.split("\n")
        return not DAY.fullmatch(value) and all(
            line and line[0] not in " \t" and line[-1] not in " \t" and line.isprintable()
            for line in lines
        )

    def _block(self, value: str, indent: int) -> str:
        margin = " " * indent
        self.deeper = 0
        chomp = self.random.choice(["", "-"])
        head = self.random.choice("|>") + chomp + self._behind() + "\n"
        if head[0] == "|":
            return head + "".join(f"{margin}{line}\n" for line in value.split("\n"))
        paragraphs = []
        for line in value.split("\n"):
            folded = ""
            for place, word in enumerate(line.split(" ")):
                alone = word and folded and not folded.endswith((" ", "\n")) and place
                after = line.split(" ")[place + 1 : place + 2] != [""]
                if alone and after and self.random.random() < 0.2:
                    folded += f"\n{margin}{word}"
                else:
                    folded += f" {word}" if place else word
            paragraphs.append(margin + folded)
        return head + "\n\n".join(paragraphs) + "\n"

    def _key(self, key: str) -> str:
        return (
            key
            if key.replace("_", "a").isalpha() and key.isascii() and key not in ("null", "y", "n")
            else self._double(key)
        )

    def _flow(self, value: Any, indent: int) -> str:
        """A value on one line or in brackets."""
        if isinstance(value, dict | list):
            keyed = isinstance(value, dict)
            opened, closed = "{}" if keyed else "[]"
            made = opened + self._line(indent)
            for place, inner in enumerate(value.items() if isinstance(value, dict) else value):
                made += f",{self._line(indent)}" if place else ""
                if keyed:
                    made += f"{self._key(inner[0])}: {self._flow(inner[1], indent)}"
                else:
                    made += self._flow(inner, indent)
            return made + self._line(indent) + closed
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int):
            return str(value)
        if not isinstance(value, str):
            return value.isoformat()
        return self._text(value)

    def _line(self, indent: int) -> str:
        """Nothing, a space, or a new line in brackets, with a comment before it."""
        if self.random.random() < 0.7:
            return self.random.choice(["", " "])
        return f"{self._behind()}\n{self._own(indent)}{' ' * indent}"

    def _text(self, value: str) -> str:
        plain = value and all(letter in PLAIN for letter in value.replace(" ", "a"))
        if (
            plain
            and value.strip(" ") == value
            and "  " not in value
            and value.lower() not in ("yes", "no", "null", "true", "false", "on", "off", "y", "n")
            and self.random.random() < 0.6
        ):
            return value
        if value.isprintable() and self.random.random() < 0.4:
            return "'" + value.replace("'", "''") + "'"
        return self._double(value)

    def _double(self, value: str) -> str:
        made = ""
        for letter in value:
            if letter in '"\\':
                made += "\\" + letter
            elif letter == "\n":
                made += "\\n"
            elif letter.isprintable() and self.random.random() > 0.03:
                made += letter
            elif ord(letter) < 0x10000:
                made += f"\\u{ord(letter):04x}"
            else:
                made += f"\\U{ord(letter):08x}"
        return f'"{made}"'
