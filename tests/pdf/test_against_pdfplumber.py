"""Words and their boxes are pdfplumber's own, within half a point, on real documents."""

import os
from collections import defaultdict
from pathlib import Path

import pdfplumber
import pytest

from reportparse.pdf import Document

SHARED = Path(__file__).resolve().parents[3] / "shared"

# file, pages, least share of pdfplumber's words found with the same text, least share of those within half a point.
# The rest of the texts are words that pdfplumber joins ("thewords") or breaks; of the places, fonts that tell a
# descent of 0, where pdfminer sets the box higher than the letters.
CASES = [
    ("reports/west-midlands-2020-21/a-word.pdf", (1, 5, 20, 40, 79), 0.995, 0.995),
    ("reports/west-midlands-2020-21/b-glossy.pdf", (1, 5, 20, 40, 70), 0.995, 0.995),
    ("reports/companies/hartford-group-2005.pdf", (1, 3, 5), 0.99, 0.995),
    ("icdar2013/eu/eu-001.pdf", (1, 2), 0.98, 0.995),
    ("icdar2013/eu/eu-004.pdf", (1, 5), 0.99, 0.99),
    ("icdar2013/eu/eu-013.pdf", (1, 3), 0.99, 0.995),
    ("icdar2013/eu/eu-026.pdf", (1, 2), 0.98, 0.995),
]


@pytest.mark.parametrize(("name", "numbers", "least_same", "least_near"), CASES, ids=[case[0] for case in CASES])
def test_words_stand_where_pdfplumber_finds_them(name, numbers, least_same, least_near):
    path = SHARED / name
    if not path.exists():
        assert not os.environ.get("CI"), f"{path} is missing"
        pytest.skip("the shared samples are not here")
    total = same = near = 0
    with Document(path) as document, pdfplumber.open(path) as reference:
        for number in numbers:
            page = document.read_page(number)
            ours = defaultdict(list)
            for word in [*page.words, *(word for word, _ in page.hidden)]:
                ours[word.text].append(word.box)
            for word in reference.pages[number - 1].extract_words(x_tolerance=1.5, use_text_flow=True):
                sides = [word[side] for side in ("x0", "top", "x1", "bottom")]
                misses = [max(abs(a - b) for a, b in zip(box, sides, strict=True)) for box in ours[word["text"]]]
                total += 1
                same += bool(misses)
                near += bool(misses) and min(misses) <= 0.5

    assert same >= least_same * total
    assert near >= least_near * same
