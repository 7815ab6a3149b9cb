"""Strict mode, looked at before the site is put in its place.

MkDocs counts warnings itself, but only after the last thing that a plugin can do; and with
`--quiet` it never sees them, because the logger drops them before anybody can count.
"""

from __future__ import annotations

import logging
from collections import Counter

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort


class Strictness(logging.Handler):
    """Counts the warnings and errors of one build."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Begin to count, if the configuration is strict."""
        super().__init__(logging.WARNING)
        self._strict = bool(config.strict)
        self._counts: Counter[str] = Counter()
        self._logger = logging.getLogger("mkdocs")
        self._levels = [(handler, handler.level) for handler in self._logger.handlers]
        self._level = self._logger.level
        if self._strict:
            self._logger.addHandler(self)
            self._listen_in_quiet()

    def _listen_in_quiet(self) -> None:
        """Let warnings reach the counter, and still not the terminal."""
        if self._level > logging.WARNING:
            for handler, level in self._levels:
                # MkDocs' own counter is to count; what prints is to keep quiet.
                if isinstance(handler, logging.StreamHandler):
                    handler.setLevel(max(level, self._level))
            self._logger.setLevel(logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        """Count a message."""
        self._counts[record.levelname.lower()] += 1

    def judge(self) -> None:
        """Raise MkDocs' Abort if there was a warning."""
        if self._counts:
            told = ", ".join(f"{number} {level}s" for level, number in self._counts.items())
            raise Abort(f"Aborted with {told} in strict mode!")

    def end(self) -> None:
        """Stop counting, and leave the logger as it was."""
        self._logger.removeHandler(self)
        for handler, level in self._levels:
            handler.setLevel(level)
        self._logger.setLevel(self._level)
