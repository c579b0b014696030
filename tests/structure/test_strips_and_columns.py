"""Pages as brochures set them: figures over labels, headings inside columns, small capitals."""

import pytest
from pages import BIG, BODY, BOLD, PROSE, SMALL, SPACE, Sheet, outline, read, texts

from reportparse.layout import find_lines

FIGURE = BIG._replace(size=24.0)


def strip(sheet, figures, y=100.0):
    """Figures side by side, each with its label below."""
    for place, (figure, label) in enumerate(figures):
        sheet.line(figure, 60.0 + 160 * place, FIGURE, y)
        sheet.line(label, 60.0 + 160 * place, BODY, y + 16)
    return sheet


def test_figures_over_labels_in_a_row_are_strips_and_no_text():
    cells = [("£4.1m", "granted to local groups"), ("75%", "of victims were content"), ("1,204", "people trained")]

    structure = read(strip(Sheet(), cells).skip(20).say(PROSE))

    assert [strip.labels for strip in structure.strips] == [list(cell) for cell in cells]
    assert texts(structure) == [PROSE]


def test_labels_set_double_in_cells_that_their_figures_fill_are_whole():
    cells = [("£279.1m", "for our", "budget"), ("190,000", "young people", "taught")]
    sheet = Sheet()
    for place, (figure, *label) in enumerate(cells):
        middle = 130 + 86 * place
        for text, style, y in zip((figure, *label), (FIGURE, BODY, BODY), (100, 116, 134.5), strict=True):
            sheet.line(text, middle - len(text) * style.size / 4, style, y)

    structure = read(sheet.skip(40).say(PROSE))

    assert [strip.labels for strip in structure.strips] == [[figure, f"{a} {b}"] for figure, a, b in cells]


@pytest.mark.parametrize(
    ("earlier", "count"), [(("2008: £3.9m", "2008: 6.9p"), 2), (("(2008/09: £3.9m)", "(2008/09: 6.9p)"), 2),
                           (("so we gave more", "and paid it early"), 0)],
)  # fmt: skip
def test_figures_of_the_year_before_in_smaller_type_end_the_labels_of_a_strip(earlier, count):
    cells = [("£4.1m", "granted to local groups"), ("7.4p", "paid on each share")]
    sheet = strip(Sheet(), cells)
    for place, text in enumerate(earlier):
        sheet.line(text, 60.0 + 160 * place, SMALL, 128.0)

    strips = read(sheet.skip(40).say(PROSE)).strips

    told = [[*cell, text] for cell, text in zip(cells, earlier, strict=True)]
    assert [one.labels for one in strips] == told[:count]


def test_a_figure_between_the_title_of_a_panel_and_its_text_has_the_smaller_lines_below_it_for_a_label():
    sheet = Sheet().say(PROSE)
    for left, title, figure in ((60.0, "Repairs", "91%"), (320.0, "Margin", "33%")):
        sheet.box(left - 10, 150, left + 220, 260)
        sheet.line(title, left, BOLD, 170).line(figure, left, FIGURE, 192)
        sheet.line("Target 88%", left, SMALL, 210).line("2015 84%", left + 100, SMALL, 210)
        sheet.y = 225
        sheet.say("Tenants were asked within a week of a job that was done for them", left, 200)

    structure = read(sheet)

    assert [strip.labels for strip in structure.strips] == [[one, "Target 88%", "2015 84%"] for one in ("91%", "33%")]
    assert [callout.title for callout in structure.callouts] == ["Repairs", "Margin"]


def test_numbers_that_count_steps_are_no_figures_of_a_strip():
    cells = [("1", "tell the force"), ("2", "read the plan"), ("3", "come to the board")]

    assert read(strip(Sheet(), cells).skip(20).say(PROSE)).strips == []


def test_one_large_figure_alone_is_no_strip():
    assert read(strip(Sheet(), [("£4.1m", "granted to local groups")]).skip(20).say(PROSE)).strips == []


def test_figures_on_one_band_of_colour_are_strips_and_no_box_of_text():
    sheet = strip(Sheet(), [("£4.1m", "granted to local groups"), ("75%", "of victims were content")])
    sheet.box(40.0, 70.0, 500.0, 130.0)

    structure = read(sheet.skip(20).say(PROSE))

    assert [strip.labels for strip in structure.strips] == [
        ["£4.1m", "granted to local groups"], ["75%", "of victims were content"],
    ]  # fmt: skip
    assert structure.callouts == []


