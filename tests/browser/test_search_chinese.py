"""Searching in Chinese, where no spaces stand between words."""

import re
import shutil
from collections.abc import Iterator

import pytest
from conftest import PHONE, PROJECT, Open, build
from hosting import Host
from playwright.sync_api import expect
from test_axe import look

CONFIG = """\
site_name: 决定
site_url: https://example.org/acquis/
theme: {name: material, font: false}
plugins: [acquis: {languages: [zh]}]
nav: [首页: index.md, 决定: decisions/]
"""

DECISIONS = """\
decisions:
  - symbol: HC-1/7
    title: 港口的水质
    language: zh
    preamble: ["*回顾*关于海港水质的各项决定，"]
    operative:
      - "*请*秘书处编写关于饮用水和灯塔的报告；"
      - "*又请*缔约方在2030年前清洁海港；"
      - "*决定*保留浮标。"
"""


@pytest.fixture(scope="module")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    project = tmp_path_factory.mktemp("chinese") / "project"
    (project / "data").mkdir(parents=True)
    (project / "docs").mkdir()
    shutil.copy(PROJECT / "data" / "conventions.yaml", project / "data")
    (project / "data" / "decisions.yaml").write_text(DECISIONS, encoding="utf-8")
    (project / "docs" / "index.md").write_text("# 决定\n", encoding="utf-8")
    (project / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    build(project)
    with Host(project / "site") as host:
        yield host


@pytest.mark.parametrize("words", ["饮用水", "灯塔 报告", "“饮用水和灯塔”", "编写关于饮用水"])
def test_words_and_phrases_lead_to_the_paragraph(visit: Open, words: str) -> None:
    page = visit("chinese", "search/")
    page.locator("#search-query").fill(words)
    page.locator("#search-query").press("Enter")
    link = page.locator(".search-passages a").first
    expect(link).to_contain_text("秘书处")
    assert "".join(link.locator("mark").all_inner_texts()) in re.sub("[“” ]", "", words)
    link.click()
    expect(page).to_have_url(re.compile("/decisions/hc-1-7/#para-1$"))
    expect(page.locator("#para-1")).to_be_in_viewport()


def test_one_character_is_found_wherever_it_stands(visit: Open) -> None:
    page = visit("chinese", "search/?q=%E6%B0%B4", **PHONE)
    expect(page.locator(".search-text").first).to_be_visible()
    marks = page.locator(".search-results mark").all_inner_texts()
    assert marks == ["水"] * 3
    look(page)


def test_opening_words_are_a_family(visit: Open) -> None:
    page = visit("chinese", "search/?opening=%E8%AF%B7")
    expect(page.locator(".search-passages li")).to_have_count(2)
    chip = page.locator("[data-search-chosen] bdi")
    expect(chip).to_have_text("请")


def test_what_stands_nowhere_is_looked_for_in_its_pairs(visit: Open) -> None:
    page = visit(
        "chinese",
        "search/?q=%E5%85%B3%E4%BA%8E%E9%A5%AE%E7%94%A8%E6%B0%B4%E7%9A%84%E6%8A%A5%E5%91%8A",
    )
    expect(page.locator(".search-passages a").first).to_contain_text("饮用水和灯塔的报告")
