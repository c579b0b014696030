from reportparse.geometry import Box
from reportparse.layout import find_lines, order_pages, take_furniture
from reportparse.pdf import Page, Style, Word

BODY = Style("Serif", 10.0, False, False, (0, 0, 0))


def word(text, x0, baseline, order, size=10.0, is_glued=False):
    style = BODY._replace(size=size)
    width = 5.0 * len(text) * size / 10
    return Word(text, x0, baseline - size, x0 + width, baseline, baseline, style, 0, is_glued, -1, order)


def page(words, number=1):
    return Page(number, str(number), Box(0, 0, 600, 800), 0, tuple(words), (), (), (), (), (), (), (), ())


def say(text, x0, baseline, order):
    words = []
    for part in text.split():
        words.append(word(part, x0, baseline, order + len(words)))
        x0 = words[-1].x1 + 2.5
    return words


def texts(flow):
    return [item.line.text for item in flow]


def test_a_raised_mark_stands_in_the_line_of_its_word():
    lines = find_lines(1, [word("2020", 50, 100, 0), word("1", 70, 96, 1, size=6, is_glued=True)])

    assert [line.text for line in lines] == ["20201"]
    assert len(lines[0].words) == 2


def test_a_letter_spaced_heading_is_closed_up():
    letters = [word(letter, 50 + 12 * place, 100, place) for place, letter in enumerate("THEME")]

    assert find_lines(1, letters)[0].text == "THEME"


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


def test_text_at_the_head_of_one_page_stays():
    pages = [page(say(f"{name} begins here", 50, 40, 0), number) for number, name in enumerate(NAMES, 1)]

    assert take_furniture(pages)[0] == []