def test_a_figure_under_its_label_in_a_box_is_a_strip_too():
    sheet = Sheet()
    for place, (label, figure) in enumerate([("Police staff (FTE)", "2,466"), ("PCSOs (FTE)", "101")]):
        left = 60.0 + 160 * place
        sheet.line(label, left, BODY, 96.0)
        sheet.line(figure, left, FIGURE, 124.0)
        sheet.box(left - 10, 80.0, left + 130, 136.0)

    structure = read(sheet.skip(40).say(PROSE))

    assert [strip.labels for strip in structure.strips] == [["2,466", "Police staff (FTE)"], ["101", "PCSOs (FTE)"]]
    assert texts(structure) == [PROSE]


def test_a_label_may_end_in_a_year():
    sheet = strip(Sheet(), [("3,393", "police officers on 31 March"), ("2,012", "police staff on 31 March")])
    for place in range(2):
        sheet.line("2023", 60.0 + 160 * place, BODY, 128.0)

    assert [strip.labels[1] for strip in read(sheet.skip(20).say(PROSE)).strips] == [
        "police officers on 31 March 2023", "police staff on 31 March 2023",
    ]  # fmt: skip


def test_lengths_of_time_are_figures_of_a_strip():
    cells = [("8 seconds", "to answer a 999 call"), ("5 min 40 sec", "to answer a 101 call")]

    assert [strip.labels for strip in read(strip(Sheet(), cells).skip(20).say(PROSE)).strips] == [
        list(cell) for cell in cells
    ]


def test_labels_of_five_lines_belong_to_their_figures():
    sheet = strip(Sheet(), [("2m 41s", "mean wait"), ("7 sec", "mean time")])
    for row, text in enumerate(("of those", "who called", "us on the", "other line")):
        for place in range(2):
            sheet.line(text, 60.0 + 160 * place, BODY, 128.0 + 12 * row)
    structure = read(sheet.skip(40).say(PROSE))

    assert [strip.labels[0] for strip in structure.strips] == ["2m 41s", "7 sec"]
    assert texts(structure) == [PROSE]


def two_columns(heads=("", ""), numbers=("", "")):
    """A column of two paragraphs on each side, the second under a heading; numbers hang before the paragraphs."""
    sheet = Sheet(2, top=100.0)
    for side, x0 in enumerate((60.0, 320.0)):
        sheet.y = 100.0 + 5 * side
        for part in range(2):
            if part and heads[side]:
                sheet.line(heads[side], x0, BOLD).skip(SPACE)
            if numbers[side]:
                sheet.line(f"{numbers[side]}{part + 1}.", x0, BOLD, sheet.y)
                sheet.y -= 12.0
            sheet.say(f"{['Left', 'Right'][side]} {part}: {PROSE}", x0 + 30.0, 200.0)
    return sheet


def test_headings_over_hanging_numbers_do_not_part_their_column():
    structure = read(Sheet(1).line("Cover"), two_columns(("Left head", "Right head"), ("1", "2")))

    assert [title for _, title in outline(structure)] == ["Left head", "Right head"]
    assert [paragraph.text[:7] for paragraph in structure.paragraphs[1:]] == [
        "Left 0:",
        "Left 1:",
        "Right 0",
        "Right 1",
    ]
    assert [paragraph.number for paragraph in structure.paragraphs[1:]] == ["11", "12", "21", "22"]


def test_a_heading_that_reaches_into_the_gutter_stands_over_both_columns():
    sheet = two_columns()
    sheet.line("A heading of thirty-one let", 60.0, BIG._replace(size=19.0), 80.0)  # ends 3.5 points before the column

    structure = read(Sheet(1).line("Cover"), sheet)

    assert [paragraph.text[:7] for paragraph in structure.paragraphs[1:]] == [
        "Left 0:",
        "Left 1:",
        "Right 0",
        "Right 1",
    ]


def test_a_heading_that_reaches_a_little_into_the_gutter_stays_in_its_column():
    sheet = Sheet(2, top=100.0)
    sheet.line("A heading of its owner", 60.0, BIG._replace(size=19.0), 100.0).skip(SPACE)  # 5.7 points off
    sheet.say(f"Left: {PROSE} {PROSE}", 60.0, 180.0)
    sheet.y = 95.0
    sheet.say(f"Right: {PROSE} {PROSE}", 258.0, 180.0)

    structure = read(Sheet(1).line("Cover"), sheet)

    assert [title for _, title in outline(structure)] == ["A heading of its owner"]
    assert [paragraph.text[:5] for paragraph in structure.paragraphs[1:]] == ["Left:", "Right"]


