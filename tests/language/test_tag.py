"""What holds for any text, and figures.md's close calls as cases."""

import json
import math
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.language import figure_as_plain, find_figures, tag, tag_lines

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "figures.toml").read_text(encoding="utf-8"))["case"]
PIECES = st.sampled_from(
    ["£", "1,500", " ", "million", "%", "one", "in", "five", "-", "2019/20", ":", "(", "half", "from", "to", "1", ".",
     " respectively", " and ", ")", " which ", " was ", ", ", "[8]", " fell by "]
)


def _marked(case):
    marks = [pytest.mark.xfail(strict=True, reason=case["known"])] if "known" in case else []
    return pytest.param(case, id=case["text"][:60], marks=marks)


@pytest.mark.parametrize("case", [_marked(case) for case in CASES])
def test_figures_of_a_sentence_are_read(case):
    found = [figure_as_plain(figure) for figure in find_figures(case["text"])]
    fields = case.get("fields", [])
    told = [[row["text"], *("" if row[name] is None else row[name] for name in fields)] for row in found]

    assert told == case["figures"]


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_any_text_gives_figures_inside_it_or_none(text):
    tagged = tag(text)

    for figure in tagged.figures:
        assert 0 <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        assert all(value is None or math.isfinite(value) for value in (figure.value, figure.low, figure.high))
    assert all(0 <= score <= 1 for _, score in tagged.themes)


@pytest.mark.parametrize("piece", ["word ", "12 ", "five ", "A ", "2019 ", "(", "up by 5% "])
def test_a_text_without_full_stops_is_read_in_bounded_time(piece):
    start = time.process_time()
    tag(piece * 2_000)

    assert time.process_time() - start < 15


def test_a_line_that_is_no_text_is_told_by_its_number():
    with pytest.raises(ValueError, match="line 2"):
        list(tag_lines([json.dumps({"id": 1, "text": ""}), "[]"]))
