"""Columns as brochures set them: short headings over all, a short last column, contents in two columns."""

import pytest
from test_lines_and_columns import BODY, page, say, texts

from reportparse.layout import order_pages
from reportparse.pdf import Rule

PROSE = ("the force has met its aims and so", "have its partners in the county for", "most of the year that has ended")


def column(words, x0, y0, count, name):
    """`count` lines of prose from `y0` down, the first of which begins with `name`."""
    for row in range(count):
        text = f"{name} {PROSE[row % 3]}" if row == 0 else PROSE[row % 3]
        words += say(text, x0, y0 + 14 * row, len(words))


def heads(words, x0, y, text, size=18.0):
    words += [w._replace(style=BODY._replace(size=size), top=y - size) for w in say(text, x0, y, len(words))]


def first_words(flow):
    return [text.split()[0] for text in texts(flow) if text.split()[0].isupper()]


@pytest.mark.parametrize("size", [12.5, 18.0])
def test_a_short_heading_with_white_beside_it_stands_over_both_columns(size):
    words = []
    for y, names in ((100, ("A1", "A2", "A3")), (300, ("B1", "B2", "B3"))):
        heads(words, 50, y, names[0], size)
        column(words, 50, y + 30, 8, names[1])
        column(words, 320, y + 30, 8, names[2])

    assert first_words(order_pages([page(words)])) == ["A1", "A2", "A3", "B1", "B2", "B3"]


def test_a_heading_stands_over_columns_of_which_the_first_begins_lower():
    """Browsers keep the space above the first paragraph in the first column alone."""
    words = []
    for y, names in ((100, ("A1", "A2", "A3")), (300, ("B1", "B2", "B3"))):
        heads(words, 50, y, names[0])
        column(words, 50, y + 40, 8, names[1])
        column(words, 320, y + 30, 8, names[2])

    assert first_words(order_pages([page(words)])) == ["A1", "A2", "A3", "B1", "B2", "B3"]


def test_a_heading_in_its_own_column_does_not_cut_the_one_beside_it():
    words = []
    column(words, 50, 100, 8, "A1")
    heads(words, 50, 240, "A2")
    column(words, 50, 270, 8, "A3")
    column(words, 320, 100, 20, "B1")

    assert first_words(order_pages([page(words)])) == ["A1", "A2", "A3", "B1"]


def test_a_last_column_of_few_lines_is_a_column():
    words = []
    for x0, count, name in ((50, 30, "A1"), (240, 30, "B1"), (430, 5, "C1")):
        for row in range(count):
            text = "aims were met by" if row else f"{name} aims were met"
            words += say(text, x0 + 30, 100 + 14 * row, len(words))

    assert first_words(order_pages([page(words)])) == ["A1", "B1", "C1"]


