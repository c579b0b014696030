import pytest
from pages import PROSE, SPACE, Sheet, numbers, read, texts, tree


def test_lists_nest_under_the_paragraph_that_they_belong_to():
    sheet = Sheet().say("1.\tThe commissioner paid for:", hang=28)
    sheet.line("(a)\tcameras;", 88).skip(3).line("(b)\ta course, of which:", 88).skip(3)
    sheet.line("i.\ttwo days are taught;", 116).skip(3).line("ii.\tone is not;", 116).skip(3)
    sheet.line("(c)\tgrants.", 88).skip(SPACE).say(f"2.\t{PROSE}", hang=28)
    found = read(sheet)

    assert numbers(found) == ["1", "2"]
    assert tree(found.paragraphs[0].items) == [
        ("(a)", "cameras;", []),
        ("(b)", "a course, of which:", [("i.", "two days are taught;", []), ("ii.", "one is not;", [])]),
        ("(c)", "grants.", []),
    ]


def test_a_numbered_list_inside_a_numbering_does_not_break_it():
    sheet = Sheet().say(f"4.\t{PROSE}", hang=28).say("5.\tThere are two aims:", hang=28)
    sheet.line("1.\tfewer victims", 88).skip(3).line("2.\tsafer roads", 88).skip(SPACE)
    found = read(sheet.say(f"6.\t{PROSE}", hang=28))

    assert numbers(found) == ["4", "5", "6"]
    assert tree(found.paragraphs[1].items) == [("1.", "fewer victims", []), ("2.", "safer roads", [])]


def test_a_numbered_list_with_no_space_between_its_lines_is_a_list():
    sheet = Sheet().say("The plan has three themes:")
    sheet.line("1. Fewer victims").line("2. Safer roads").line("3. Better police").skip(SPACE)

    assert [text for _, text, _ in tree(read(sheet.say(PROSE)).paragraphs[0].items)] == [
        "Fewer victims", "Safer roads", "Better police",
    ]  # fmt: skip


@pytest.mark.parametrize("end", [":", " –", " —", " -", ":-"])
def test_a_numbered_list_no_further_in_than_what_introduces_it_is_a_list(end):
    sheet = Sheet().say(f"The panel is asked that it{end}")
    sheet.line("(1)	notes the report;").skip(SPACE).line("(2)	thanks the staff.").skip(SPACE)

    assert tree(read(sheet.say(PROSE)).paragraphs[0].items) == [
        ("(1)", "notes the report;", []), ("(2)", "thanks the staff.", []),
    ]  # fmt: skip


@pytest.mark.parametrize("sign", "✓✗✘☐☒")
def test_signs_of_what_was_done_and_what_was_not_mark_items(sign):
    sheet = Sheet().say("Of the aims:").line(f"{sign}	one was met", 70).skip(3).line(f"{sign}	another, too", 70)

    assert tree(read(sheet).paragraphs[0].items) == [(sign, "one was met", []), (sign, "another, too", [])]


def test_a_list_goes_on_behind_a_paragraph_that_stands_within_it():
    sheet = Sheet().say("The work went on:").line("•\tin the towns", 70).skip(SPACE)
    sheet.say("It was hardest there, as all who took part in it say.", 95).line("•\tin the country", 70).skip(SPACE)
    found = read(sheet)

    assert [text for _, text, _ in tree(found.paragraphs[0].items)] == ["in the towns", "in the country"]
    assert texts(found)[1] == "It was hardest there, as all who took part in it say."


@pytest.mark.parametrize(("ends", "count"), [("", 3), (";", 2)])
def test_an_item_without_a_stop_is_whole_at_the_end_of_its_column_where_those_before_it_are_too(ends, count):
    sheet = Sheet(2).say("The chief constable will now tell each", width=260.0)
    for text in ("calls that were given up", "the share that were answered well"):
        sheet.line(f"• {text}{ends}")
    sheet.line("• victims who heard of their own case")
    sheet.y = 60.0
    sheet.say(PROSE, 330.0, 220.0)

    assert len(read(Sheet(1).say(PROSE), sheet).paragraphs) == count


def test_bullets_that_are_drawn_mark_items():
    sheet = Sheet().say("The team went to:")
    for place in ("the coast", "the hills"):
        sheet.dot(70, sheet.y - 5).line(place, 82).skip(3)

    assert tree(read(sheet).paragraphs[0].items) == [("•", "the coast", []), ("•", "the hills", [])]


def test_a_dash_at_the_head_of_a_full_line_is_no_bullet():
    sheet = Sheet()
    sheet.line("The first of the aims that were set for the force by the plan in this long year of change is")
    sheet.line("– as it was in the")
    found = read(sheet.skip(SPACE).say(PROSE))

    assert found.paragraphs[0].items == []
    assert texts(found)[0].endswith("in this long year of change is – as it was in the")


def test_a_word_of_welsh_at_the_head_of_a_line_is_no_bullet():
    sheet = Sheet().line("Mae’r gwasanaeth newydd i blant wedi cwrdd ers dechrau mis Mehefin â 214")
    found = read(sheet.line("o deuluoedd, ac mae ar agor tan wyth y nos.").skip(SPACE).say(PROSE))

    assert found.paragraphs[0].items == []
    assert texts(found)[0].endswith("Mehefin â 214 o deuluoedd, ac mae ar agor tan wyth y nos.")