def test_large_type_beside_a_column_of_text_does_not_join_its_lines():
    sheet = Sheet(2, top=100.0)
    for row in range(12):
        sheet.line("some words that fill it so well", 60.0, BODY, 100.0 + 12 * row)
    wide = sheet.words[-1].x1
    sheet.line("Heading of the other", wide + 15.0, BIG._replace(size=20.0), 100.0)
    sheet.line("column", wide + 15.0, BIG._replace(size=20.0), 124.0)
    for row in range(8):
        sheet.line("other words that stand there", wide + 15.0, BODY, 148.0 + 12 * row)

    assert "Heading of the other column" in [title for _, title in outline(read(Sheet(1).say(PROSE), sheet))]


def test_small_capitals_have_the_size_of_their_initials():
    large, small = BOLD, BOLD._replace(size=7.5)
    sheet = Sheet(2)
    for name in ("Safer roads", "Better care"):
        x0 = 60.0
        for part in name.split():
            x0 = sheet._put(part[0].upper(), x0, sheet.y, large, -1)
            x0 = sheet._put(part[1:].upper(), x0, sheet.y, small, -1, is_glued=True) + 3
        sheet.skip(20).say(PROSE)

    assert [title for _, title in outline(read(Sheet(1).say(PROSE), sheet))] == ["SAFER ROADS", "BETTER CARE"]


def test_a_number_before_smaller_type_is_no_initial_of_small_capitals():
    sheet = Sheet()
    x0 = sheet._put("1", 60.0, sheet.y, BODY, -1)
    sheet._put("As vetting takes months", x0 + 3, sheet.y, BODY._replace(size=0.8 * BODY.size), -1)
    (line,) = find_lines(1, sheet.words)

    assert line.style.size < BODY.size


def test_a_bold_heading_does_not_join_the_bold_number_below_it():
    sheet = Sheet(2)
    for number, name in enumerate(("Safer roads", "Better care"), 1):
        sheet.line(name, style=BOLD).line(f"{number}.", style=BOLD, y=sheet.y)
        sheet.y -= 12.0
        sheet.say(PROSE, 80.0).skip(20)

    structure = read(Sheet(1).say(PROSE), sheet)

    assert [title for _, title in outline(structure)] == ["Safer roads", "Better care"]
    assert [paragraph.number for paragraph in structure.paragraphs] == [None, "1", "2"]


def test_a_paragraph_that_begins_set_in_goes_on_with_none_in_the_column_before():
    sheet = Sheet(1)
    for x0, name in ((60.0, "Walking"), (320.0, "Driving")):
        sheet.y = 60.0
        for row in range(12):
            words = f"{name} home at night is safer than" if row == 0 else "before and those who do so say"
            sheet.line(words if row < 11 else "the same of the towns they see.", x0 + 12 * (row == 0))

    assert [text.split()[0] for text in texts(read(sheet))] == ["Walking", "Driving"]


@pytest.mark.parametrize("deeper", [0, 5])
def test_a_text_goes_on_in_the_next_column_only_where_its_own_is_full(deeper):
    sheet = Sheet(1).line("1.", 40.0)  # of paragraphs without numbers a full sentence ends one
    for x0, lines in ((60.0, 10), (320.0, 10 + deeper)):
        sheet.y = 60.0
        for row in range(lines):
            sheet.line("We told them what we had heard" if not row else "and of those whom we had met in", x0)
        sheet.line("the towns of which they spoke.", x0)

    assert len(texts(read(sheet))) == (2 if deeper else 1)


def test_a_text_of_the_last_column_does_not_go_on_across_the_page_below():
    sheet = Sheet(1)
    for x0 in (60.0, 320.0):
        sheet.y = 60.0
        for row in range(10):
            sheet.line("those whom we had met and asked" if row < 9 else "we thanked all of those we met.", x0)
    sheet.skip(SPACE).say(PROSE, width=460.0)

    assert texts(read(sheet))[-1] == PROSE


