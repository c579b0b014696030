"""Tables in two languages: heads and labels of two lines, each line in a type of its own."""

from itertools import count

import pytest
from test_take import texts
from words import BOLD, PLAIN, make_page, rule, say, set_line

from reportparse.geometry import Box
from reportparse.tables import take_tables

GREY = PLAIN._replace(color=(110, 120, 125))
COLUMNS = (60.0, 220.0, 380.0)
SAID = (
    (("It takes so long", "to get through."), ("Fourteen people were", "taken on."), ("The wait fell to", "4 min.")),
    (("Nobody tells us", "what came of it."), ("A victim hears back", "in five days."), ("Calls back rose to", "79%.")),
    (("Bikes ruin the hill.",), ("Drones were bought", "with seized money."), ("118 bikes crushed.",)),
    (("Welsh is an extra.",), ("All forms are made in", "both languages."), ("No complaint since.",)),
)  # fmt: skip


def said_page(is_by_column):
    """Heads in two languages over four rows of texts, told row by row or column by column."""
    number, parts = count(), []
    for column, (above, below) in enumerate((("Dywedoch chi", "You said"), ("Gwnaed", "We did"), ("Wedyn", "Then"))):
        parts.append((0, column, ((100.0, above, BOLD), (111.0, below, GREY))))
    for place, row in enumerate(SAID):
        for column, cell in enumerate(row):
            lines = tuple((130.0 + 30 * place + 11 * at, text, PLAIN) for at, text in enumerate(cell))
            parts.append((place + 1, column, lines))
    words = say(number, 300.0)
    for _, column, lines in sorted(parts, key=lambda part: (part[1], part[0]) if is_by_column else part[:2]):
        for baseline, text, style in lines:
            words += set_line(number, baseline, (COLUMNS[column], text), style=style)
    return make_page(words, (rule(55, 115, 480, 115),))


def test_texts_told_row_by_row_under_heads_in_two_languages_are_a_table():
    (table,), _ = take_tables([said_page(is_by_column=False)])

    assert texts(table) == [
        ["Dywedoch chi You said", "Gwnaed We did", "Wedyn Then"],
        *([" ".join(cell) for cell in row] for row in SAID),
    ]
    assert table.header_rows == 1


BUDGET = (
    ("Swyddogion", "Officers", "85.7", "90.3"),
    ("Staff", "Staff", "40.1", "42.0"),
    ("Tai", "Homes", "13.9", "14.4"),
)


@pytest.mark.parametrize(("upper", "lower", "style"), [
    ("Miliwn", "Million", GREY), ("Cyfwerth ag amser", "llawn a rhan", BOLD),
])  # fmt: skip
def test_heads_at_the_foot_of_their_cells_stand_beside_the_last_line_of_the_label_s_own(upper, lower, style):
    number = count()
    words = set_line(number, 100.0, (60.0, upper), style=BOLD)
    words += set_line(number, 111.0, (60.0, lower), style=style)
    words += set_line(number, 111.0, (190.0, "2022-23"), (240.0, "2023-24"), style=BOLD)
    for at, (_, name, *values) in enumerate(BUDGET):
        words += set_line(number, 127.0 + 14 * at, (60.0, name), (205.0, values[0]), (255.0, values[1]))
    (table,), _ = take_tables([make_page([*words, *say(number, 200.0)], (rule(55, 115, 280, 115),))])

    assert texts(table)[0] == [f"{upper} {lower}", "2022-23", "2023-24"]
    assert table.caption is None


@pytest.mark.parametrize(("baseline", "lower"), [(92.0, PLAIN), (100.0, BOLD)])
def test_a_name_in_bold_above_a_label_of_its_own_type_or_further_off_is_a_caption(baseline, lower):
    number = count()
    words = set_line(number, baseline, (60.0, "Workforce in post"), style=BOLD)
    words += set_line(number, 111.0, (60.0, "Grade"), style=lower)
    words += set_line(number, 111.0, (190.0, "2022-23"), (240.0, "2023-24"), style=BOLD)
    for at, (_, name, *values) in enumerate(BUDGET):
        words += set_line(number, 127.0 + 14 * at, (60.0, name), (205.0, values[0]), (255.0, values[1]))
    (table,), _ = take_tables([make_page([*words, *say(number, 200.0)], (rule(55, 115, 280, 115),))])

    assert (table.caption, texts(table)[0]) == ("Workforce in post", ["Grade", "2022-23", "2023-24"])


