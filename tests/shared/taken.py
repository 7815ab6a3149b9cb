"""What the fast reader of canonical files takes must be what the general reader reads."""

from collections.abc import Iterator
from itertools import chain

from acquis.finding import Finding
from acquis.load import canonical, tree
from acquis.load.tree import Node, Scalar, Sequence


def taken(text: str | bytes) -> bool:
    """Whether the fast reader takes a file; if so, the general one must read the same in it.

    And it must find nothing wrong with it, for what is found is told by the general one only.
    """
    source = text.encode() if isinstance(text, str) else text
    node = canonical.tree_of(source)
    if node is None:
        return False
    found: list[Finding] = []
    general = tree.read(source, "x.yaml", found.append)
    assert found == [], text
    assert general is not None, text
    assert list(places(node)) == list(places(general)), text
    return True


def places(node: Node) -> Iterator[tuple[object, ...]]:
    """Every value with its place, in the order of the file."""
    if isinstance(node, Scalar):
        yield node.value, node.line, node.column, node.length, node.plain
        return
    yield type(node), node.line, node.column
    parts = node.items if isinstance(node, Sequence) else chain.from_iterable(node.pairs)
    for part in parts:
        yield from places(part)
