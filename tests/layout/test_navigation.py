"""Links that lead through a document: furniture, unless they stand in the text or beside page numbers."""

import pytest
from test_lines_and_columns import BODY, page, say

from reportparse.geometry import Box
from reportparse.layout import take_furniture
from reportparse.pdf import Link

TITLES = ("Answering calls", "Attending incidents", "Solving crime")
LARGE = BODY._replace(size=16.0)


def link(words, to):
    first, last = words[0], words[-1]
    return Link(Box(first.x0 - 1, first.top - 1, last.x1 + 1, first.bottom + 3), None, to)


def chapters():
    heads = [[word._replace(style=LARGE) for word in say(title, 50, 100, 0)] for title in TITLES]
    return [page([*head, *say("and what came of it", 50, 130, 9)], at) for at, head in enumerate(heads, 2)]


def took(words, links):
    found, _ = take_furniture([page(words)._replace(links=tuple(links)), *chapters()])
    return [item.line.text for item in found if item.line.page == 1]


@pytest.mark.parametrize("is_row", [True, False])
def test_a_list_of_links_to_titles_is_furniture_with_its_name(is_row):
    words, links = say("In this section", 50, 200, 0, size=12.0), []
    for place, title in enumerate(TITLES):
        said = say(title, *((50 + 120 * place, 216) if is_row else (50, 216 + 14 * place)), len(words))
        links.append(link(said, place + 2))
        words += said
    words += say("The force has met its aims in all of them.", 50, 300, len(words))

    assert " ".join(took(words, links)) == " ".join(["In this section", *TITLES])


def test_titles_with_page_numbers_or_in_a_sentence_are_none():
    words, links = [], []
    for place, title in enumerate(TITLES):
        said = say(title, 50, 200 + 14 * place, len(words))
        links.append(link(said, place + 2))
        words += [*said, *say(str(place + 2) if place else "is told below", 300, 200 + 14 * place, len(words) + 4)]

    assert took(words, links) == []


def test_a_path_through_a_site_is_furniture():
    words = say("Home › Plans › Reports › 2023/24", 50, 60, 0)
    links = [link([word], 1) for word in words[0:5:2]]

    text = say("The force has met its aims.", 50, 300, 20)

    assert took([*words, *text], links) == ["Home › Plans › Reports › 2023/24"]
    assert took(words, links[:1]) == []
