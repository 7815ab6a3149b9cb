"""What was made of objects is kept from one run to the next, for the same objects."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

T = TypeVar("T")


class Kept:
    """What was made in this run and the last; what nobody asked for in a whole run is forgotten."""

    def __init__(self) -> None:
        self._last: dict[Hashable, tuple[object, Any]] = {}
        self._now: dict[Hashable, tuple[object, Any]] = {}

    def begin(self) -> None:
        """Another run begins."""
        self._last, self._now = self._now, {}

    def of(self, make: Callable[..., T], *objects: object) -> T:
        """What `make(*objects)` gives, made once for the same function and the same objects."""
        key = (make, *map(id, objects))
        found = self._now.get(key)
        if found is None:
            found = self._last.get(key)
            if found is None:
                # The objects are held, so that none of their ids can come to mean another.
                found = (objects, make(*objects))
            self._now[key] = found
        return cast(T, found[1])
