"""A project in a temporary folder, built by MkDocs in a process of its own, with made-up pages."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "fabricated"))

from made_up import Project  # found through the line above


@pytest.fixture
def project(tmp_path):
    """A project, not yet written, with pages in two languages."""
    return Project(tmp_path)
