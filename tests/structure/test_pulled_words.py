"""Words pulled out of a text that stands round them: it goes on behind them, wherever the designer has put them."""

import pytest
from pages import BODY, BOLD, PROSE, SMALL, SPACE, Sheet, read, texts

PULLED = BODY._replace(size=14.0, color=(60, 110, 40))
BEGUN, REST = "They saw 168 searches in the year and thought that", "some of them could have been done better."
QUOTE = "We do not need to be thanked."


def quote(sheet, x0, y, by):
    sheet.line(QUOTE, x0, PULLED, y=y)
    if by:
        sheet.line(by, x0, SMALL._replace(is_bold=True), y=y + 14)


@pytest.mark.parametrize("by", [None, "A visitor who came by night"])
def test_a_text_goes_on_in_the_next_page_behind_words_at_the_foot_of_its_column(by):
    sheet = Sheet(2).say(PROSE).skip(SPACE).line(BEGUN)
    quote(sheet, 60.0, sheet.y + 20, by)
    found = texts(read(Sheet(1).say(PROSE), sheet, Sheet(3).line(REST).skip(SPACE).say(PROSE)))

    assert f"{BEGUN} {REST}" in found
    assert [text for text in (QUOTE, by) if text] == [text for text in found if text in (QUOTE, by)]


@pytest.mark.parametrize("by", [None, "A visitor who came by night"])
@pytest.mark.parametrize(("begun", "is_one"), [(BEGUN, True), ("They saw 168 searches.", False)])
def test_a_text_goes_on_below_words_at_the_head_of_its_next_column(by, begun, is_one):
    sheet = Sheet(2)
    for row in range(12):
        sheet.line("of all that was done in the year and of what it was for", y=60 + 12 * row)
    sheet.line(begun, y=60 + 12 * 12)
    quote(sheet, 330.0, 60, by)
    sheet.line(REST, 330.0, y=102)
    for row in range(8):
        sheet.line("others were told of it by letter,", 330.0, y=114 + 12 * row)
    found = texts(read(Sheet(1).say(PROSE), sheet))

    assert any(f"{begun} {REST}" in text for text in found) is is_one


def test_a_heading_that_ends_the_text_beside_large_words_closes_it():
    sheet = Sheet(2).say(PROSE).skip(SPACE).line(BEGUN)
    quote(sheet, 60.0, sheet.y + 20, None)
    sheet.skip(40).line("Roads", style=BOLD).skip(SPACE).line(REST).skip(SPACE).say(PROSE)

    assert f"{BEGUN} {REST}" not in texts(read(Sheet(1).say(PROSE), sheet))


@pytest.mark.parametrize("style", [BODY._replace(size=11.0), BODY._replace(color=(68, 114, 196), size=11.0), BOLD])
@pytest.mark.parametrize("by", ["The Commissioner, at the county show", "A head teacher in the north"])
def test_who_spoke_words_set_apart_heads_nothing_though_set_as_large_as_they_are(style, by):
    """As Office's style for intense quotations has it, with its second line upright."""
    sheet = Sheet(2)
    for words in ("“By the end of the year ninety-one in a hundred did, and more.”", "“Nobody asked me to be brave.”"):
        sheet.say(PROSE).skip(SPACE).line(words, style=style._replace(is_italic=True))
        sheet.skip(10).line(by[:28], style=style).skip(2 * SPACE).say(PROSE)
    report = read(Sheet(1).say(PROSE), sheet)

    assert report.sections == []
    assert texts(report).count(by[:28]) == 2


def test_what_stands_nearer_to_the_text_below_a_quotation_is_a_heading():
    sheet = Sheet(2).say(PROSE).skip(SPACE).line("“Nobody asked me to be brave in all that time.”", style=BOLD)
    sheet.skip(2 * SPACE).line("Safer roads", style=BOLD).skip(2).say(PROSE)

    assert [section.title for section in read(Sheet(1).say(PROSE), sheet).sections][-1:] == ["Safer roads"]
