"""Headings told in two languages at one place: below each other, side by side on a ground, or parted by a stroke."""

import pytest
from pages import BIG, BODY, BOLD, ITALIC, MIDDLE, PROSE, SMALL, SPACE, Sheet, outline, read, texts

TEAL = (10, 120, 115)
ENGLISH = ("What has been done", "The aims of the plan", "Partners of the force", "The work of the year")
WELSH = ("Beth gafodd ei wneud", "Amcanion y cynllun heddlu", "Partneriaid yr heddlu", "Gwaith y flwyddyn hon")
SAID = (
    "As the plan set out for the year",
    "With all partners of the force",
    "For most of the aims",
    "And the whole year",
)
NAMES = ("Swan Reed", "Avon Field", "Severn Hill", "Taff Moor")
PALE = BODY._replace(size=10.5, color=TEAL)


def parts(above, below, upper=MIDDLE, lower=PALE):
    sheets = [Sheet(1).say(PROSE)]
    for number, titles in enumerate(zip(above, below, strict=True), 2):
        sheet = Sheet(number).line(titles[0], style=upper).line(titles[1], style=lower).skip(SPACE)
        sheets.append(sheet.say(PROSE).say(PROSE))
    return [title for _, title in outline(read(*sheets))]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [(MIDDLE, PALE), (MIDDLE, ITALIC), (BOLD, ITALIC), (PALE._replace(is_bold=True), BOLD._replace(size=10.5))],
)
@pytest.mark.parametrize(("above", "below"), [(ENGLISH, WELSH), (WELSH, ENGLISH)])
def test_a_line_hardly_larger_than_the_text_is_of_the_title_that_it_says_in_another_language(
    above, below, upper, lower
):
    assert parts(above, below, upper, lower) == [f"{a} {b}" for a, b in zip(above, below, strict=True)]


@pytest.mark.parametrize("below", [SAID, NAMES])
def test_a_line_in_the_language_of_its_title_and_one_of_names_stand_for_themselves(below):
    assert not {f"{a} {b}" for a, b in zip(ENGLISH, below, strict=True)}.intersection(parts(ENGLISH, below))


def test_what_two_languages_say_in_quotation_marks_is_said_by_somebody_and_no_title():
    quoted = [[f"“{text}.”" for text in some] for some in (ENGLISH, WELSH)]
    sheets = [Sheet(1).say(PROSE)]
    for number, (above, below) in enumerate(zip(*quoted, strict=True), 2):
        sheet = Sheet(number).line("Safer roads", style=BIG).say(PROSE).line(above, style=MIDDLE)
        sheets.append(sheet.line(below, style=PALE).skip(SPACE).say(PROSE))

    found = read(*sheets)
    told = {*texts(found), *(title for _, title in outline(found))}
    assert set(quoted[0]) | set(quoted[1]) <= told


def test_titles_of_one_size_in_two_colours_tell_that_a_line_which_ends_early_is_of_one_too():
    sheet = Sheet(2)
    for above, below in (*zip(WELSH, ENGLISH, strict=True), ("Twyll", "Fraud")):
        sheet.line(above, style=BOLD._replace(color=TEAL)).line(below, style=BOLD._replace(color=(20, 50, 80)))
        sheet.skip(SPACE).say(PROSE)

    assert outline(read(Sheet(1).say(PROSE), sheet))[-1] == (1, "Twyll Fraud")


def test_the_second_line_of_a_title_over_columns_is_no_line_of_the_first_column():
    sheets = [Sheet(1).say(PROSE)]
    for number, (above, below) in enumerate(zip(ENGLISH, WELSH, strict=True), 2):
        sheet = Sheet(number).line(above, style=MIDDLE).line(below, style=PALE).skip(SPACE)
        top = sheet.y
        sheet.say(PROSE, width=200.0)
        sheet.y = top
        sheets.append(sheet.say(PROSE, 320.0, 200.0))

    assert [title for _, title in outline(read(*sheets))] == [f"{a} {b}" for a, b in zip(ENGLISH, WELSH, strict=True)]


HALVES = (
    (("Priority 1: Keep the streets", "safe for all"), ("Blaenoriaeth 1: Cadw", "strydoedd yn ddiogel i bawb")),
    (("Holding the force to", "account"), ("Dwyn yr heddlu i gyfrif",)),
    (("Cefnogi dioddefwyr",), ("Support victims and those", "who need help")),
)
WHITE = BIG._replace(color=(255, 255, 255))
LIGHT = WHITE._replace(is_bold=False)


