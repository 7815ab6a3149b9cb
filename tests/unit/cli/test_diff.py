"""`acquis diff`: on a scripted history of edits it names exactly what happened, and no more."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

REEDS = """\
decisions:
  - symbol: L/6/2
    title: Reeds and rushes
    meeting: lakes-6
    adopted: 2030-05-04
    topics: [reeds]
    preamble:
      - "*Recalling* its resolution L/5/7, on the reeds of the northern lakes,"
      - "*Noting with concern* that rushes drive out reeds along many of the shores,"
    operative:
      - Welcomes the report of the Secretary on the reeds of the northern lakes;[^1]
      - Invites Parties to count their reeds every spring and to publish the numbers;
      - text: "Requests the Secretary:"
        items:
          - To collect the numbers that Parties publish;
          - To report on them to the Council of Lakes at its next session;
      - >-
        Decides to keep the matter under review, and to look at the guidance again in the light
        of the numbers.
    footnotes: {"1": "L/6/INF/3, annex I."}
"""
FRENCH = """\
decisions:
  - symbol: L/6/2
    title: Roseaux et joncs
    preamble:
      - "*Rappelant* sa résolution L/5/7 sur les roseaux des lacs du Nord,"
      - "*Notant avec préoccupation* que les joncs chassent les roseaux de nombreuses rives,"
    operative:
      - Accueille avec satisfaction le rapport du Secrétaire sur les roseaux ;[^1]
      - Invite les Parties à compter leurs roseaux chaque printemps ;
      - text: "Prie le Secrétaire :"
        items: [De réunir les chiffres ;, D’en faire rapport au Conseil ;]
      - Décide de rester saisi de la question.
    footnotes: {"1": "L/6/INF/3, annexe I."}
"""


Run = Callable[..., Result]


class History:
    """A project in a git repository, in which files are edited and committed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "An Editor")
        self.git("config", "user.email", "editor@lakes.example")

    def git(self, *arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=self.root, check=True, capture_output=True)

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "An edit")

    def edit(self, old: str, new: str, file: str = "decisions/reeds.yaml") -> None:
        path = self.root / "data" / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")

    def lines(self, run: Run, *arguments: str) -> list[str]:
        return run("diff", *arguments).stdout.splitlines()


@pytest.fixture
def history(project: Path) -> History:
    (project / "data" / "decisions").mkdir()
    (project / "data" / "decisions" / "reeds.yaml").write_text(REEDS, encoding="utf-8")
    french = project / "data" / "translations" / "fr"
    french.mkdir(parents=True)
    (french / "reeds.yaml").write_text(FRENCH, encoding="utf-8")
    made = History(project)
    made.commit()
    return made


INVITES = "Invites Parties to count their reeds every spring and to publish the numbers;"
HEAD = "decision L/6/2 Reeds and rushes: changed"
ENGLISH = "  text in English:"


def test_nothing_happened(history: History, run: Run) -> None:
    assert history.lines(run) == ["no changes"]


def test_a_word_changed(history: History, run: Run) -> None:
    history.edit("every spring", "every autumn")
    assert history.lines(run) == [
        HEAD,
        ENGLISH,
        "    paragraph 2: changed",
        f"      {INVITES.replace('spring', '[-spring-]{+autumn+}')}",
        "",
        "1 record: 1 changed in the text",
    ]


def test_signs_that_look_alike_are_told_apart(history: History, run: Run) -> None:
    history.edit("Invites Parties", "Invites\u00a0Parties")
    assert "      Invites[- -]{+<U+00A0>+}Parties to count" in history.lines(run)[3]


def test_a_paragraph_moved(history: History, run: Run) -> None:
    line = f"      - {INVITES}\n"
    history.edit(line, "")
    history.edit("    footnotes:", f"{line}    footnotes:")
    told = history.lines(run)
    assert told[:3] == [HEAD, ENGLISH, "    paragraph 4: moved, was paragraph 2"]
    assert told[-3:] == [
        "    renumbered: paragraph 3 → paragraph 2, paragraph 4 → paragraph 3",
        "",
        "1 record: 1 changed in the text",
    ]
    assert "changed" not in "".join(told[2:-1])


