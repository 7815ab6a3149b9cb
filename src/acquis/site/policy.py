"""The Content-Security-Policy that each page carries in a meta element.

Everything comes from the site itself. The theme runs a few scripts inside its pages; their hashes
are computed from the theme's partials as they are rendered into the page, never from the page's
text, so that a script that found its way into a text does not run.
"""

from __future__ import annotations

import base64
import hashlib
import re

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)

#: Icons of the theme's stylesheets are `data:` images. `frame-ancestors` and `sandbox` mean
#: nothing in a meta element (Content Security Policy Level 3, section 3.3).
_DIRECTIVES = (
    ("default-src", "'self'"),
    ("img-src", "'self' data:"),
    ("object-src", "'none'"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
)


def policy(frame: str, *, preview: bool = False) -> str:
    """The value of the meta element for a page whose theme runs the scripts in `frame`.

    `frame` is HTML of the theme alone. In the preview any script in the page runs, since MkDocs'
    server puts one that never is the same into each page, to reload it.
    """
    allowed = ["'unsafe-inline'"] if preview else [f"'sha256-{hash}'" for hash in hashes(frame)]
    directives = [*_DIRECTIVES, ("script-src", " ".join(["'self'", *allowed]))]
    return "; ".join(f"{name} {value}" for name, value in directives)


def hashes(html: str) -> list[str]:
    """SHA-256, in base64, of each script that stands in `html`, in order, each once."""
    bodies = [
        match["body"] for match in _SCRIPT.finditer(html) if "src=" not in match["attributes"]
    ]
    digests = (hashlib.sha256(body.encode()).digest() for body in dict.fromkeys(bodies))
    return [base64.b64encode(digest).decode("ascii") for digest in digests]