def bars(halves, styles=(WHITE, LIGHT)):
    """Pages, each with a dark bar on which two halves of a title stand."""
    sheets = [Sheet(1).say(PROSE)]
    for number, half in enumerate(halves, 2):
        sheet, edge = Sheet(number), 120.0
        sheet.box(50, 90, 560, 165, fill=(20, 50, 80))
        for lines, x0, style in zip(half, (60.0, 320.0), styles, strict=True):
            sheet.y = edge
            for line in lines:
                sheet.line(line, x0, style)
        sheet.y = 190.0
        sheets.append(sheet.say(PROSE).line("What was done", style=BOLD).skip(SPACE).say(PROSE))
    return outline(read(*sheets))


def test_the_halves_of_a_bar_are_one_title_each_read_to_its_end():
    titles = [" ".join((*left, *right)) for left, right in HALVES]

    assert bars(HALVES) == [entry for title in titles for entry in ((1, title), (2, "What was done"))]


def test_halves_in_one_type_are_told_as_they_stand():
    """Nothing tells that they are in two languages; their rows may be labels and values."""
    titles = [title for level, title in bars(HALVES[1:2], (WHITE, WHITE)) if level == 1]

    assert titles[0].startswith("Holding the force to Dwyn")


@pytest.mark.parametrize("plain", [TEAL, (0, 0, 0)])
@pytest.mark.parametrize("stroke", ["|", "/"])
def test_a_stroke_between_bold_words_and_lighter_ones_tells_a_title_however_small(plain, stroke):
    sheets = [Sheet(1).say(PROSE)]
    for number, (above, below) in enumerate(zip(ENGLISH, WELSH, strict=True), 2):
        sheet = Sheet(number).line("Safer roads", style=BIG).say(PROSE, width=250.0)
        bold = BODY._replace(font="Serif-Bold", is_bold=True, color=plain)
        light = BODY._replace(color=plain)
        y = sheet.y
        sheet.line(above, style=bold).line(f"{stroke} {below}", sheet.words[-1].x1 + 2.8, light, y=y)
        sheets.append(sheet.say(PROSE, width=250.0))

    told = [entry for entry in outline(read(*sheets)) if entry[0] == 2]
    assert told == [(2, f"{a} {stroke} {b}") for a, b in zip(ENGLISH, WELSH, strict=True)]


def test_headings_that_go_on_in_slanted_type_are_of_one_level_whichever_language_is_the_longer():
    titles = (
        ("Drugs", "Cyffuriau a chyllyll"), ("Services for all of the victims", "Help"), ("Roads", "Ffyrdd y sir"),
        ("Those who are at risk", "Risg"),
    )  # fmt: skip
    slanted = MIDDLE._replace(font="Serif-Italic", is_bold=False, is_italic=True)
    sheet = Sheet(2).line("Safer roads", style=BIG).skip(SPACE).say(PROSE)
    for above, below in titles:
        y = sheet.y
        sheet.line(f"{above} ·", style=MIDDLE).line(below, sheet.words[-1].x1 + 3.6, slanted, y=y)
        sheet.skip(SPACE).say(PROSE)
    after = Sheet(3).line("Money", style=BIG).skip(SPACE).say(PROSE)

    told = outline(read(Sheet(1).say(PROSE), sheet, after))
    assert told == [(1, "Safer roads"), *((2, f"{a} · {b}") for a, b in titles), (1, "Money")]


def test_a_bold_lead_in_and_a_link_that_fills_a_line_stay_in_their_paragraph():
    bold = BODY._replace(font="Serif-Bold", is_bold=True)
    sheet = Sheet(1).say(PROSE)
    y = sheet.y
    sheet.line("How to apply:", style=bold).line("write to us before the end of the month at", 130.0, y=y)
    sheet.line("the address of the office that your letter gives", style=BODY._replace(color=TEAL)).line("and wait.")

    assert len(texts(read(sheet.skip(SPACE).say(PROSE)))) == 3


def spread(halves, font, *, is_apart=False):
    """Pages on which two titles stand side by side over two columns of text, each of which may be said with its own."""
    sheets = [Sheet(1).say(PROSE)]
    for number, half in enumerate(halves, 2):
        sheet = Sheet(number)
        columns = [(half[0], 60.0, BIG), (half[1], 320.0, BIG._replace(font=font, is_bold=False))]
        for lines, x0, style in columns:
            sheet.y = 60.0
            for line in lines:
                sheet.line(line, x0, style)
            if is_apart:
                sheet.y = 120.0
                sheet.say(PROSE, x0, 230.0)
        for _, x0, _ in columns if not is_apart else ():
            sheet.y = 120.0
            sheet.say(PROSE, x0, 230.0)
        sheets.append(sheet)
    return [title for _, title in outline(read(*sheets))]


PAIRS = (*HALVES, (("Foreword",), ("Rhagair",)))


def test_titles_side_by_side_over_the_columns_of_a_page_are_one_in_two_languages():
    assert spread(PAIRS, "Serif-Light") == [" ".join((*left, *right)) for left, right in PAIRS]