def test_a_paragraph_split(history: History, run: Run) -> None:
    history.edit(
        """\
      - >-
        Decides to keep the matter under review, and to look at the guidance again in the light
        of the numbers.
""",
        """\
      - Decides to keep the matter under review;
      - Decides also to look at the guidance again in the light of the numbers.
""",
    )
    told = history.lines(run)
    assert told[2] == "    paragraph 4: split into paragraph 4 and paragraph 5"
    assert len(told) == 7  # two lines of words, an empty one and the totals


def test_an_item_added(history: History, run: Run) -> None:
    history.edit("      - >-\n", "          - To translate it.\n      - >-\n")
    assert history.lines(run)[2:4] == [
        "    paragraph 3 (c): added",
        "      {+To translate it.+}",
    ]


def test_a_footnote_changed(history: History, run: Run) -> None:
    history.edit("annex I.", "annex II.")
    assert history.lines(run)[2:4] == [
        "    footnote 1: changed",
        "      L/6/INF/3, annex [-I-]{+II+}.",
    ]


def test_a_translation_alone(history: History, run: Run) -> None:
    history.edit("chaque printemps", "chaque automne", "translations/fr/reeds.yaml")
    assert history.lines(run) == [
        HEAD,
        "  translation in French:",
        "    paragraph 2: changed",
        "      Invite les Parties à compter leurs roseaux chaque [-printemps-]{+automne+} ;",
        "",
        "1 record: 1 changed in a translation only",
    ]


def test_metadata_alone(history: History, run: Run) -> None:
    history.edit("adopted: 2030-05-04", "adopted: 2030-05-05")
    history.edit("topics: [reeds]", "topics: [rushes, shores]\n    relations: {recalls: [L/5/7]}")
    assert history.lines(run) == [
        HEAD,
        "  adopted: 2030-05-04 → 2030-05-05",
        "  topics: -reeds +rushes +shores",
        "  relations: recalls: nothing → L/5/7",
        "",
        "1 record: 1 changed in metadata only",
    ]


def test_whom_a_paragraph_addresses(history: History, run: Run) -> None:
    history.edit(
        'text: "Requests the Secretary:"',
        'text: "Requests the Secretary:"\n        due: 2031-01-01\n        actors: [secretary]',
    )
    assert history.lines(run)[1:3] == [
        "  paragraph 3, actors: nothing → secretary",
        "  paragraph 3, due: nothing → 2031-01-01",
    ]


def test_a_file_renamed_or_reflowed_is_no_change(history: History, run: Run) -> None:
    folder = history.root / "data" / "decisions"
    (folder / "reeds.yaml").rename(folder / "l-6-2.yaml")
    history.edit("the light\n        of", "the\n        light of", "decisions/l-6-2.yaml")
    assert history.lines(run) == ["no changes"]


def test_a_record_renamed(history: History, run: Run) -> None:
    history.edit("symbol: L/6/2", "symbol: L/6/20\n    formerly: [l-6-2]")
    history.edit("symbol: L/6/2", "symbol: L/6/20", "translations/fr/reeds.yaml")
    history.edit("every spring", "every autumn")
    told = history.lines(run)
    assert told[0] == "decision L/6/20 Reeds and rushes: renamed, was L/6/2"
    assert told[2] == "    paragraph 2: changed"
    assert "  symbol: L/6/2 → L/6/20" in told
    assert told[-1] == "1 record: 1 renamed"


def test_a_record_renamed_without_saying_so(history: History, run: Run) -> None:
    history.edit("symbol: L/6/2", "symbol: L/6/20")
    history.edit("symbol: L/6/2", "symbol: L/6/20", "translations/fr/reeds.yaml")
    assert history.lines(run)[0] == "decision L/6/20 Reeds and rushes: renamed, was L/6/2"


