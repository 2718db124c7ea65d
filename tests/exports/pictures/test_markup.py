"""Text becomes markup in one place, and stays text there."""

from xml.etree import ElementTree as ET

from tui.exports.pictures.markup import Markup, element, together

HOSTILE = "<script>\"&'\x1b\u202e"


def test_text_and_attributes_are_escaped_and_cleaned() -> None:
    markup = element("p", HOSTILE, class_=HOSTILE)
    read = ET.fromstring(markup)
    assert read.text == read.get("class") == "<script>\"&'"


def test_markup_is_not_escaped_again() -> None:
    assert together(element("b", "&"), "&", Markup("&#38;")) == "<b>&amp;</b>&amp;&#38;"


def test_an_attribute_that_is_none_is_left_out() -> None:
    assert element("text", text_anchor="end", x=3, lang=None) == (
        '<text text-anchor="end" x="3"></text>'
    )