@pytest.mark.parametrize("style", [PLAIN, PLAIN._replace(is_italic=True)])
def test_a_line_in_another_type_than_the_heads_begins_no_label_of_theirs(style):
    number = count()
    words = set_line(number, 100.0, (60.0, "As told in May"), style=style)
    words += set_line(number, 111.0, (60.0, "Grade"), style=GREY)
    words += set_line(number, 111.0, (190.0, "2022-23"), (240.0, "2023-24"), style=BOLD)
    for at, (_, name, *values) in enumerate(BUDGET):
        words += set_line(number, 127.0 + 14 * at, (60.0, name), (205.0, values[0]), (255.0, values[1]))
    (table,), _ = take_tables([make_page([*words, *say(number, 200.0)], (rule(55, 115, 280, 115),))])

    assert texts(table)[0] == ["Grade", "2022-23", "2023-24"]


@pytest.mark.parametrize("middle", [270.0, 290.0])
def test_a_year_over_heads_of_two_lines_reaches_over_those_that_are_said_again_under_the_next(middle):
    number = count()
    words = set_line(number, 90.0, (middle - 17.5, "2022-23"), (middle + 122.5, "2023-24"), style=BOLD)
    words += set_line(number, 102.0, (60.0, "Enw"), (310.0, "Pobl"), (450.0, "Pobl"), style=BOLD)
    words += set_line(number, 113.0, (60.0, "Name"), (300.0, "People"), (440.0, "People"), style=GREY)
    words += set_line(number, 113.0, (230.0, "£000"), (370.0, "£000"), style=BOLD)
    for at, (_, name, *_) in enumerate(BUDGET):
        cells = [(x - 15.0, f"{at}42") for x in (250.0, 330.0, 390.0, 470.0)]
        words += set_line(number, 129.0 + 14 * at, (60.0, name), *cells)
    (table,), _ = take_tables([make_page(words, (rule(55, 117, 480, 117),))])

    assert [(cell.text, cell.column, cell.column_span) for cell in table.rows[0] if cell.text] == [
        ("2022-23", 1, 2), ("2023-24", 3, 2),
    ]  # fmt: skip
    assert texts(table)[1] == ["Enw Name", "£000", "Pobl People", "£000", "Pobl People"]


def two_lined(left, leading, pitch):
    """Rows each with a label of two lines, far left of its values, which stand beside the first line."""
    number, words, at = count(), [], 100.0
    labels = (("Pob trosedd", "All crime"), ("Trais", "Violence"), ("Lladrad", "Robbery"), ("Dwyn", "Theft"))
    words += set_line(number, at, (left, "Math"), (left + 170, "2022-23"), (left + 340, "2023-24"), style=BOLD)
    at += pitch
    for place, (above, below) in enumerate(labels):
        values = (left + 185, f"{place}5,108"), (left + 355, f"{place}4,940")
        words += set_line(number, at, (left, above), *values)
        words += set_line(number, at + leading, (left, below), style=GREY)
        at += pitch
    return words, [
        [f"{above} {below}", f"{place}5,108", f"{place}4,940"] for place, (above, below) in enumerate(labels)
    ]


@pytest.mark.parametrize(("leading", "pitch", "is_whole"), [(10.0, 24.0, True), (12.0, 24.0, False)])
def test_labels_of_two_lines_each_are_told_by_the_wider_space_below_them(leading, pitch, is_whole):
    words, rows = two_lined(60.0, leading, pitch)
    (table,), _ = take_tables([make_page(words)])

    assert (texts(table)[1:] == rows) == is_whole