def test_records_added_and_removed(history: History, run: Run) -> None:
    (history.root / "data" / "decisions" / "reeds.yaml").unlink()
    (history.root / "data" / "translations" / "fr" / "reeds.yaml").unlink()
    (history.root / "data" / "decisions" / "new.yaml").write_text(
        "decisions:\n  - {symbol: L/6/3, title: Otters, meeting: lakes-6, operative: [Decides;]}\n"
    )
    (history.root / "data" / "meetings").mkdir()
    (history.root / "data" / "meetings" / "seven.yaml").write_text(
        "meetings:\n  - {id: lakes-7, name: Seventh session, bodies: [lakes]}\n"
    )
    told = history.lines(run)
    assert [line for line in told if line and not line.startswith(" ")] == [
        "decision L/6/3 Otters: added",
        "decision L/6/2 Reeds and rushes: removed",
        "meeting lakes-7 Seventh session: added",
        "3 records: 2 added, 1 removed",
    ]


def test_a_translation_added(history: History, run: Run) -> None:
    place = history.root / "data" / "translations" / "fr" / "reeds.yaml"
    place.unlink()
    history.commit()
    place.write_text(FRENCH, encoding="utf-8")
    assert history.lines(run)[1] == "  translation in French: added (10 provisions)"


def test_only_how_blocks_stand_in_one_another(history: History, run: Run) -> None:
    history.edit(
        "    operative:\n      - Welcomes",
        "    operative:\n      - heading: Counting\n        number: none\n      - Welcomes",
    )
    history.commit()
    text = (history.root / "data" / "decisions" / "reeds.yaml").read_text()
    head, _, rest = text.partition("        number: none\n")
    body, _, notes = rest.partition("    footnotes:")
    inner = "".join(f"    {line}\n" for line in body.splitlines())
    (history.root / "data" / "decisions" / "reeds.yaml").write_text(
        f"{head}        blocks:\n{inner}    footnotes:{notes}"
    )
    assert history.lines(run)[1].startswith("  only how its blocks stand in one another")


def test_verified_texts_are_to_be_verified_again(history: History, run: Run) -> None:
    history.edit("    topics", "    verified: {by: A, on: 2030-06-01, against: L.6}\n    topics")
    history.commit()
    history.edit("every spring", "every autumn")
    assert "  it was verified before this change: verify it again" in history.lines(run)


def test_two_states(history: History, run: Run) -> None:
    history.edit("every spring", "every autumn")
    history.commit()
    history.edit("annex I.", "annex II.")
    history.commit()
    first = history.lines(run, "HEAD~2", "HEAD~1")
    assert first[2] == "    paragraph 2: changed"
    assert "footnote" not in "".join(first)
    both = history.lines(run, "HEAD~2")
    assert [both[2], both[4]] == ["    paragraph 2: changed", "    footnote 1: changed"]
    assert history.lines(run) == ["no changes"]


