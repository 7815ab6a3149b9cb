"""States of the repository: the data as they were in a commit, read from git's objects.

Nothing is checked out: the files of the data are copied out of the object store into a folder
that lives as long as it is read.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import click

from acquis.cli.project import Project, open_project
from acquis.load import Loaded

#: What the data are read from; nothing else is copied.
_SUFFIXES = (".yaml", ".yml", ".txt")
#: A file's mode in git: links and submodules are not followed.
_FILES = (b"100644", b"100755")


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository, and the project's folder in it ("" for its root)."""

    root: Path
    inside: PurePosixPath

    def commit(self, revision: str) -> str:
        """The hash of a commit that a revision names. Raises ClickException."""
        words = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
        done = _git(self.root, *words)
        if done.returncode:
            message = f'there is no commit "{revision}": name a branch, a tag or a commit'
            raise click.ClickException(message)
        return done.stdout.decode().strip()

    def loaded(self, revision: str, config: str) -> Loaded:
        """The data in a commit, by the configuration of that commit. Raises ClickException."""
        commit = self.commit(revision)
        with tempfile.TemporaryDirectory(prefix="acquis-") as folder:
            root = Path(folder).resolve() / "project"
            root.mkdir()
            self._copy(commit, root, "")
            if not (root / config).is_file():
                raise click.ClickException(f'"{revision}" has no configuration "{config}"')
            (root / "data").mkdir(exist_ok=True)  # where it is missing, nothing is held yet
            project = open_project(root / config)
            data = project.settings.data
            if not data.resolve().is_relative_to(root):
                raise click.ClickException("the data folder lies outside of the project")
            self._copy(commit, root, data.relative_to(root).as_posix())
            return Project(project.settings).loaded

    def _copy(self, commit: str, root: Path, folder: str) -> None:
        """Copy a folder's files, with those below it; of the project's own, those in it alone."""
        names = dict(self._listed(commit, folder))
        contents = _contents(self.root, list(names.values()))
        for name, content in zip(names, contents, strict=True):
            target = root / name
            if target.resolve().is_relative_to(root):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)

    def _listed(self, commit: str, folder: str) -> Iterator[tuple[str, str]]:
        """The files of a folder of the project: the path from the project, the object's hash."""
        place = self.inside / folder
        within = f"{place}/" if place.parts else "."
        command = ["ls-tree", "-z", "--full-tree", *(["-r"] if folder else []), commit]
        done = _git(self.root, *command, "--", within)
        if done.returncode:
            raise click.ClickException(f"git: {done.stderr.decode('utf-8', 'replace').strip()}")
        for entry in filter(None, done.stdout.split(b"\0")):
            about, _, raw = entry.partition(b"\t")
            mode, _, object_ = about.split()
            path = PurePosixPath(raw.decode("utf-8", "surrogateescape"))
            if mode in _FILES and path.suffix in _SUFFIXES:
                yield path.relative_to(self.inside).as_posix(), object_.decode()


def repository(project: Path) -> Repository:
    """The repository that a project's folder lies in. Raises ClickException where it is in none."""
    try:
        done = _git(project, "rev-parse", "--show-toplevel", "--show-prefix")
    except FileNotFoundError:
        raise click.ClickException("git is not installed, and so no states are known") from None
    if done.returncode:
        raise click.ClickException(
            "the project is in no git repository, and so has no states to compare"
        )
    top, _, inside = done.stdout.decode("utf-8", "surrogateescape").rstrip("\n").partition("\n")
    return Repository(Path(top), PurePosixPath(inside))


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)


def _contents(folder: Path, objects: Sequence[str]) -> Iterator[bytes]:
    """The contents of objects, in order."""
    done = subprocess.run(
        ["git", "cat-file", "--batch"],
        cwd=folder,
        input="".join(f"{one}\n" for one in objects).encode(),
        capture_output=True,
        check=True,
    )
    rest = done.stdout
    place = 0
    for _ in objects:
        end = rest.index(b"\n", place)
        size = int(rest[place:end].split()[-1])
        yield rest[end + 1 : end + 1 + size]
        place = end + 1 + size + 1