@pytest.mark.parametrize(("mark", "count"), [("", 3), ("1.\t", 2)])
def test_a_sentence_that_fills_the_last_line_of_a_ragged_column_ends_its_paragraph_where_none_has_a_number(mark, count):
    sheet = Sheet(1).line(f"{mark}Walking home at night is now safer")
    edge = sheet.words[-7].x0
    sheet.line("than it was before in all of it", edge).line("and in the towns that we look after,", edge)
    sheet.line("as is what we have aimed at now.", edge)
    sheet.y = 60.0
    for text in ("Those who work late shall see it", "too, and so they say when asked", "in the streets of the town."):
        sheet.line(text, 320.0)
    sheet.skip(SPACE).line("Driving is another matter, which", 320.0).line("is told below.", 320.0)

    assert len(read(sheet).paragraphs) == count


@pytest.mark.parametrize(("low", "order"), [(200.0, "ABDC"), (232.0, "ADBC")])
def test_boxes_of_one_height_in_a_row_are_read_before_the_text_below_them(low, order):
    sheet = Sheet(2)
    for x0, name, bottom in ((60.0, "A", 200.0), (330.0, "B", low)):
        sheet.y = 110.0
        sheet.say(f"{name} {PROSE}", x0 + 10, 210.0).box(x0, 90.0, x0 + 230, bottom)
    for x0, name in ((60.0, "D"), (330.0, "C")):
        sheet.y = 260.0
        sheet.say(f"{name} {PROSE}", x0, 230.0)

    assert "".join(text[0] for text in texts(read(Sheet(1).say(PROSE), sheet))[1:]) == order


def test_figures_before_labels_in_a_row_are_strips_whether_the_label_has_one_line_or_two():
    sheet = Sheet()
    for place, (figure, lines) in enumerate([("1,571", [3]), ("87%", [-2, 8]), ("£3.4m", [3])]):
        x0 = 60.0 + 160 * place
        sheet.line(figure, x0, FIGURE, 108.0)
        for number, down in enumerate(lines):
            sheet.line(f"label {number}", x0 + 12 * len(figure) + 8, SMALL, 100.0 + down)

    structure = read(sheet.skip(20).say(PROSE))

    assert [strip.labels for strip in structure.strips] == [
        ["1,571", "label 0"], ["87%", "label 0 label 1"], ["£3.4m", "label 0"],
    ]  # fmt: skip
    assert texts(structure) == [PROSE]


def test_figures_close_before_their_labels_on_one_line_are_strips():
    sheet, x0 = Sheet(), 60.0
    for figure, label in (("£279.1m", "net budget"), ("172", "visits to custody"), ("£1.9m", "of machines")):
        sheet.line(figure, x0, FIGURE, 108.0).line(label, x0 + 12 * len(figure) + 4, SMALL, 108.0)
        x0 = sheet.words[-1].x1 + 20

    structure = read(sheet.skip(20).say(PROSE))

    assert [strip.labels[1] for strip in structure.strips] == ["net budget", "visits to custody", "of machines"]
    assert texts(structure) == [PROSE]


def test_a_large_number_before_the_text_of_its_line_is_no_strip_alone():
    sheet = Sheet().line("63", 60.0, FIGURE, 108.0).line("posts were filled in the year", 90.0, BODY, 108.0)

    assert texts(read(sheet.skip(20).say(PROSE)))[0] == "63 posts were filled in the year"


def test_a_strip_as_wide_as_three_columns_parts_the_text_above_it_from_the_text_below():
    sheet = Sheet()
    for top, name in ((100.0, "Above"), (260.0, "Below")):
        for column in range(3):
            for row in range(4):
                words = f"{name} {column} the aims were" if not row else "met by the force in all"
                sheet.line(words, 60.0 + 165 * column, BODY, top + 12 * row)
        if name == "Above":
            strip(sheet, [("£4.1m", "granted to groups"), ("75%", "victims were content"), ("1,204", "people")], 190.0)

    found = [word for text in texts(read(sheet)) for word in text.split() if word in ("Above", "Below")]

    assert found == ["Above"] * 3 + ["Below"] * 3


def test_figures_under_labels_in_a_row_are_strips():
    cells = [("officers at the end of 2023", "1,571"), ("of calls answered", "8 of 10"), ("spent on victims", "c. £3m")]
    sheet = Sheet()
    for place, (label, figure) in enumerate(cells):
        sheet.line(label, 60.0 + 160 * place, SMALL, 100.0)
        sheet.line(figure, 60.0 + 160 * place, FIGURE, 126.0)

    assert [strip.labels for strip in read(sheet.skip(20).say(PROSE)).strips] == [
        [figure, label] for label, figure in cells
    ]  # fmt: skip


