"""Random edits of the small corpus that uses every feature."""

import random
import re
from collections.abc import Callable
from pathlib import Path

ADDED = """  - symbol: {symbol}
    title: {title}
    meeting: harbour-cop-1
    adopted: 2020-03-06
    relations:
      recalls: [HC-1/1]
    operative:
      - "*Recalls* paragraph 1 of decision HC-1/1;"
      - "*Decides* to keep the {title};"
"""


class Editor:
    """Makes a random edit; what it did is told in `did`."""

    def __init__(self, data: Path, seed: int) -> None:
        self.data = data
        self.random = random.Random(seed)
        self.added = 0
        self.did = ""

    def edit(self) -> None:
        """One edit of a kind that is chosen by chance."""
        kinds: list[Callable[[], str]] = [self._word] * 8 + [
            self._title,
            self._citation,
            self._citation,
            self._date,
            self._add,
            self._add,
            self._rename,
            self._remove,
            self._comment,
            self._break,
        ]
        self.did = self.random.choice(kinds)()

    def _file(self, *names: str) -> Path:
        files = sorted(path for path in self.data.rglob("*.yaml") if path.name in names)
        return self.random.choice(files)

    def _replace(self, path: Path, pattern: str, new: Callable[[re.Match[str]], str]) -> str:
        text = path.read_text(encoding="utf-8")
        found = list(re.finditer(pattern, text, re.MULTILINE))
        if not found:
            return "nothing"
        one = self.random.choice(found)
        replaced = one.expand(r"\g<0>") and new(one)
        path.write_text(text[: one.start()] + replaced + text[one.end() :], encoding="utf-8")
        return f"{path.name}: {one[0]!r} to {replaced!r}"

    def _word(self) -> str:
        path = self._file("decisions.yaml", "documents.yaml", "activities.yaml")
        return self._replace(path, r"(?<=[a-z] )[a-z]{4,}(?= [a-z])", lambda one: one[0] + "s")

    def _title(self) -> str:
        path = self._file("decisions.yaml", "documents.yaml")
        return self._replace(path, r"(?<=title: )[A-Za-z]+(?= )", lambda one: one[0] + "ly")

    def _citation(self) -> str:
        path = self.data / "decisions.yaml"
        new = self.random.choice(["HC-1/1", "paragraph 1 of decision HC-1/1", "HC-7/7"])
        return self._replace(path, r"(?<=[a-z]);$", lambda one: f", and {new};")

    def _date(self) -> str:
        path = self.data / "decisions.yaml"
        day = self.random.randint(10, 28)
        return self._replace(path, r"(?<=adopted: \d{4}-\d\d-)\d\d", lambda one: str(day))

    def _add(self) -> str:
        self.added += 1
        path = self.data / "decisions.yaml"
        record = ADDED.format(symbol=f"HC-1/{40 + self.added}", title=f"buoy {self.added}")
        path.write_text(path.read_text(encoding="utf-8") + record, encoding="utf-8")
        return f"added HC-1/{40 + self.added}"

    def _rename(self) -> str:
        path = self.data / "decisions.yaml"
        number = self.random.randint(80, 9000)
        return self._replace(path, r"(?<=symbol: HC-1/)4\d$", lambda one: str(number))

    def _remove(self) -> str:
        text = (self.data / "decisions.yaml").read_text(encoding="utf-8")
        start = text.rfind("  - symbol: HC-1/4")
        if start < 0:
            return "nothing"
        end = text.find("\n  - ", start + 1)
        new = text[:start] + (text[end + 1 :] if end >= 0 else "")
        (self.data / "decisions.yaml").write_text(new, encoding="utf-8")
        return f"removed what stood at {start}"

    def _comment(self) -> str:
        path = self._file("decisions.yaml", "documents.yaml", "activities.yaml", "actors.yaml")
        path.write_text(f"# A comment\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
        return f"all of {path.name} stands a line lower"

    def _break(self) -> str:
        """An error, and what the next edit mends."""
        path = self.data / "decisions.yaml"
        return self._replace(path, r"(?<=status: )draft$", lambda one: "drafted")
