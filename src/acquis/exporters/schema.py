"""The JSON Schemas of the data files as files: for editors, and published beside the site."""

from __future__ import annotations

import json

from acquis.load.schema import schemas
from acquis.model.corpus import Corpus

#: What each file's name ends with, and the folder that they are published in.
ENDING = ".schema.json"
FOLDER = "schema/"


def schema_files(corpus: Corpus, *, laid_out: bool = False) -> dict[str, bytes]:
    """The files by name: one for each list, `data` for any file, `translations` for those.

    On one line each, or `laid_out` for git, which then shows the names that come and go.
    """
    layout = {"indent": 1} if laid_out else {"indent": None, "separators": (",", ":")}
    return {
        f"{name}{ENDING}": f"{json.dumps(one, ensure_ascii=False, **layout)}\n".encode()
        for name, one in schemas(corpus).items()
    }
