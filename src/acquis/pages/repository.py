"""Where the data are kept on the web, and readers are led to mend them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository of the data on the web, and the branch that is published."""

    url: str
    branch: str = "main"

    def edit(self, file: str) -> str:
        """Where a file is edited, in the form of GitHub's addresses."""
        return f"{self.url.rstrip('/')}/edit/{self.branch}/{quote(file)}"

    def lines(self, file: str) -> str:
        """Where a file is shown line by line, to be followed by `#L` and a number."""
        return f"{self.url.rstrip('/')}/blob/{self.branch}/{quote(file)}?plain=1"

    def report(self, title: str) -> str:
        """Where a problem is reported."""
        return f"{self.url.rstrip('/')}/issues/new?title={quote(title)}"
