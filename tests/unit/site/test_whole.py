import pytest

from acquis.site.whole import WholeError, script, stylesheet

TEXTS = {
    "page.js": (
        'import { one, Two } from "./parts/one.js";\n'
        'import { three } from "./three.js";\n'
        "\n"
        "const own = 1;\n"
        "export function page() {\n"
        '  return import("./later.js");\n'
        "}\n"
    ),
    "parts/one.js": (
        'import { three } from "../three.js";\n'
        "const own = three;\n"
        "export const one = `${own}`;\n"
        "export class Two {}\n"
    ),
    "three.js": "export async function three() {}\n",
    "later.js": "export function later() {}\n",
}

WHOLE = """\
const $three = (() => {
async function three() {}
return { three };
})();
const $parts_one = (() => {
const { three } = $three;
const own = three;
const one = `${own}`;
class Two {}
return { one, Two };
})();
const { one, Two } = $parts_one;
const { three } = $three;

const own = 1;
export function page() {
  return import("./later.js");
}
"""


def test_a_script_has_what_it_imports_once_and_keeps_what_it_exports():
    assert script("page.js", TEXTS) == WHOLE


def test_a_script_without_imports_is_as_it_was():
    assert script("later.js", TEXTS) == TEXTS["later.js"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('import one from "./parts/one.js";', "page.js:1: this form cannot be written in"),
        ('import * as all from "./three.js";', "page.js:1: this form cannot be written in"),
        ('import "./three.js";', "page.js:1: this form cannot be written in"),
        ('import { one as other } from "./parts/one.js";', "page.js:1: this form"),
        ("export default 1;", "page.js:1: this form cannot be written in"),
        ('export { three } from "./three.js";', "page.js:1: this form cannot be written in"),
        ('import { one } from "./four.js";', "page.js:1: there is no four.js"),
        ('import { four } from "./three.js";', "page.js:1: three.js has no four"),
        ('import { round } from "./round.js";', "imports go round: page.js"),
        ('import { placed } from "./parts/placed.js";', "placed.js depends on its folder"),
    ],
)
def test_what_cannot_be_written_in_is_told(line, told):
    texts = {
        **TEXTS,
        "page.js": f"{line}\n",
        "round.js": 'import { page } from "./page.js";\nexport function round() {}\n',
        "parts/placed.js": "export const placed = import.meta.url;\n",
    }
    with pytest.raises(WholeError, match=told):
        script("page.js", texts)


def test_a_call_of_import_may_begin_a_line():
    texts = {"a.js": 'import("./b.js");\nimport.meta.url;\nimportant();\n'}
    assert script("a.js", texts) == texts["a.js"]


def test_a_stylesheet_has_those_that_it_imports():
    texts = {
        "all.css": '/* All. */\n@import "one.css";\n@import "two.css";\np { color: red; }\n',
        "one.css": "a { color: blue; }\n",
        "two.css": "b { color: green; }\n",
        "wrong.css": '@import "three.css";\n',
        "deep.css": '@import "all.css";\n',
    }
    assert stylesheet("all.css", texts) == (
        "/* All. */\na { color: blue; }\nb { color: green; }\np { color: red; }\n"
    )
    assert stylesheet("two.css", texts) == texts["two.css"]
    with pytest.raises(WholeError, match=r"wrong\.css: there is no three\.css"):
        stylesheet("wrong.css", texts)
    with pytest.raises(WholeError, match=r"nothing may be imported by all\.css"):
        stylesheet("deep.css", texts)