@pytest.mark.parametrize("sign", ["o", "\ufffd"])
def test_a_small_letter_or_a_sign_of_no_known_meaning_that_hangs_before_items_is_a_bullet(sign):
    sheet = Sheet().say("The team went to:")
    for place in ("the coast of the north", "the hills of the south"):
        sheet.line(sign, 70, y=sheet.y).line(place, 88, y=sheet.y - 12)

    items = tree(read(sheet).paragraphs[0].items)
    assert items == [(sign, "the coast of the north", []), (sign, "the hills of the south", [])]


def test_a_capital_at_the_head_of_a_line_is_no_marker():
    sheet = Sheet().line("The part that is paid through council tax rose by ten pounds for a house in band")
    found = read(sheet.line("D. The rest came from the government.").skip(SPACE))

    assert len(found.paragraphs) == 1
    assert texts(found)[0].endswith("for a house in band D. The rest came from the government.")


def test_letters_that_end_at_one_edge_mark_one_list():
    sheet = Sheet().line("The plan asks the chief constable to:")
    items = [(60, "(d)", "combat organised crime;"), (60, "(e)", "be visible;"), (66, "(f)", "prevent danger.")]
    for left, letter, text in items:
        y = sheet.y
        sheet.line(letter, left).line(text, 84, y=y)
    found = read(sheet.skip(SPACE).say(PROSE))

    assert tree(found.paragraphs[0].items) == [(letter, text, []) for _, letter, text in items]


def test_a_sign_that_points_right_marks_items_and_goes_on_below_it():
    sheet = Sheet(2).say("The team has done three things:").line("> met the new partners")
    sheet.line("> told all who pay in the").line("County Fund of it", 66).line("> kept the share > 80% of").skip(SPACE)

    assert tree(read(Sheet(1).say(PROSE), sheet.say(PROSE)).paragraphs[1].items) == [
        (">", "met the new partners", []),
        (">", "told all who pay in the County Fund of it", []),
        (">", "kept the share > 80% of", []),
    ]


@pytest.mark.parametrize(("second", "count"), [("A. Two", 0), ("B. Two", 2)])
def test_a_capital_letter_marks_an_item_only_where_the_next_letter_marks_another(second, count):
    sheet = Sheet().say(PROSE).line("A. One of the teams has ended its work.").skip(SPACE)
    found = read(sheet.line(f"{second} of the teams go on with theirs.").skip(SPACE).say(PROSE))

    assert sum(len(paragraph.items) for paragraph in found.paragraphs) == count


def test_a_dash_in_a_line_set_a_pixel_lower_is_no_bullet():
    sheet = Sheet().say(PROSE)
    sheet.line("The first of the aims that were set for the force by the plan in this long year of change is")
    sheet.y += 0.75
    found = read(sheet.line("– January for some – end of the year and told them all.").skip(SPACE).say(PROSE))

    assert [paragraph.items for paragraph in found.paragraphs] == [[]] * 3


def test_a_paragraph_right_below_an_item_begins_left_of_the_items_text_though_the_last_line_is_full():
    """No white stands between them, and the item ends without a stop."""
    sheet = Sheet().say("The work went on:")
    for _ in range(2):
        sheet.line("•\tin the towns where most of the calls of the year came from and in", 60.0)
        sheet.line("all of the lanes which those who live there had asked for in it and in what they say", 87.8)
    sheet.line("Between the two years there were fewer of them than there had been in", 60.0)
    sheet.line("the one before.", 60.0).skip(SPACE).say(PROSE)

    found = read(sheet)

    assert len(found.paragraphs[0].items) == 2
    assert texts(found)[1].startswith("Between the two years")


def test_a_star_right_below_a_table_opens_a_note():
    sheet = Sheet().say(PROSE)
    table = (1, (60, sheet.y, 460, sheet.y + 80))
    found = read(sheet.skip(100).line("* The service began in July.").skip(SPACE).say(PROSE), tables=[table])

    assert texts(found) == [PROSE, "* The service began in July.", PROSE]


@pytest.mark.parametrize(("name", "count"), [("Leila*", 0), ("Leila", 1)])
def test_a_star_below_a_text_that_has_one_behind_a_word_opens_a_note(name, count):
    sheet = Sheet().say(f"{name} told the panel of it. {PROSE}").skip(SPACE).line("* Name changed.", 60)

    found = read(sheet)

    assert sum(len(paragraph.items) for paragraph in found.paragraphs) == count
    assert ("* Name changed." in texts(found)) == (count == 0)


@pytest.mark.parametrize(("x0", "is_item"), [(110.0, True), (60.0, False)])
@pytest.mark.parametrize("rest", ["", "and its partners."])
def test_a_list_of_an_item_may_begin_at_the_head_of_the_next_page_or_below_the_last_line_of_the_item(x0, is_item, rest):
    first = Sheet(1).say(f"1.\t{PROSE}", hang=24.0)
    for mark in ("(a)", "(b)"):
        first.say(f"{mark}\t{PROSE[:-1]}{rest and ', which is known to all'}", x0=84.0, hang=26.0)
    second = Sheet(2)
    if rest:
        second.say(rest, x0=110.0)
    second.say(f"(i)\t{PROSE}", x0=x0, hang=26.0).say(f"(ii)\t{PROSE}", x0=x0, hang=26.0)
    paragraphs = read(first, second).paragraphs

    assert (len(paragraphs) == 1) == is_item
    assert [len(item.items) for item in paragraphs[0].items] == [0, 2 * is_item]