def test_titles_that_are_each_said_with_their_column_are_two():
    titles = [" ".join(half) for pair in PAIRS for half in pair]

    assert spread(PAIRS, "Serif-Light", is_apart=True) == titles


def test_a_numbered_title_is_told_in_both_languages_too():
    numbered = [f"{place}. {title}" for place, title in enumerate(ENGLISH, 1)]

    assert parts(numbered, WELSH) == [f"{a} {b}" for a, b in zip(numbered, WELSH, strict=True)]


CASE = ("Case study: a door for all", "Astudiaeth achos: drws i bawb")


@pytest.mark.parametrize(("titles", "space", "is_one"), [
    (CASE, 0, True), (CASE, SPACE, False), (("“The bank rang.”", "“Ffoniodd y banc.”"), 0, False),
])  # fmt: skip
def test_two_types_that_open_a_box_line_by_line_are_those_of_its_title(titles, space, is_one):
    sheet = Sheet(2).line("Safer roads", style=BIG).say(PROSE).skip(SPACE)
    top = sheet.y - 14
    sheet.line(titles[0], 70.0, BOLD).skip(space).line(titles[1], 70.0, ITALIC).skip(SPACE).say(PROSE, 70.0, 380.0)
    found = read(Sheet(1).say(PROSE), sheet.box(60, top, 460, sheet.y + 4).skip(20).say(PROSE))

    assert (" ".join(titles) in [callout.title for callout in found.callouts]) == is_one
    assert titles[0] not in [title for _, title in outline(found)] or not is_one


@pytest.mark.parametrize(("count", "size", "is_one"), [(3, 9.5, True), (2, 9.5, False), (3, 7.0, False)])
def test_a_smaller_line_is_of_the_title_of_a_box_if_it_is_in_box_after_box(count, size, is_one):
    """Chapters have colours of their own."""
    sheets = [Sheet(1).say(PROSE)]
    for place, titles in enumerate(list(zip(ENGLISH, WELSH, strict=True))[:count]):
        lower, upper = (style._replace(color=(40 * place, 90, 60)) for style in (ITALIC._replace(size=size), BOLD))
        sheet = Sheet(place + 2).line("Safer roads", style=BIG).say(PROSE).skip(SPACE)
        top = sheet.y - 14
        sheet.line(titles[0], 70.0, upper).line(titles[1], 70.0, lower).skip(SPACE).say(PROSE, 70.0, 380.0)
        sheets.append(sheet.box(60, top, 460, sheet.y + 4).skip(20).say(PROSE))
    told = [callout.title for callout in read(*sheets).callouts]

    assert (told == [f"{a} {b}" for a, b in list(zip(ENGLISH, WELSH, strict=True))[:count]]) == is_one


@pytest.mark.parametrize(("below", "is_one"), [(CASE[1], True), ("All of the work of the year", False)])
def test_the_types_that_chapters_give_to_two_languages_tell_the_title_of_one_box(below, is_one):
    sheets = [Sheet(1).say(PROSE)]
    for number, titles in enumerate(zip(WELSH, ENGLISH, strict=True), 2):
        sheet = Sheet(number).line(titles[0], style=ITALIC._replace(size=12.0)).line(titles[1], style=BIG).skip(SPACE)
        sheets.append(sheet.say(PROSE))
    top = sheet.y - 4
    sheet.skip(SPACE).line(CASE[0], 70.0, BOLD._replace(size=11.5)).line(below, 70.0, ITALIC).skip(SPACE)
    found = read(*sheets[:-1], sheet.say(PROSE, 70.0, 380.0).box(60, top, 460, sheet.y + 4).skip(20).say(PROSE))

    assert [callout.title == f"{CASE[0]} {below}" for callout in found.callouts] == [is_one]


@pytest.mark.parametrize(("below", "style", "is_signed"), [
    ("Comisiynydd yr Heddlu", BODY._replace(color=TEAL), True), ("Comisiynydd yr Heddlu", BODY, False),
    ("office@force.example", BODY._replace(color=TEAL), False), ("Ring 01492 805486", BODY._replace(color=TEAL), False),
    ("It is read to the end.", BODY._replace(color=TEAL), False),
])  # fmt: skip
def test_an_office_that_ends_a_text_and_is_told_again_in_another_type_heads_nothing(below, style, is_signed):
    sheet = Sheet(2).line("Foreword", style=BIG).skip(SPACE).say(PROSE).line("Roads", style=BOLD).skip(SPACE).say(PROSE)
    sheet.say(PROSE).line("Commissioner for the County", style=BOLD).line(below, style=style)
    after = Sheet(3).line("Money", style=BIG).skip(SPACE).say(PROSE).line("Tax", style=BOLD).skip(SPACE).say(PROSE)
    titles = [title for _, title in outline(read(Sheet(1).say(PROSE), sheet, after))]

    assert ("Roads" in titles, "Tax" in titles) == (True, True)
    assert ("Commissioner for the County" not in titles) == is_signed