OFFENCES = (
    ((60.0, "Trosedd / Crime"), (300.0, "2022"), (380.0, "2023")),
    ((60.0, "Lladrad / Robbery"), (300.0, "85"), (380.0, "70")),
    ((60.0, "Byrgleriaeth / Burglary"), (300.0, "1,204"), (380.0, "1,118")),
    ((60.0, "Cyfanswm / Total"), (300.0, "1,289"), (380.0, "1,188")),
)
SMALL, SLANTED = PLAIN._replace(size=8.5), PLAIN._replace(is_italic=True)
LARGE = BOLD._replace(size=13.0)


def offences_page(captions=(), below=(), rules=(), step=12):
    """Rows without lines under captions, and what stands below them."""
    number, words = count(), []
    for place, text in enumerate(captions):
        words += set_line(number, 80.0 + step * place, (60.0, text), style=SLANTED if place else BOLD)
    for place, row in enumerate(OFFENCES):
        words += set_line(number, 110.0 + 14 * place, *row, style=PLAIN if place else BOLD)
    for place, (cells, style) in enumerate(below):
        words += set_line(number, 168.0 + 12 * place, *cells, style=style)
    return make_page(words + say(number, 300.0), rules)


@pytest.mark.parametrize("step", [12, 20])
@pytest.mark.parametrize(("lower", "caption"), [
    ("Tabl 1: Troseddau a gofnodwyd", "Table 1: Crimes recorded Tabl 1: Troseddau a gofnodwyd"),
    ("Tabl 2: Troseddau a gofnodwyd", "Tabl 2: Troseddau a gofnodwyd"),
])  # fmt: skip
def test_a_caption_is_told_in_both_languages_where_both_have_its_number(lower, caption, step):
    (table,), _ = take_tables([offences_page(("Table 1: Crimes recorded", lower), step=step)])

    assert (table.caption, table.number) == (caption, caption[:7].strip().removesuffix(":"))


NOTES = ("Nodyn / Note: No change is given below 20.", "Ffynhonnell / Source: Heddlu, May 2024.")


@pytest.mark.parametrize("rules", [(), (rule(62, 194, 400, 194),)])
def test_notes_below_a_table_are_known_in_welsh_and_are_no_rows_above_the_edge_of_a_box(rules):
    (table,), _ = take_tables([offences_page(below=[(((60.0, note),), SMALL) for note in NOTES], rules=rules)])

    assert (table.notes, texts(table)[-1]) == (NOTES, ["Cyfanswm / Total", "1,289", "1,188"])


def test_a_title_in_two_halves_below_a_table_is_no_row_of_it():
    title = ((60.0, "Reserves"), (310.0, "Cronfeydd wrth gefn"))
    (table,), _ = take_tables([offences_page(below=[(title, LARGE)])])

    assert texts(table)[-1] == ["Cyfanswm / Total", "1,289", "1,188"]


PROMISES = (
    (("Video links in every court by", "March 2023"), ("Three of four work; one", "waits for a room"), ("Under way",)),
    (("One letter for witnesses in", "both languages"), ("In use since January",), ("Cwblhawyd", "Done")),
    (("Checks of files before they", "leave the station"), ("412 were checked; 71%", "needed no more"), ("Done",)),
    (("Fewer hearings put off",), ("18%, as in the year before",), ("Dim newid", "No change")),
)  # fmt: skip


def test_texts_stand_under_heads_of_two_lines_without_any_rule():
    number, words = count(), []
    heads = (("Addewid", "Promise"), ("Cynnydd", "Progress"), ("Statws", "Status"))
    for place, row in enumerate((heads, *PROMISES)):
        for column, cell in enumerate(row):
            for at, text in enumerate(cell):
                baseline = 100.0 + 30 * place + 11 * at
                words += set_line(number, baseline, (COLUMNS[column], text), style=PLAIN if place else BOLD)
    (table,), _ = take_tables([make_page(words + say(number, 300.0))])

    assert texts(table) == [[" ".join(cell) for cell in row] for row in (heads, *PROMISES)]


def budget_page(*lines):
    """Heads of two lines over rows whose labels have two; `lines` are (step, cells, style)."""
    number, words, baseline = count(), [], 100.0
    for step, cells, style in lines:
        baseline += step
        words += set_line(number, baseline, *cells, style=style)
    return make_page(words + say(number, baseline + 60))


