import pytest

from reportparse.geometry import Box
from reportparse.layout import Anchor, find_lines, order_pages, take_furniture
from reportparse.pdf import Page, Style, Word

BODY = Style("Serif", 10.0, False, False, (0, 0, 0))


def word(text, x0, baseline, order, size=10.0, is_glued=False):
    style = BODY._replace(size=size)
    width = 5.0 * len(text) * size / 10
    return Word(text, x0, baseline - size, x0 + width, baseline, baseline, style, 0, is_glued, -1, order)


def page(words, number=1):
    return Page(number, str(number), Box(0, 0, 600, 800), 0, tuple(words), (), (), (), (), (), (), (), ())


def say(text, x0, baseline, order, **how):
    words = []
    for part in text.split():
        words.append(word(part, x0, baseline, order + len(words), **how))
        x0 = words[-1].x1 + 2.5
    return words


def texts(flow):
    return [item.line.text for item in flow]


def test_a_raised_mark_stands_in_the_line_of_its_word():
    lines = find_lines(1, [word("2020", 50, 100, 0), word("1", 70, 96, 1, size=6, is_glued=True)])

    assert [line.text for line in lines] == ["20201"]
    assert len(lines[0].words) == 2


@pytest.mark.parametrize(("x0", "text"), [(66, "sum1"), (44, "1 sum")])
def test_a_raised_mark_belongs_to_the_word_beside_it_however_late_the_content_tells_it(x0, text):
    words = [word("sum", 50, 100, 0), *say("and all that is below", 50, 112, 1), word("1", x0, 96, 9, size=6)]

    line = find_lines(1, words)[0]

    assert sorted(w.text for w in line.words) == ["1", "sum"]
    assert line.text.replace(" ", "") == text.replace(" ", "")


def test_a_letter_spaced_heading_is_closed_up():
    letters = [word(letter, 50 + 12 * place, 100, place) for place, letter in enumerate("THEME")]

    assert find_lines(1, letters)[0].text == "THEME"


def test_letters_that_kerning_draws_together_in_a_letter_spaced_heading_stay_in_their_words():
    words, x0 = [], 50
    for part in ("W", "H", "AT", " ", "YO", "U", "N", "G", " ", "S", "AY", " ", "N", "O", "W"):
        if part == " ":
            x0 += 6
            continue
        words.append(word(part, x0, 100, len(words)))
        x0 = words[-1].x1 + 2

    assert find_lines(1, words)[0].text == "WHAT YOUNG SAY NOW"


def test_the_left_column_is_read_before_the_right_one():
    words, order = [], 0
    for side, x0 in (("left", 50), ("right", 320)):
        for row in range(6):
            words += say(f"{side} {row} of some words that fill the column well", x0, 100 + 14 * row, order)
            order += 20

    first = [text.split()[0] for text in texts(order_pages([page(words)]))]

    assert first == ["left"] * 6 + ["right"] * 6


def test_a_heading_over_both_columns_comes_first():
    words = say("One heading that reaches over both columns of the page from side to side and more so", 50, 70, 0)
    order = 20
    for side, x0 in (("left", 50), ("right", 320)):
        for row in range(6):
            words += say(f"{side} {row} of some words that fill the column well", x0, 100 + 14 * row, order)
            order += 20

    assert texts(order_pages([page(words)]))[0].startswith("One heading")


def test_numbers_that_hang_beside_paragraphs_are_no_column():
    words, order = [], 0
    for row in range(8):
        words += say(f"{row}.", 50, 100 + 28 * row, order)
        words += say("the words of a paragraph that has a number of its own beside it", 80, 100 + 28 * row, order + 1)
        order += 20

    assert texts(order_pages([page(words)]))[0].startswith("0. the words")


NAMES = ("Alpha", "Bravo", "Carol", "Delta", "Echo")


def test_what_repeats_at_the_head_and_counts_at_the_foot_is_furniture():
    pages = []
    for number, name in enumerate(NAMES, 1):
        head, foot = say("Annual report", 50, 40, 0), say(f"Page {number}", 50, 780, 50)
        body = [
            w for row in range(10) for w in say(f"{name} line of row {chr(97 + row)}", 50, 200 + 14 * row, 5 + 4 * row)
        ]
        pages.append(page([*head, *body, *foot], number))

    furniture, rest = take_furniture(pages)

    assert {item.line.text.split()[0] for item in furniture} == {"Annual", "Page"}
    assert [len(left.words) for left in rest] == [50] * 5