def test_the_text_right_below_a_strip_is_no_part_of_its_last_label():
    sheet = strip(Sheet(), [("18 days", "to answer a complaint"), ("26%", "of cases with an outcome")])
    sheet.y = 128.0
    structure = read(sheet.say(PROSE))

    assert [strip.labels[0] for strip in structure.strips] == ["18 days", "26%"]
    assert texts(structure) == [PROSE]


def test_a_length_of_time_in_large_type_is_no_heading():
    sheet = Sheet(2).line("Roads", style=BIG).skip(SPACE).say(PROSE).line("11 weeks", style=BIG).skip(SPACE).say(PROSE)

    assert outline(read(Sheet(1).say(PROSE), sheet)) == [(1, "Roads")]


def test_figures_that_stand_as_near_as_words_are_parted_by_their_labels():
    sheet = Sheet()
    for place, (figure, first, second) in enumerate((("156", "gun", "crimes"), ("2,964", "answers", "to us"))):
        left = 60.0 + 58 * place
        sheet.line(figure, left + (8 if place else 12), FIGURE, 100.0)
        sheet.line(first, left + 12, BODY, 116.0)
        sheet.line(second, left + 12, BODY, 128.0)
    assert next(line.text for line in find_lines(1, sheet.page().words)) == "156 2,964"

    structure = read(sheet.skip(20).say(PROSE))

    assert [strip.labels for strip in structure.strips] == [["156", "gun crimes"], ["2,964", "answers to us"]]
    assert texts(structure) == [PROSE]


@pytest.mark.parametrize("is_glued", [True, False])
def test_a_unit_in_smaller_type_is_of_its_figure_where_no_space_parts_them(is_glued):
    sheet, small = Sheet(), FIGURE._replace(size=13.0)
    for place, (figure, unit, label) in enumerate([("£4.1", "m", "granted"), ("75", "%", "of victims were content")]):
        x1 = sheet._put(figure, 60.0 + 160 * place, 100.0, FIGURE, -1)
        sheet._put(unit, x1 + (0 if is_glued else 4), 100.0, small, -1, is_glued=is_glued)
        sheet.line(label, 60.0 + 160 * place, SMALL, 116.0)

    strips = read(sheet.skip(20).say(PROSE)).strips

    told = [["£4.1m", "granted"], ["75%", "of victims were content"]]
    assert ([strip.labels for strip in strips] == told) is is_glued


def test_figures_in_rings_have_their_labels_below_the_rings():
    cells = [("4,100", "granted to groups"), ("75%", "were content")]
    sheet = Sheet()
    for place, (figure, label) in enumerate(cells):
        middle = 120.0 + 200 * place
        sheet.dot(middle - 40, 60.0, 80.0)
        sheet.line(figure, middle - 6 * len(figure), FIGURE, 104.0)
        sheet.line(label, middle - 2 * len(label), SMALL._replace(size=8.0), 150.0)

    assert [strip.labels for strip in read(sheet.skip(20).say(PROSE)).strips] == [list(cell) for cell in cells]


SCATTERED = (
    (60.0, 120.0, 34.0, "2,345", "people helped"),
    (220.0, 150.0, 22.0, "£4.2m", "for safer streets"),
    (400.0, 112.0, 40.0, "87%", "of calls in time"),
    (250.0, 230.0, 28.0, "9/10", "would use it again"),
)


@pytest.mark.parametrize("count", [3, 2])
def test_three_figures_in_display_type_are_of_a_strip_wherever_they_stand(count):
    sheet = Sheet(2)
    for x0, y, size, figure, label in SCATTERED[:count]:
        sheet.line(figure, x0, BODY._replace(size=size), y).line(label, x0, y=y + 14)
    structure = read(sheet.skip(200).say(PROSE))

    found = {tuple(strip.labels) for strip in structure.strips}
    assert found == ({one[3:] for one in SCATTERED[:3]} if count >= 3 else set())


def test_large_figures_before_their_labels_on_lines_are_of_a_strip_in_types_of_their_own():
    sheet = Sheet(2)
    for x0, _, size, figure, label in SCATTERED:
        y = sheet.y
        sheet.line(figure, x0, BODY._replace(size=size), y).line(label, x0 + len(figure) * size / 2 + 2.8, y=y).skip(30)
    structure = read(sheet.skip(40).say(PROSE))

    assert [strip.labels for strip in structure.strips] == [list(one[3:]) for one in SCATTERED]


