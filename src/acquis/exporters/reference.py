"""A decision as an entry for reference managers: BibTeX, RIS and CSL-JSON.

The forms: BibTeX's `@misc` (ctan.org/pkg/biblatex), RIS type LEGAL (Reference Manager's tags as
Zotero reads them), CSL 1.0.2 type `legislation` (docs.citationstyles.org).
"""

from __future__ import annotations

import json
import re

from acquis import text
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision


def reference_files(decision: Decision, corpus: Corpus) -> dict[str, bytes]:
    """The three files by their ending: `bib`, `ris`, `json` of CSL as `csl.json`."""
    return {
        "bib": bibtex(decision, corpus).encode(),
        "ris": ris(decision, corpus).encode(),
        "csl.json": csl(decision, corpus).encode(),
    }


def bibtex(decision: Decision, corpus: Corpus) -> str:
    """An entry in BibTeX; its key is the slug."""
    fields = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in _bodies(decision, corpus)),
        "title": f"{{{_tex(_title(decision))}}}",
        "number": _tex(decision.symbol),
        "type": _tex(decision.kind),
        "date": decision.adopted.isoformat() if decision.adopted else "",
        "year": str(decision.adopted.year) if decision.adopted else "",
        "langid": decision.language,
        "url": decision.source.url if decision.source else "",
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@misc{{{decision.slug},\n{''.join(lines)}}}\n"


def ris(decision: Decision, corpus: Corpus) -> str:
    """An entry in RIS, with the line ends that its readers expect."""
    adopted = decision.adopted
    pairs = [
        ("TY", "LEGAL"),
        *(("AU", name) for name in _bodies(decision, corpus)),
        ("TI", _title(decision)),
        ("SN", decision.symbol),
        ("M3", decision.kind),
        ("PY", str(adopted.year) if adopted else ""),
        ("DA", adopted.strftime("%Y/%m/%d") if adopted else ""),
        ("LA", decision.language),
        ("UR", decision.source.url if decision.source else ""),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in pairs if value or tag == "ER")


def csl(decision: Decision, corpus: Corpus) -> str:
    """A list of one item in CSL-JSON."""
    adopted = decision.adopted
    item: dict[str, object] = {
        "id": decision.slug,
        "type": "legislation",
        "title": _title(decision),
        "language": decision.language,
        "genre": decision.kind,
    }
    if decision.symbol:
        item["number"] = decision.symbol
    names = _bodies(decision, corpus)
    if names:
        item["author"] = [{"literal": name} for name in names]
    if adopted:
        item["issued"] = {"date-parts": [[adopted.year, adopted.month, adopted.day]]}
    if decision.source and decision.source.url:
        item["URL"] = decision.source.url
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


def _title(decision: Decision) -> str:
    return _line(text.plain(decision.original.title)) or decision.name


def _bodies(decision: Decision, corpus: Corpus) -> list[str]:
    return [str(corpus.bodies[id_].name) for id_ in decision.bodies if id_ in corpus.bodies]


def _line(value: str) -> str:
    return " ".join(value.split())


def _tex(value: str) -> str:
    special = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    return re.sub(
        r"[\\~^&%$#_{}]", lambda match: special.get(match[0], f"\\{match[0]}"), _line(value)
    )