def test_notes_that_are_numbered_as_their_pages_are_no_page_numbers():
    pages = []
    for number, name in enumerate(NAMES, 1):
        body = [
            w for row in range(10) for w in say(f"{name} line of row {chr(97 + row)}", 50, 200 + 14 * row, 5 + 4 * row)
        ]
        note = [word(str(number), 50, 760, 90, size=7), *say(f"Older {name} reports can be asked for.", 64, 760, 91)]
        pages.append(page([*body, *note, *say(f"Page {40 + number}", 50, 790, 99)], number))

    assert {item.line.text.split()[0] for item in take_furniture(pages)[0]} == {"Page"}


def test_text_at_the_head_of_one_page_stays():
    pages = [page(say(f"{name} begins here", 50, 40, 0), number) for number, name in enumerate(NAMES, 1)]

    assert take_furniture(pages)[0] == []


def columns(count, rows=8, gutter=20, step=14, shift=5):
    """Columns of prose whose baselines do not meet, the left one first in the content."""
    width = (500 - gutter * (count - 1)) / count
    words, order = [], 0
    for column in range(count):
        x0 = 50 + column * (width + gutter)
        for row in range(rows):
            left, y = x0, 100 + step * row + shift * column
            while left + 25 < x0 + width:
                words.append(word("words", left, y, order))
                left, order = left + 27.5, order + 1
    return words


@pytest.mark.parametrize("count", [2, 3])
def test_columns_are_read_one_after_the_other_whatever_their_baselines(count):
    flow = order_pages([page(columns(count))])
    edges = [round(item.line.box.x0) for item in flow]

    assert edges == sorted(edges)
    assert len(set(edges)) == count


def test_justified_text_with_stretched_spaces_is_a_column_all_the_same():
    texts = ["of commissioners yearly", "the police are", "partners and of", "policing a borough"]
    words, order = [], 0
    for side, x0 in ((0, 50), (1, 320)):
        for row in range(12):
            parts = texts[(row + side) % 4].split()
            gap = (180 - sum(5 * len(part) for part in parts)) / (len(parts) - 1)
            left = x0
            for part in parts:
                words.append(word(part, left, 100 + 14 * row + 5 * side, order))
                left, order = words[-1].x1 + gap, order + 1
    flow = order_pages([page(words)])

    assert [item.line.box.x0 for item in flow] == [50] * 12 + [320] * 12


def test_the_short_last_line_of_a_wide_heading_stays_with_it():
    words = [word("A" * 60, 50, 60, 900, size=14), word("end", 50, 78, 901, size=14)]
    flow = order_pages([page([*words, *columns(2)])])

    assert [item.line.text[:3] for item in flow][:2] == ["AAA", "end"]
    assert flow[0].region is flow[1].region


def test_a_letter_spaced_heading_keeps_its_numbers():
    glyphs = "THEME 4: 2020"
    letters = [word(glyph, 50 + 9 * place, 100, place) for place, glyph in enumerate(glyphs) if glyph != " "]

    assert find_lines(1, letters)[0].text == glyphs


def test_a_letter_spaced_heading_is_closed_up_though_some_letters_are_kerned():
    places = [("W", 50), ("H", 58), ("AT", 66), ("C", 84), ("H", 92), ("A", 100), ("N", 108), ("G", 116), ("E", 124)]
    words = [word(text, x0, 100, order) for order, (text, x0) in enumerate(places)]

    assert find_lines(1, words)[0].text == "WHAT CHANGE"


def test_dots_that_lead_to_a_page_number_close_up_no_words():
    words = [word("forces", 50, 100, 0), word("of", 84, 100, 1), word("a", 97, 100, 2), word("kind", 105, 100, 3)]
    words += [word(".", 130 + 9 * place, 100, 4 + place) for place in range(20)]

    assert find_lines(1, words)[0].text.startswith("forces of a kind")


@pytest.mark.parametrize(("size", "count"), [(10, 1), (12, 2), (14, 2)])
def test_larger_type_across_a_narrow_gutter_is_a_line_of_its_own(size, count):
    words = [word("calls", 50, 100, 0), word("answered", 80, 100, 1), word("5", 120 + 0.88 * size + 0.2, 100, 2, size)]

    assert len(find_lines(1, words)) == count


def test_rows_of_numbers_at_the_head_of_pages_are_no_running_heads():
    pages = [
        page([
            *say(f"{2010 + number}/{11 + number} {40 * number} {number * number + 3}", 50, 40, 0),
            *(w for row in range(12) for w in say(f"{name} says this in row {row}", 50, 60 + 14 * row, 5 + 6 * row)),
        ], number)
        for number, name in enumerate(NAMES, 1)
    ]  # fmt: skip

    assert take_furniture(pages)[0] == []


