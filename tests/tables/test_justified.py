"""Tables in a narrow column whose cells are justified: wide spaces part no columns, and the table goes on."""

from itertools import count

from words import BOLD, make_page, rule, set_line

from reportparse.tables import take_tables

# Lines of labels, their words set as far apart as the column is wide, beside the values of the first line.
ROWS = (
    (("Violence", "with harm"), ("18,291", "18,059")),
    (("Murders", "and   other", "killings"), ("14", "15")),
    (("Guns",), ("216", "156")),
    (("Thefts  from", "shops"), ("9,845", "9,872")),
    (("Fraud",), ("301", "287")),
)


def _set(number, rows, left, top):
    """The words and rules of rows; three spaces reach to the right edge of the labels, two nearly so."""
    words, rules, level = [], [rule(left - 5, top - 12, left + 220, top - 12)], top
    for lines, values in rows:
        for place, text in enumerate(lines):
            first, _, last = text.partition("   " if "   " in text else "  ")
            style = {"style": BOLD} if values[0].isalpha() or "/" in values[0] else {}
            words += set_line(number, level + 14 * place, (left, first), **style)
            if last:
                words += set_line(number, level + 14 * place, (left + 62 - 5 * len(last), last), **style)
            ends = zip(values, (left + 120, left + 190), strict=True)
            for value, right in ends if not place else ():
                words += set_line(number, level, (right - 5 * len(value), value), **style)
        level += 14 * len(lines) + 4
        rules.append(rule(left - 5, level - 12, left + 220, level - 12))
    return words, rules


def _read(parts):
    number = count()
    set_ones = [_set(number, *part) for part in parts]
    words, rules = ([one for part in set_ones for one in part[kind]] for kind in (0, 1))
    tables, _ = take_tables([make_page(words, tuple(rules))])
    return [[[cell.text for cell in row] for row in table.rows] for table in tables]


def test_labels_of_three_lines_with_stretched_words_part_no_table():
    head = ((("Kind   of", "crime"), ("2021/22", "2022/23")),)

    (rows,) = _read([((*head, *ROWS), 65, 100)])

    assert [row[0] for row in rows] == [
        "Kind of crime",
        "Violence with harm",
        "Murders and other killings",
        "Guns",
        "Thefts from shops",
        "Fraud",
    ]
    assert rows[0][1:] == ["2021/22", "2022/23"]


def test_rows_with_a_stretched_label_at_the_head_of_the_next_column_are_of_the_table():
    head = (("Crime",), ("2021/22", "2022/23"))
    more = ((("Damage  on", "purpose"), ("15,377", "15,660")), (("Drugs",), ("6,122", "5,430")))

    tables = _read([((head, *ROWS), 65, 500), (more, 320, 100)])

    assert [rows[-2:] for rows in tables] == [[["Damage on purpose", "15,377", "15,660"], ["Drugs", "6,122", "5,430"]]]


def test_a_head_far_left_of_its_column_is_no_end_of_the_one_before():
    number = count()
    words = set_line(number, 100, (150.0, "Over"), (220.0, "Land"), (290.0, "Pay"), (345.0, "Rent"), style=BOLD)
    words += set_line(number, 100, (374.0, "All"), (425.0, "gross"), (500.0, "Net"), style=BOLD)
    words += set_line(number, 113, (410.0, "spending"), style=BOLD)
    for row, year in enumerate(("2023-24", "2024-25")):
        words += set_line(number, 128 + 13 * row, (60.0, year), (150.0, "27.9"), (220.0, "18.4"), (285.0, "36.2"))
        words += set_line(number, 128 + 13 * row, (350.0, "1.4"), (425.0, "458.7"), (490.0, "397.9"))

    tables, _ = take_tables([make_page(words)])

    heads = [cell.text for cell in tables[0].rows[0] if cell.text]
    assert heads == ["Over", "Land", "Pay", "Rent", "All gross spending", "Net"]


def _set_texts(number, rows, top, *, foot):
    """Rows of texts under a rule each, the first a head; the last rule stands `foot` points below the last line."""
    words, rules, level = [], [rule(48, top - 12, 540, top - 12)], top
    for place, cells in enumerate(rows):
        for left, lines in zip((53.0, 200.0, 400.0), cells, strict=True):
            for at, text in enumerate(lines):
                style = {} if place else {"style": BOLD}
                words += set_line(number, level + 12 * at, (left, text), **style)
        level += 12 * max(map(len, cells)) + 6
        rules.append(rule(48, level - 12, 540, level - 12))
    rules[-1] = rule(48, level - 18 + foot, 540, level - 18 + foot)
    return words, tuple(rules)


def _head(*texts):
    return tuple((text,) for text in texts)


HEAD = _head("We said", "We did", "Next steps")
FIRST = (("We would name", "an officer."), ("Done in 2023. All 15 areas have", "one now."), ("Tell it by", "2024."))
TORN = (("We would cut", "noise."), ("• Patrols ran from July in town.", "• It fell a lot."), ("Bid for", "towns."))
MORE = (
    ((), ("• Forty orders of a court were made so far.",), ()),
    (("We would set up", "a unit."), ("It began in May.",), ("Two more vans",)),
    (("We would act", "on theft."), ("A form for traders opened.",), ("A desk of four",)),
    (("We would ride", "in pairs."), ("Patrols of two were trained.",), ("Go on",)),
)


def test_a_table_of_texts_goes_on_where_a_page_breaks_inside_a_row():
    words, rules = _set_texts(count(), (HEAD, FIRST, TORN), 600, foot=20)
    more, others = _set_texts(count(), (HEAD, *MORE), 80, foot=4)
    next_page = make_page(more, others)._replace(number=2)

    (table,), _ = take_tables([make_page(words, rules), next_page])

    assert [cell.text for cell in table.rows[2]] == [
        "We would cut noise.",
        "• Patrols ran from July in town. • It fell a lot. • Forty orders of a court were made so far.",
        "Bid for towns.",
    ]
    assert [row[0].text for row in table.rows[3:]] == [
        "We would set up a unit.",
        "We would act on theft.",
        "We would ride in pairs.",
    ]