def rows_of(pairs):
    for welsh, english, *values in pairs:
        yield 16, ((60.0, welsh), *zip((300.0, 380.0), values, strict=True)), PLAIN
        yield 11, ((60.0, english),), PLAIN


def test_the_heading_of_a_section_in_two_lines_right_below_the_heads_is_one_row_and_no_head():
    heads = [(0, ((300.0, "Alldro"), (380.0, "Cyllideb")), BOLD), (11, ((300.0, "Outturn"), (380.0, "Budget")), BOLD)]
    section = [(16, ((60.0, "Gwariant"),), BOLD), (11, ((60.0, "Spending"),), BOLD)]
    (table,), _ = take_tables([budget_page(*heads, *section, *rows_of(BUDGET))])

    found = [[text for text in row if text] for row in texts(table)]
    assert found[:2] == [["Alldro Outturn", "Cyllideb Budget"], ["Gwariant Spending"]]
    assert found[2] == ["Swyddogion Officers", "85.7", "90.3"]
    assert table.header_rows == 1


@pytest.mark.parametrize("word", ["fesul", "per"])
def test_a_number_that_goes_on_with_a_head_is_no_value_in_either_language(word):
    heads = [
        (0, ((380.0, f"Troseddau {word}"),), BOLD), (11, ((60.0, "Sir"), (300.0, "Pobl"), (380.0, "1,000")), BOLD),
        (11, ((60.0, "County"), (300.0, "People"), (380.0, "Crimes")), BOLD),
    ]  # fmt: skip
    (table,), _ = take_tables([budget_page(*heads, *rows_of(BUDGET))])

    assert [text for text in texts(table)[0] if text] == ["Sir County", "Pobl People", f"Troseddau {word} 1,000 Crimes"]


NAMES = (
    ("Officers", "Swyddogion"), ("Staff", "Staff y llu"), ("Homes", None), ("Cars", "Cerbydau"), ("Total", "Cyfanswm"),
)  # fmt: skip
ITALIC = PLAIN._replace(is_italic=True)
SMALLER = GREY._replace(size=8.0)


def named_page(style, leading, pitch, names=NAMES):
    """Rows with values beside their first line, most with a second one in a type of its own; a note in it far below."""
    number, at = count(), 100.0
    words = set_line(number, at, (60.0, "Cost"), (205.0, "2022-23"), (255.0, "2023-24"), style=BOLD)
    for place, (above, below) in enumerate(names):
        at += pitch
        words += set_line(number, at, (60.0, above), (210.0, f"{place}1.7"), (260.0, f"{place}3.4"))
        at += leading if below else 0
        words += set_line(number, at, (60.0, below), style=style) if below else []
    return make_page([*words, *say(number, at + 40)])


@pytest.mark.parametrize(("style", "leading", "pitch"), [
    (SMALLER, 11.0, 15.0), (SMALLER, 11.5, 11.5), (GREY._replace(is_italic=True), 11.0, 15.0),
    (ITALIC, 11.0, 15.0), (BOLD, 11.0, 15.0),
])  # fmt: skip
def test_lines_in_a_type_of_their_own_below_labels_are_second_ones_of_these(style, leading, pitch):
    (table,), _ = take_tables([named_page(style, leading, pitch)])

    assert [row[0] for row in texts(table)[1:]] == [" ".join(filter(None, both)) for both in NAMES]


@pytest.mark.parametrize("step", [11.5, 12.5])
def test_second_lines_may_run_over_and_have_the_colour_of_their_total(step):
    rows = (("Officers", "Nifer y", "swyddogion"), ("Staff", "Staff y llu", ""), ("Total", "Cyfanswm", ""))
    number, at = count(), 100.0
    words = set_line(number, at, (60.0, "Cost"), (205.0, "2022-23"), (255.0, "2023-24"), style=BOLD)
    for place, (name, *second) in enumerate(rows):
        at += step
        words += set_line(number, at, (60.0, name), (210.0, f"{place}1.7"), (260.0, f"{place}3.4"))
        for line in filter(None, second):
            at += 11.5
            style = SMALLER if place < 2 else SMALLER._replace(color=(0, 0, 90))
            words += set_line(number, at, (60.0, line), style=style)
    (table,), _ = take_tables([make_page([*words, *say(number, at + 40)])])

    assert [row[0] for row in texts(table)[1:]] == [" ".join(filter(None, row)) for row in rows]