SIGNED = ("Comisiynydd y Sir a'i threfi", "Commissioner for the County")


@pytest.mark.parametrize("last", [SIGNED[1], None])
def test_what_ends_the_texts_of_two_languages_side_by_side_heads_neither(last):
    sheet = Sheet(2).line("1. Foreword", style=BIG).skip(SPACE)
    top = sheet.y
    sheet.say(PROSE, width=220.0).say(PROSE, width=220.0).line(SIGNED[0], style=BOLD)
    sheet.y = top
    sheet.say(PROSE, 310.0, 220.0).say(PROSE, 310.0, 220.0)
    if last:
        sheet.line(last, 310.0, BOLD)
    sheet.skip(30).line("The year", style=MIDDLE).skip(SPACE).say(PROSE, width=470.0)
    after = Sheet(3).line("2. Roads", style=BIG).skip(SPACE).line("Speed", style=MIDDLE).skip(SPACE).say(PROSE)
    after.line("By night", style=BOLD).skip(SPACE).say(PROSE)
    titles = [title for _, title in outline(read(Sheet(1).say(PROSE), sheet, after))]

    assert ("The year" in titles, "By night" in titles) == (True, True)
    assert [line in titles for line in SIGNED] == ([False, False] if last else [True, False])


@pytest.mark.parametrize("space", [4, 20])
@pytest.mark.parametrize("said", [None, PROSE])
def test_two_lines_of_one_type_that_end_a_text_near_each_other_head_nothing(space, said):
    sheet = Sheet(2).line("Foreword", style=BIG).skip(SPACE).line("Our year", style=BOLD).skip(SPACE).say(PROSE)
    sheet.line(SIGNED[0], style=BOLD).skip(space).line(SIGNED[1], style=BOLD)
    if said:
        sheet.skip(SPACE).say(said)
    after = Sheet(3).line("Money", style=BIG).skip(SPACE).line("Tax", style=BOLD).skip(SPACE).say(PROSE)
    titles = [title for _, title in outline(read(Sheet(1).say(PROSE), sheet, after))]

    assert ("Our year" in titles, "Tax" in titles) == (True, True)
    assert (SIGNED[0] not in titles) == (said is None and space == 4)


def test_notes_that_are_called_so_in_both_languages_are_paragraphs_of_their_own():
    notes = ("Nodyn / Note: Nothing is told below 20. Thefts were lost.", "Ffynhonnell / Source: the force, May.")
    sheet = Sheet(2).say(PROSE).line(notes[0], style=SMALL).line(notes[1], style=SMALL).skip(SPACE).say(PROSE)

    assert [text for text in texts(read(Sheet(1).say(PROSE), sheet)) if text in notes] == list(notes)


def test_words_that_the_text_has_in_another_size_are_of_its_language():
    above = ("Statement of income", "Statement of cash flows", "Report of the auditor", "Summary of reserves")
    sheets = [Sheet(1).say(PROSE)]
    for number, titles in enumerate(zip(above, SAID, strict=True), 2):
        sheet = Sheet(number).line(titles[0], style=MIDDLE).line(titles[1], style=PALE).skip(SPACE).say(PROSE)
        small = "The auditor has read the statement of income, the cash and all flows of it, the report and summary of "
        sheets.append(sheet.say(f"{small}reserves.", style=BODY._replace(size=8.8)))

    found = [title for _, title in outline(read(*sheets))]

    assert not {f"{a} {b}" for a, b in zip(above, SAID, strict=True)}.intersection(found)


@pytest.mark.parametrize(("space", "titles"), [(0.0, ["Money Arian"]), (SPACE, ["Money", "Arian"])])
def test_two_short_lines_in_one_large_type_over_text_are_one_title_at_one_leading(space, titles):
    sheet = Sheet(2).line("Serious crime and the drugs that feed it", style=BIG).skip(SPACE).say(PROSE).say(PROSE)
    sheet.line("Money", style=BIG).skip(space).line("Arian", style=BIG).skip(SPACE).say(PROSE)

    assert [title for _, title in outline(read(Sheet(1).say(PROSE), sheet))][1:] == titles


def test_the_space_between_many_short_paragraphs_is_not_taken_for_the_leading_of_their_lines():
    told = "The force has met each of the aims that were set for it in the year to March, year {}."
    sheet = Sheet().say(PROSE, width=200.0)
    for year in range(2012, 2024):
        sheet.line(told.format(year)).skip(SPACE)

    assert texts(read(sheet))[1:] == [told.format(year) for year in range(2012, 2024)]