def test_a_figure_that_a_narrow_cell_breaks_is_one():
    sheet = Sheet(2)
    for x0, _, size, figure, label in SCATTERED[:3]:
        sheet.line(figure, x0, BODY._replace(size=size), 120.0).line(label, x0, y=134.0)
    large = BODY._replace(size=24.0)
    sheet.line("10 minutes", 60.0, large, 200.0).line("48 seconds", 60.0, large, 226.0)
    structure = read(sheet.line("to reach an emergency", 60.0, y=240.0).skip(40).say(PROSE))

    assert ["10 minutes 48 seconds", "to reach an emergency"] in [strip.labels for strip in structure.strips]


@pytest.mark.parametrize(
    "figures", [("24/7", "2nd"), ("up 12%", "£4 a year"), ("One in four", "Zero"), ("Half", "4.6/5")]
)
def test_big_words_that_tell_a_number_are_the_figures_of_strips(figures):
    cells = [(figures[0], "victims have a line to call"), (figures[1], "of all of the forces")]

    structure = read(strip(Sheet(), cells).skip(20).say(PROSE))

    assert [one.labels for one in structure.strips] == [list(cell) for cell in cells]


def test_the_unit_that_a_narrow_cell_breaks_off_is_of_its_figure_and_no_heading():
    sheet = Sheet(2).line("31", 60, FIGURE, 100).line("seconds", 60, FIGURE, 126)
    sheet.line("to answer a call", 60, BODY, 142)
    sheet.line("97", 220, FIGURE, 113).line("parishes keep watch", 220, BODY, 129)

    structure = read(Sheet(1).say(PROSE), sheet.skip(20).say(PROSE))

    assert [one.labels for one in structure.strips][:1] == [["31 seconds", "to answer a call"]]
    assert outline(structure) == []


def test_a_unit_in_smaller_type_behind_its_figure_is_no_label():
    sheet = Sheet(2)
    for left, number in ((60, "12"), (260, "45")):
        sheet.line(number, left, FIGURE, 100)
        sheet.line("million", left + 32, BODY._replace(size=13.0), 100)
        sheet.line("pounds for the parks", left, BODY, 116)

    structure = read(Sheet(1).say(PROSE), sheet.skip(20).say(PROSE))

    assert [one.labels for one in structure.strips] == [[f"{n} million", "pounds for the parks"] for n in ("12", "45")]


@pytest.mark.parametrize(("second", "count"), [(FIGURE, 2), (FIGURE._replace(font="Other"), 0)])
def test_two_figures_of_one_large_type_are_strips_wherever_they_stand(second, count):
    sheet = Sheet(2).line("91%", 60, FIGURE, 100).line("had clear grounds", 60, BODY, 114)
    sheet.line("640", 330, second, 205).line("farms were seen", 330, BODY, 219)
    sheet.y = 240

    assert len(read(Sheet(1).say(PROSE), sheet.say(PROSE)).strips) == count


@pytest.mark.parametrize(("figure", "count"), [(FIGURE, 3), (FIGURE._replace(font="Other"), 2)])
def test_a_figure_alone_in_a_column_is_a_strip_in_the_type_of_those_on_pages_before(figure, count):
    first = strip(Sheet(2), [("£4.1m", "granted to local groups"), ("75%", "of victims were content")]).skip(20)
    second = Sheet(3).say(PROSE).skip(20).line("640", 60, figure).line("farms were seen").skip(20)

    structure = read(Sheet(1).say(PROSE), first.say(PROSE), second.say(PROSE))

    assert len(structure.strips) == count


def test_a_label_level_with_the_head_of_a_paragraph_beside_it_is_no_note_on_that():
    cells = [("£4.1m", "granted to groups"), ("75%", "of victims content"), ("1,204", "people trained")]
    sheet = Sheet(2)
    for place, (figure, label) in enumerate(cells):
        y = 100.0 + 60 * place
        sheet.line(figure, 60.0, FIGURE, y).line(label, 60.0, SMALL, y + 14)
        sheet.y = y + 14
        sheet.say(PROSE, 230.0, 320.0)

    structure = read(Sheet(1).say(PROSE), sheet)

    assert [one.labels for one in structure.strips] == [list(cell) for cell in cells]
