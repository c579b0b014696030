"""Headings in the type of the text, boxes that two lines tell, levels without gaps."""

import pytest
from pages import BIG, BODY, BOLD, MIDDLE, PROSE, Sheet, outline, read, texts

from reportparse.pdf import Rule

NAMES = ("Safer roads", "Better care", "Money spent", "What comes next")


def plain(names=NAMES, above=14.0, below=0.0):
    """Names in the type of the text over prose, with space round them."""
    sheet = Sheet(2)
    for name in names:
        sheet.say(PROSE).skip(above).line(name).skip(below).say(PROSE)
    return sheet


def underline(page, *texts):
    """`page` with a line drawn under each word of these texts."""
    words = [word for word in page.words if word.text in " ".join(texts).split()]
    rules = [Rule(w.x0, w.baseline + 1, w.x1, w.baseline + 1, (0, 0, 0), 0.5, is_side=False) for w in words]
    return page._replace(rules=tuple(rules))


class Underlined(Sheet):
    def page(self, tags=()):
        return underline(super().page(tags), *NAMES[:2])


def test_lines_that_stand_nearer_to_the_prose_below_are_headings():
    assert [title for _, title in outline(read(Sheet(1).say(PROSE), plain()))] == list(NAMES)


def test_one_or_two_lone_lines_are_none_unless_they_say_so():
    assert outline(read(Sheet(1).say(PROSE), plain(NAMES[:2]))) == []
    assert outline(read(Sheet(1).say(PROSE), plain(("Theme 1: Safer roads",)))) == [(1, "Theme 1: Safer roads")]


def test_lines_midway_between_paragraphs_are_none():
    assert outline(read(Sheet(1).say(PROSE), plain(above=0.0, below=8.0))) == []


def test_underlined_lines_are_headings():
    sheet = Underlined(2)
    for name in NAMES[:2]:
        sheet.line(name).say(PROSE)

    assert [title for _, title in outline(read(Sheet(1).say(PROSE), sheet))] == list(NAMES[:2])


@pytest.mark.parametrize("are_first", [False, True])
def test_underlined_headings_in_the_type_of_others_are_below_or_above_them_as_they_come_later_or_first(are_first):
    class Lined(Sheet):
        def page(self, tags=()):
            return underline(super().page(tags), "Chapters W E S T S" if are_first else "Aims W E S T S")

    sheets = [Sheet(1).say(PROSE)]
    for number, page in enumerate("WESTS", 2):
        sheet = Lined(number).line(f"Chapters {page}", style=BOLD).skip(8).say(PROSE)
        sheets.append(sheet.line(f"Aims {page}", style=BOLD).skip(8).say(PROSE))

    levels = [level for level, _ in outline(read(*sheets))]

    assert levels == [1, 2] * 5


def test_the_title_of_a_box_leaves_no_gap_in_the_levels():
    sheet = Sheet(2).line("First", style=BIG).skip(8).say(PROSE)
    sheet.box(50, sheet.y - 8, 500, sheet.y + 80)
    sheet.skip(6).line("A case", style=MIDDLE).say(PROSE, 60.0, 380.0).skip(30)
    sheet.line("Second", style=BOLD).say(PROSE)

    assert outline(read(Sheet(1).say(PROSE), sheet)) == [(1, "First"), (2, "Second")]


class Ruled(Sheet):
    rules = ()

    def page(self, tags=()):
        return super().page(tags)._replace(rules=tuple(self.rules))


def between_lines(outside):
    sheet = Ruled(2).say(PROSE).say(PROSE).skip(outside)
    head = sheet.y
    sheet.skip(16).line("A case", style=BOLD).say(PROSE)
    foot = sheet.y - 10
    sheet.skip(outside).say(PROSE)
    sheet.rules = [Rule(60.0, y, 480.0, y, (0, 0, 0), 1.0, is_side=False) for y in (head, foot)]
    return read(Sheet(1).say(PROSE), sheet)


def test_prose_between_two_lines_is_a_box_with_its_title():
    structure = between_lines(outside=14.0)

    assert [callout.title for callout in structure.callouts] == ["A case"]
    assert len(texts(structure)) == 5


def test_lines_that_part_sections_are_no_box():
    assert between_lines(outside=-4.0).callouts == []


def test_prose_between_the_foot_of_one_table_and_the_head_of_the_next_is_no_box():
    sheet = Ruled(2).skip(40)
    head = sheet.y
    sheet.skip(16).line("A case", style=BOLD).say(PROSE)
    foot = sheet.y - 10
    sheet.rules = [Rule(60.0, y, 480.0, y, (0, 0, 0), 1.0, is_side=False) for y in (head, foot)]
    sheet.rules += [Rule(x, y, x, y + 60, (0, 0, 0), 1.0, is_side=False) for x in (60, 480) for y in (head - 60, foot)]

    assert read(Sheet(1).say(PROSE), sheet).callouts == []


def coloured(color, names=NAMES, above=3.0, below=0.0, prose=BODY):
    """Names in the size of the text and a colour of their own, no further from the paragraphs than these are."""
    sheet = Sheet(2)
    for name in names:
        sheet.say(PROSE).skip(4).say(PROSE, style=prose).skip(above).line(name, style=BODY._replace(color=color))
        sheet.skip(below).say(PROSE).skip(4)
    return sheet


@pytest.mark.parametrize("color", [(31, 55, 99), (47, 84, 150), (112, 48, 160)])
def test_lines_in_a_colour_that_the_report_keeps_for_titles_are_headings(color):
    assert [title for _, title in outline(read(Sheet(1).say(PROSE), coloured(color)))] == list(NAMES)


@pytest.mark.parametrize(
    "sheet",
    [
        coloured((31, 55, 99), NAMES[:2]),
        coloured((31, 55, 99), above=-7.0, below=8.0),  # who said the words above
        coloured((31, 55, 99), prose=BODY._replace(color=(31, 55, 99))),
        coloured((31, 55, 99), [f"{name}." for name in NAMES]),
    ],
)
def test_coloured_lines_are_none_where_they_are_few_or_sentences_or_the_colour_is_that_of_text(sheet):
    assert outline(read(Sheet(1).say(PROSE), sheet)) == []
