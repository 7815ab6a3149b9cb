"""A YAML file as an editor's schema sees it: values of the core schema of YAML 1.2.2 (10.3.2)."""

import re
from typing import Any

from acquis.load.tree import Mapping, Node, Scalar, Sequence, read

_CORE = (
    (re.compile(r"~|null|Null|NULL|"), lambda text: None),
    (re.compile(r"true|True|TRUE"), lambda text: True),
    (re.compile(r"false|False|FALSE"), lambda text: False),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"0o[0-7]+"), lambda text: int(text[2:], 8)),
    (re.compile(r"0x[0-9a-fA-F]+"), lambda text: int(text[2:], 16)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
    (re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"), lambda text: float("inf")),
)


def instance(source: bytes) -> Any:
    """What the file holds, as JSON has it; None where it is no YAML or empty."""
    root = read(source, "", lambda finding: None)
    return None if root is None else _value(root)


def _value(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key.value: _value(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [_value(item) for item in node.items]
    assert isinstance(node, Scalar)
    if node.plain:
        for pattern, made in _CORE:
            if pattern.fullmatch(node.value):
                return made(node.value)
    return node.value