@pytest.mark.parametrize(("style", "leading", "pitch"), [
    (BOLD, 15.0, 12.0), (ITALIC, 15.0, 12.0), (SMALLER, 15.0, 11.0), (BOLD, 12.0, 12.0),
])  # fmt: skip
def test_names_of_sections_that_are_no_nearer_to_the_row_above_stay_rows(style, leading, pitch):
    (table,), _ = take_tables([named_page(style, leading, pitch, NAMES[:2] + NAMES[3:4] + (("Total", None),))])

    labels = [row[0] for row in texts(table)[1:]]
    assert labels == ["Officers", "Swyddogion", "Staff", "Staff y llu", "Cars", "Cerbydau", "Total"]


def test_names_of_sections_in_small_capitals_stay_rows():
    names = [(above, below and below.upper()) for above, below in NAMES[:-1]]
    (table,), _ = take_tables([named_page(SMALLER, 12.0, 12.0, (*names, ("Total", None)))])

    assert [row[0] for row in texts(table)[1:3]] == ["Officers", "SWYDDOGION"]


def test_texts_told_row_by_row_under_heads_that_are_said_again_in_another_type_are_a_table_without_rules():
    number, words = count(), []
    for x, above, below in zip(COLUMNS, ("We said", "We did", "Then"), ("Dywedwyd", "Gwnaed", "Wedyn"), strict=True):
        words += set_line(number, 100.0, (x, above), style=BOLD) + set_line(number, 112.0, (x, below), style=SMALLER)
    for place, row in enumerate(SAID):
        for x, cell in zip(COLUMNS, row, strict=True):
            for at, text in enumerate(cell):
                words += set_line(number, 130.0 + 30 * place + 11 * at, (x, text))
    (table,), _ = take_tables([make_page([*words, *say(number, 300.0)])])

    said = [[" ".join(cell) for cell in row] for row in SAID]
    assert texts(table) == [["We said Dywedwyd", "We did Gwnaed", "Then Wedyn"], *said]
    assert table.header_rows == 1


def test_heads_whose_second_lines_have_more_letters_name_their_columns():
    number = count()
    heads = (("Who", "Pa sefydliad"), ("What", "At ba ddiben"), ("Where", "Ym mha sir"))
    words = []
    for x, (above, below) in zip((60.0, 170.0, 300.0), heads, strict=True):
        words += set_line(number, 100.0, (x, above), style=BOLD) + set_line(number, 112.0, (x, below), style=SMALLER)
    words += set_line(number, 112.0, (430.0, "£"), style=BOLD)
    given = ("Clwb Aled", "Boxing"), ("Hafan", "Lessons"), ("Tŷ Ni", "Lamps"), ("Cae", "Sport")
    for at, (who, what) in enumerate(given):
        words += set_line(number, 130.0 + 16 * at, (60.0, who), (170.0, what), (300.0, "Conwy"), (420.0, f"{at}50"))
    (table,), _ = take_tables([make_page([*words, *say(number, 300.0)])])

    assert table.header_rows == 1
    assert texts(table)[0] == ["Who Pa sefydliad", "What At ba ddiben", "Where Ym mha sir", "£"]


def test_a_caption_is_found_on_a_page_whose_corner_is_not_at_nought():
    page = offences_page(("Table 1: Crimes recorded",))
    sides = ("top", "bottom", "baseline")
    moved = [word._replace(**{side: getattr(word, side) + 900 for side in sides}) for word in page.words]
    (table,), _ = take_tables([page._replace(box=Box(0, 900, 595, 1742), words=tuple(moved))])

    assert table.caption == "Table 1: Crimes recorded"
