"""What is read while something is made, so that it is made again only when that has changed.

Whoever makes something says so (`reading`); what holds the data notes what is asked of it (`note`,
`Noted`). While nobody makes anything, nothing is noted, which costs next to nothing.

A key names something that can change: `("decisions", "mc-5-19")` a record but for the body of its
texts, `("text", 139872)` the text with that `id()`, `("decisions", EVERY)` all records of a
mapping, `("decisions", ORDER)` which there are, in which order.
"""

from __future__ import annotations

from collections.abc import Hashable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from contextlib import contextmanager
from typing import Any, TypeVar, overload

Key = tuple[Hashable, ...]
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
D = TypeVar("D")

#: The last part of the key for all values of a mapping, and for its keys in their order.
EVERY, ORDER = "*", "#"

_noted: set[Key] | None = None


def note(*key: Hashable) -> None:
    """Note that what the key names is read."""
    if _noted is not None:
        _noted.add(key)


def note_text(text: object) -> None:
    """Note that the body of a text is read; `text` is the object that holds it."""
    if _noted is not None:
        _noted.add(("text", id(text)))


@contextmanager
def reading() -> Iterator[set[Key]]:
    """Gives the keys that are noted meanwhile; what is around it notes them too."""
    global _noted  # noqa: PLW0603  # what is read is read in one place at a time
    around, keys = _noted, set[Key]()
    _noted = keys
    try:
        yield keys
    finally:
        _noted = around
        if around is not None:
            around |= keys


@contextmanager
def unnoted() -> Iterator[None]:
    """Note nothing meanwhile: of what is kept for all, whoever asks for it notes his part."""
    global _noted  # noqa: PLW0603  # as above
    around, _noted = _noted, None
    try:
        yield
    finally:
        _noted = around


class Noted(dict[K, V]):
    """A mapping that notes which of its keys are asked for; it is filled when it is made.

    `name` comes first in the keys that it notes.
    """

    __slots__ = ("name",)

    def __init__(self, name: str | Key, values: Mapping[K, V]) -> None:
        super().__init__(values)
        self.name: Key = (name,) if isinstance(name, str) else name

    def __getitem__(self, key: K) -> V:
        if _noted is not None:
            _noted.add((*self.name, key))
        return super().__getitem__(key)

    @overload
    def get(self, key: K, default: None = None, /) -> V | None: ...
    @overload
    def get(self, key: K, default: V | D, /) -> V | D: ...
    def get(self, key: K, default: Any = None, /) -> Any:
        """The value of a key, or the default."""
        if _noted is not None:
            _noted.add((*self.name, key))
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        if _noted is not None:
            _noted.add((*self.name, key))
        return super().__contains__(key)

    def __iter__(self) -> Iterator[K]:
        note(*self.name, ORDER)
        return super().__iter__()

    def __len__(self) -> int:
        note(*self.name, ORDER)
        return super().__len__()

    def keys(self) -> KeysView[K]:  # type: ignore[override]  # dict's own type has no name
        """All keys."""
        note(*self.name, ORDER)
        return super().keys()

    def values(self) -> ValuesView[V]:  # type: ignore[override]  # as above
        """All values."""
        note(*self.name, EVERY)
        return super().values()

    def items(self) -> ItemsView[K, V]:  # type: ignore[override]  # as above
        """All keys and values."""
        note(*self.name, EVERY)
        return super().items()

    def __reduce__(self) -> tuple[Any, ...]:
        return Noted, (self.name, dict(self))
