from __future__ import annotations

from clientplan.forms.markup import Markup, joined, table, tag, with_code


def test_text_is_escaped_and_markup_is_not() -> None:
    assert tag("p", "a < b & c", tag("b", "d")) == "<p>a &lt; b &amp; c<b>d</b></p>"


def test_attributes_are_escaped_and_named_as_in_html() -> None:
    assert tag("a", "x", href='"><script>', class_="cp", aria_live=None) == (
        '<a href="&quot;&gt;&lt;script&gt;" class="cp">x</a>'
    )


def test_what_is_put_together_is_markup_again() -> None:
    assert joined(joined("<"), "<") == "&lt;&lt;"
    assert isinstance(tag("p", Markup("<i>")), Markup)


def test_the_first_cell_of_a_row_is_its_heading_and_figures_stand_to_the_right() -> None:
    shown = table(("Client", "Hours"), [("<b>", "12")], caption="", figures=frozenset({1}))
    assert '<th scope="row">&lt;b&gt;</th><td class="cp-figure">12</td>' in shown
    assert '<th scope="col" class="cp-figure">Hours</th>' in shown
    assert "<caption>" not in shown


def test_what_one_types_is_set_as_such_and_stays_escaped() -> None:
    assert with_code("Write `<b>` or “x”.") == "Write <code>&lt;b&gt;</code> or “x”."
