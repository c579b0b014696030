"""Columns as brochures set them: short headings over all, a short last column, contents in two columns."""

from test_lines_and_columns import BODY, page, say, texts

from reportparse.layout import order_pages

PROSE = ("the force has met its aims and so", "have its partners in the county for", "most of the year that has ended")


def column(words, x0, y0, count, name):
    """`count` lines of prose from `y0` down, the first of which begins with `name`."""
    for row in range(count):
        text = f"{name} {PROSE[row % 3]}" if row == 0 else PROSE[row % 3]
        words += say(text, x0, y0 + 14 * row, len(words))


def heads(words, x0, y, text):
    words += [w._replace(style=BODY._replace(size=18.0), top=y - 18) for w in say(text, x0, y, len(words))]


def first_words(flow):
    return [text.split()[0] for text in texts(flow) if text.split()[0].isupper()]


def test_a_short_heading_with_white_beside_it_stands_over_both_columns():
    words = []
    for y, names in ((100, ("A1", "A2", "A3")), (300, ("B1", "B2", "B3"))):
        heads(words, 50, y, names[0])
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