def test_pages_of_contents_stay_with_their_titles_in_two_columns():
    words = []
    for x0, names in ((50, ("Safer roads", "Better care", "Money spent")), (320, ("Our plan", "Our people", "Trust"))):
        for row in range(12):
            words += say(f"{names[row % 3]} and what was done", x0, 100 + 16 * row, len(words))
            words += say(str(3 + row // 4), x0 + 235, 100 + 16 * row, len(words))

    read = texts(order_pages([page(words)]))

    assert read[0] == "Safer roads and what was done 3"
    assert read[12:14] == ["Our plan and what was done 3", "Our people and what was done 3"]


def test_a_heading_that_the_content_says_between_all_columns_stands_over_them_though_they_begin_unevenly():
    words = []
    for y, names in ((100, ("A1", "A2", "A3", "A4")), (300, ("B1", "B2", "B3", "B4"))):
        heads(words, 50, y, names[0])
        for place, x0 in enumerate((50, 225, 400)):
            for row in range(6 - place):
                text = "aims were met by the" if row else f"{names[place + 1]} aims were met by"
                words += say(text, x0, y + 30 + 8 * place + 14 * row, len(words))

    assert first_words(order_pages([page(words)])) == ["A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4"]


def test_a_heading_stands_over_two_columns_though_the_content_says_their_lists_at_the_end():
    words = []
    for y, names in ((100, ("A1", "A2", "A3")), (300, ("B1", "B2", "B3"))):
        heads(words, 50, y, names[0])
        column(words, 50, y + 30, 8, names[1])
        column(words, 320, y + 60, 6, names[2])
    for place, word in enumerate([word for word in words if word.x0 < 300 and 160 < word.baseline < 200]):
        words[words.index(word)] = word._replace(order=len(words) + place)

    assert first_words(order_pages([page(words)])) == ["A1", "A2", "A3", "B1", "B2", "B3"]


def test_a_heading_below_a_column_and_a_box_beside_it_comes_after_both_though_a_list_is_said_last():
    words = []
    column(words, 50, 100, 10, "A1")
    column(words, 320, 100, 8, "A2")
    heads(words, 50, 280, "A3")
    for row in range(3):
        words += say(" ".join(PROSE), 50, 310 + 14 * row, len(words))
    for place, word in enumerate([word for word in words if word.x0 < 300 and 160 < word.baseline < 200]):
        words[words.index(word)] = word._replace(order=len(words) + place)

    assert first_words(order_pages([page(words)])) == ["A1", "A2", "A3"]


def test_parts_of_two_columns_are_read_one_after_the_other_as_the_content_says_them():
    words = []
    for y, names in ((100, ("A1", "A2")), (200, ("B1", "B2"))):  # a page in two languages side by side
        column(words, 50, y, 5, names[0])
        column(words, 320, y, 4, names[1])

    assert first_words(order_pages([page(words)])) == ["A1", "A2", "B1", "B2"]


def test_columns_that_run_down_the_page_are_not_cut_where_both_have_white():
    words = []
    for x0, names in ((50, ("A1", "A2")), (320, ("B1", "B2"))):
        for y, name in zip((100, 200), names, strict=True):
            column(words, x0, y, 5, name)

    assert first_words(order_pages([page(words)])) == ["A1", "A2", "B1", "B2"]


def test_one_line_that_the_content_says_after_two_beside_it_ends_them_in_the_next_column():
    words = []
    heads(words, 50, 100, "A1")
    column(words, 50, 130, 2, "A2")
    words += say("A3 and two more to come", 320, 130, len(words))

    assert first_words(order_pages([page(words)])) == ["A1", "A2", "A3"]


def test_one_line_that_the_content_says_before_the_next_row_is_read_in_its_row():
    words = say("A1 the force has met its aims and so", 50, 130, 0)
    words += say("A2 and two more", 320, 130, len(words))
    words += say("B1 have its partners in the county", 50, 144, len(words))

    assert [text.split()[0] for text in texts(order_pages([page(words)]))] == ["A1", "B1"]


def test_a_title_that_the_content_says_before_the_notes_in_the_margin_is_read_before_them():
    words = []
    heads(words, 260, 80, "A1")
    for place, names in enumerate((("B1", "C1"), ("B2", "C2"), ("B3", "C3"))):
        column(words, 40, 110 + 80 * place, 3, names[0])
        column(words, 260, 112 + 80 * place, 4, names[1])

    assert first_words(order_pages([page(words)])) == ["A1", "B1", "C1", "B2", "C2", "B3", "C3"]


ORDERS = {
    "any": lambda x0, y: (x0 * 31 + y * 17) % 103,
    "row by row": lambda x0, y: (y, x0),
    "upwards": lambda x0, y: (-y, x0),
    "last column first": lambda x0, y: (-x0, y),
}


@pytest.mark.parametrize("order", ORDERS)
def test_columns_are_read_in_order_however_the_content_tells_their_lines(order):
    names = {(50, 100): "A1", (225, 104): "B1", (400, 108): "C1"}
    places = [(x0, y0 + 14 * row) for x0, y0 in names for row in range(9)]
    words = []
    for place in sorted(places, key=lambda place: ORDERS[order](*place)):
        text = f"{names[place]} aims were met by" if place in names else "aims were met by the"
        words += say(text, *place, len(words))

    read = texts(order_pages([page(words)]))

    assert [(row, text[:2]) for row, text in enumerate(read) if text[0] != "a"] == [(0, "A1"), (9, "B1"), (18, "C1")]


def test_columns_above_rows_of_values_are_read_column_by_column():
    words = []
    for x0, count, name in ((50, 4, "A1"), (225, 4, "B1"), (400, 3, "C1")):
        for row in range(count):
            text = "aims were met by the" if row else f"{name} aims were met by"
            words += say(text, x0, 100 + 14 * row, len(words))
    for row, label in enumerate(("Kind", "Staff", "Grants", "Office", "Estate")):
        for x0, text in ((50, label), (330, "41.7"), (410, "39.9")):
            words += say(text, x0, 180 + 16 * row, len(words))

    assert first_words(order_pages([page(words)])) == ["A1", "B1", "C1"]


def test_a_note_below_all_columns_that_the_content_says_last_is_read_last():
    words = []
    column(words, 50, 100, 5, "A1")
    column(words, 320, 100, 4, "B1")
    words += say("N1 these numbers may still change", 50, 200, len(words))

    assert first_words(order_pages([page(words)])) == ["A1", "B1", "N1"]


def test_a_last_column_that_begins_higher_and_that_the_content_says_first_is_read_last():
    words = []
    column(words, 320, 60, 14, "A2")
    column(words, 50, 130, 9, "A1")

    assert first_words(order_pages([page(words)])) == ["A1", "A2"]


def test_a_list_that_ends_the_first_column_and_that_the_content_says_last_is_read_in_it():
    words = []
    column(words, 50, 100, 8, "A1")
    column(words, 320, 100, 6, "B1")
    column(words, 62, 218, 3, "A2")

    assert first_words(order_pages([page(words)])) == ["A1", "A2", "B1"]


@pytest.mark.parametrize("is_apart", [True, False])
def test_stacks_of_short_lines_are_columns_where_the_content_says_one_after_the_other(is_apart):
    stacks = {"A": ["Bankers at the hall", *["the bank"] * 8], "B": ["Solicitors of the county", *["the firm"] * 8]}
    words = []
    for at in range(18):
        name, row = ("AB"[at // 9], at % 9) if is_apart else ("AB"[at % 2], at // 2)
        words += say(stacks[name][row], 50 if name == "A" else 320, 100 + 14 * row, len(words))

    found = texts(order_pages([page(words)]))

    rows = [f"{a} {b}" for a, b in zip(stacks["A"], stacks["B"], strict=True)]

    assert found == ([*stacks["A"], *stacks["B"]] if is_apart else rows)


def test_a_letter_that_hangs_before_an_item_and_a_title_in_the_margin_below_are_no_column():
    words, measure = [], "runs over the measure of the text and no further"
    rows = [(139, 60 + 14 * place, f"paragraph {place} {measure}") for place in range(4)]
    rows.append((170, 120, "(a) that there is a plan for all who wish to help with it"))
    rows += [(193, 133 + 13 * place, "and that the same goes for all who have done so since") for place in range(3)]
    rows.append((167, 180, "(b)"))
    rows += [(193, 180 + 13 * place, "and that the work goes on with them in towns and lanes") for place in range(3)]
    rows.append((57, 240, "Safer on all roads"))
    rows += [(139, 265 + 14 * place, f"section {place} {measure}") for place in range(4)]
    for at, (x0, y, text) in enumerate(rows):
        words += say(text, x0, y, 20 * at)

    read = texts(order_pages([page(words)]))

    assert [line.split()[0] for line in read] == (
        ["paragraph"] * 4 + ["(a)"] + ["and"] * 3 + ["(b)"] + ["and"] * 2 + ["Safer"] + ["section"] * 4
    )


def test_a_number_that_hangs_before_the_first_line_of_the_second_column_joins_no_line_of_the_first():
    words = []
    column(words, 80, 36, 54, "ALPHA")
    words += say("215", 290, 36, len(words))
    column(words, 313, 36, 1, "BRAVO")
    column(words, 313, 55, 20, "CAROL")

    assert texts(order_pages([page(words)]))[0] == f"ALPHA {PROSE[0]}"


@pytest.mark.parametrize(("x1", "order"), [(600, ["A1", "B1", "A2", "B2"]), (250, ["A1", "A2", "B1", "B2"])])
def test_a_line_across_the_columns_is_read_over_only_after_what_stands_above_it(x1, order):
    words = []
    for x0, names in ((50, ("A1", "A2")), (320, ("B1", "B2"))):
        for y, name in zip((100, 260), names, strict=True):
            column(words, x0, y, 8, name)
    rule = Rule(45, 230, x1, 230, (0, 0, 0), 0.5, is_side=False)

    assert first_words(order_pages([page(words)._replace(rules=(rule,))])) == order


def test_dashes_of_a_table_at_the_foot_of_a_column_hang_before_no_line_of_the_next():
    words = []
    for row in range(14):
        words += say(f"ALPHA {PROSE[row % 3]} and all who live there", 50, 100 + 14 * row, len(words))
    for row, name in enumerate(("CHAIR", "DEPUTY", "CLERK", "AGENT")):
        for x0, text in ((50, name), (150, "9"), (220, "–"), (270, "–" if row else "2")):
            words += say(text, x0, 310 + 12 * row, len(words))
    column(words, 360, 100, 12, "BRAVO")

    read = texts(order_pages([page(words)]))

    assert read.index(f"BRAVO {PROSE[0]}") > max(place for place, text in enumerate(read) if "–" in text)


def test_the_short_last_lines_of_two_columns_are_read_with_them_and_not_with_three_columns_below():
    words = []
    for x0, name in ((50, "A1"), (320, "B1")):
        for row in range(6):
            text = "force has met its aims and so have all of those"
            words += say(f"{'the' if row else name} {text}", x0, 100 + 14 * row, len(words))
        words += say(f"LAST{name} seen.", x0, 184, len(words))
    for x0, name in ((50, "C1"), (225, "D1"), (400, "E1")):
        for row in range(20):
            text = "aims were met by the force"
            words += say(f"{'all' if row else name} {text}", x0, 250 + 14 * row, len(words))

    assert first_words(order_pages([page(words)])) == ["A1", "LASTA1", "B1", "LASTB1", "C1", "D1", "E1"]
