"""HTML in strings: what is ready to be printed has a type of its own; text cannot pass for it.

Markup does the same for templates, but makes an object of every piece; a page has thousands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NewType

# What `markupsafe.escape` is made of: it escapes a string and makes no object of it.
from markupsafe import _escape_inner  # type: ignore[attr-defined]  # has no public name

Html = NewType("Html", str)
"""Words in HTML, escaped, ready to stand in an element or in a quoted attribute."""

NOTHING = Html("")

escaped: Callable[[str], Html] = _escape_inner  # type: ignore[assignment]  # the type is ours
"""Plain words as HTML; the same as `markupsafe.escape` makes of them."""