def test_a_project_in_a_folder_of_its_repository(
    tmp_path: Path, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = project / "deep" / "lakes"
    inner.mkdir(parents=True)
    for name in ("mkdocs.yml", "data"):
        (project / name).rename(inner / name)
    made = History(project)
    made.commit()
    monkeypatch.chdir(inner)
    place = inner / "data" / "decisions.yaml"
    place.write_text(place.read_text().replace("count them", "weigh them"))
    assert "    paragraph 1 (a): changed" in made.lines(run)


def test_exit_status(history: History, run: Run) -> None:
    run("diff", "--exit-code")
    history.edit("every spring", "every autumn")
    run("diff")
    run("diff", "--exit-code", status=1)


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD:data", ""])
def test_what_is_no_state(history: History, run: Run, revision: str) -> None:
    output = run("diff", "--", revision, status=1).output
    assert "there is no commit" in output
    assert sorted(path.name for path in history.root.iterdir()) == [".git", "data", "mkdocs.yml"]


def test_no_repository(project: Path, run: Run) -> None:
    assert "in no git repository" in run("diff", status=1).output


def test_links_in_the_repository_are_not_followed(history: History, run: Run) -> None:
    (history.root / "data" / "away.yaml").symlink_to("/etc/hostname")
    history.commit()
    history.edit("every spring", "every autumn")
    assert history.lines(run)[2] == "    paragraph 2: changed"


class TestMarkdown:
    def told(self, run: Run, *arguments: str) -> str:
        return run("diff", "--format", "markdown", *arguments).stdout

    def test_is_readable_and_leads_to_the_pages(self, history: History, run: Run) -> None:
        history.edit("every spring", "every autumn")
        told = self.told(
            run, "--site", "https://lakes.example/", "--artifact", "https://g.example/1"
        )
        assert "](<https://lakes.example/decisions/l-6-2/>) changes" in told
        assert "](<https://lakes.example/decisions/l-6-2/#para-2>)** changed" in told
        assert "<del>spring</del><ins>autumn</ins>" in told
        assert "(<https://g.example/1>)" in told
        assert "decisions/l&#45;6&#45;2/index&#46;html" in told

    def test_names_what_ids_mean(self, history: History, run: Run) -> None:
        (history.root / "data" / "topics.yaml").write_text(
            "topics:\n  - {id: reeds, name: Reeds and sedges}\n", encoding="utf-8"
        )
        history.commit()
        history.edit("topics: [reeds]", "topics: [other]")
        history.edit("meeting: lakes-6", "meeting: lakes-5")
        told = self.told(run)
        assert "| <del>Reeds and sedges</del> | <ins>other</ins> |" in told
        assert "| <del>Sixth session</del> | <ins>Fifth session</ins> |" in told

    def test_shows_what_is_hostile_as_text(self, history: History, run: Run) -> None:
        bad = "<script>alert(1)</script> [x](javascript:y) `a` | @all ![i](http://x/y)::error::"
        history.edit(f"- {INVITES}", f"- '{INVITES} {bad}'")
        history.edit("topics: [reeds]", 'topics: ["<img src=x> | **b**"]')
        told = self.told(run)
        for sign in ("<script", "<img", "[x]", "`a`", "@all", "![i", "::error", "**b**"):
            assert sign not in told
        assert "&#60;script&#62;" in told

    def test_says_what_cannot_be_read(self, history: History, run: Run) -> None:
        history.edit(INVITES, "[Invites")
        told = self.told(run)
        assert "**2 errors** in the data as they are now" in told
        assert "2 errors in the data as they are now" in run("diff").stderr

    def test_fits_the_summary(self, history: History, run: Run, tmp_path: Path) -> None:
        many = "".join(
            f"  - {{symbol: L/6/{n}, title: {'t' * 3000}, meeting: lakes-6, operative: [x;]}}\n"
            for n in range(100, 500)
        )
        (history.root / "data" / "decisions" / "many.yaml").write_text(f"decisions:\n{many}")
        place = tmp_path / "summary.md"
        place.write_text("before\n")
        run("diff", "--format", "markdown", "--summary", str(place))
        text = place.read_text(encoding="utf-8")
        assert text.startswith("before\n## What changes in the texts\n\n**400 records: 400 added**")
        assert len(text.encode()) <= 1024 * 1024
        assert "would not fit here" in text
        assert text.count("### Decision") > 250

    def test_goes_to_the_summary_of_the_job(
        self, history: History, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        place = tmp_path / "step"
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(place))
        assert self.told(run) == ""
        assert place.read_text() == "## What changes in the texts\n\n**no changes**\n"

    @pytest.mark.parametrize("url", ["javascript:x", "https://x.example/>", "https://x\n"])
    def test_takes_no_strange_address(self, history: History, run: Run, url: str) -> None:
        run("diff", "--format", "markdown", "--site", url, status=2)


def test_json_has_everything(history: History, run: Run) -> None:
    history.edit("every spring", "every autumn")
    history.edit("adopted: 2030-05-04", "adopted: 2030-05-05")
    (change,) = json.loads(run("diff", "--format", "json").stdout)["changes"]
    assert change["kind"] == "decision"
    assert change["after"] == {"symbol": "L/6/2", "address": "decisions/l-6-2/"}
    (text,) = change["texts"]
    (row,) = text["rows"]
    assert row["after"] == [{"place": "paragraph 2", "anchor": "para-2", "number": "2."}]
    old = "".join(one["text"] for one in row["pieces"] if one["kind"] != "new")
    assert old == INVITES
    assert change["values"] == [
        {"name": "adopted", "before": ["2030-05-04"], "after": ["2030-05-05"]}
    ]
