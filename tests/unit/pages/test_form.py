"""Forms give what their macros give; a macro that changes a slot is refused."""

from itertools import product

import pytest
from jinja2 import DictLoader, Environment
from markupsafe import Markup

from acquis.pages.form import FormError, Forms
from acquis.pages.html import Html, escaped

PIECE = """\
{% macro piece(id, number, words) %}
<p{{ id }}>{% if number %}<b>{{ number }}</b>{% else %}{{ words }}{% endif %} {{ words }}</p>
{% endmacro %}
{% macro loud(words) %}{{ words|upper }}{% endmacro %}
{% macro short(words) %}{{ words|truncate(9, true) }}{% endmacro %}
"""


@pytest.fixture
def forms() -> Forms:
    return Forms(Environment(loader=DictLoader({"t": PIECE}), autoescape=True))


def test_a_form_gives_what_its_macro_gives(forms: Forms) -> None:
    form, macro = forms.form("t", "piece"), forms.macro("t", "piece")
    for values in product(("", ' id="a"'), ("", "4."), ("", "x0z", "&lt;em&gt;", "1z <em>y</em>")):
        called = macro(*map(Markup, values))
        assert form.fill(*map(Html, values)) == called
        assert form.fill(*map(Html, values)) == called  # from the frame that is kept


def test_a_form_is_kept(forms: Forms) -> None:
    assert forms.form("t", "piece") is forms.form("t", "piece")


@pytest.mark.parametrize("name", ["loud", "short"])
def test_a_macro_that_changes_a_slot_is_refused(forms: Forms, name: str) -> None:
    with pytest.raises(FormError, match="changes a slot"):
        forms.form("t", name).fill(Html("words"))


@pytest.mark.parametrize("words", ["", "plain", "a < b & \"c\" > 'd'", "&amp;", "é’"])
def test_words_are_escaped_as_templates_do(words: str) -> None:
    assert escaped(words) == Markup.escape(words)