def numbered(number, y):
    """A page with its number, and four less, at `y`, and rows of text that are on no other page."""
    name = (*NAMES, "Foxtrot")[number - 1]
    rows = [w for row in range(12) for w in say(f"{name} row {chr(97 + row)}", 50, 200 + 14 * row, 4 * row)]
    return page([*rows, word(str(number), 300, y, 99)], number + 4)


@pytest.mark.parametrize(("told", "is_furniture"), [(6, True), (71, False)])
def test_a_page_number_at_the_foot_of_a_chapters_first_page_counts_as_those_at_the_head_do(told, is_furniture):
    pages = [numbered(number, 40) for number in (1, 2, 3, 4, 5)]
    opened = numbered(6, 780)
    last = opened.words[-1]._replace(text=str(told))

    found = take_furniture([*pages, opened._replace(words=(*opened.words[:-1], last))])[0]

    assert [item.line.text for item in found] == ["1", "2", "3", "4", "5", *(["6"] if is_furniture else [])]


def test_a_figure_that_hangs_below_the_line_stands_in_it():
    words = say("less CO", 50, 100, 0)
    words += [word("2", words[-1].x1, 102.6, 2, size=8, is_glued=True), *say("was told", 92, 100, 3)]

    assert [line.text for line in find_lines(1, [*words, *say("in the year", 50, 112, 5)])] == [
        "less CO2 was told", "in the year",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("whose", "sign", "is_head"),
    [
        ("Alpha Police and Crime Commissioner", "|", True),
        ("Alpha Police and Crime Commissioner", "•", True),
        ("Priority {}", "|", False),
        ("Alpha Police", "–", False),
    ],
    ids=["a stroke", "a bullet", "titles with numbers", "a dash"],
)
def test_a_running_head_tells_the_chapter_behind_a_sign(whose, sign, is_head):
    pages = []
    for number, name in enumerate(NAMES, 1):
        head = say(f"{whose.format(number)} {sign} {name}", 50, 40, 0)
        body = [
            w for row in range(10) for w in say(f"{name} line of row {chr(97 + row)}", 50, 200 + 14 * row, 9 + 4 * row)
        ]
        pages.append(page([*head, *body], number))

    assert len(take_furniture(pages)[0]) == (len(NAMES) if is_head else 0)


@pytest.mark.parametrize(
    ("sign", "following", "found"),
    [("$", "1,200", ["Grants", "$ 1,200"]), ("£", "(7)", ["Grants", "£ (7)"]), ("$", "—", ["Grants", "$ —"]),
     ("$", "Police", ["Grants", "$", "Police"]), ("4", "1,200", ["Grants", "4", "1,200"])],
)  # fmt: skip
def test_the_sign_of_a_currency_stays_with_the_number_at_the_other_edge_of_its_column(sign, following, found):
    words = [word("Grants", 50, 100, 0), word(sign, 150, 100, 1), word(following, 220, 100, 2)]

    assert [line.text for line in find_lines(1, words)] == found


@pytest.mark.parametrize("gap", [0.0, 60.0])
def test_text_beside_figures_in_the_margin_begins_with_its_first_line_below_a_picture(gap):
    lines = ["They sold more pumps than ever before, and", "most of them to towns that had none until now;",
             "some went to the ships that call at the port,", "and a few to those who had asked for them."]  # fmt: skip
    words = [one for at, line in enumerate(lines) for one in say(line, 190, 200 + 12 * at, 20 * at)]
    words += [*say("large pumps", 50, 216 + gap, 100), *say("sold to towns", 50, 228 + gap, 110)]
    anchors = [Anchor("g1", 1, Box(190, 60, 420, 180))]
    flow = order_pages([page(words)], anchors)

    said = [item.line.text for item in flow if hasattr(item, "line") and item.line.box.x0 >= 190]
    assert said == lines


def test_portraits_in_two_rows_are_read_row_by_row_though_they_begin_above_the_words_beside_them():
    words, anchors = [], []
    for place, name in enumerate(("One", "Two", "Three", "Four")):
        left, top = 50 + 280 * (place % 2), 100 + 130 * (place // 2)
        anchors.append(Anchor(f"g{place}", 1, Box(left, top, left + 60, top + 90)))
        for at, line in enumerate((f"{name} has led", "the office for", "nine of its years")):
            words += say(line, left + 75, top + 13 + 12 * at, 20 * place + 5 * at)
    flow = order_pages([page(words)], anchors)

    said = [item.line.text for item in flow if hasattr(item, "line")]
    assert [line.split()[0] for line in said if line.endswith("led")] == ["One", "Two", "Three", "Four"]
