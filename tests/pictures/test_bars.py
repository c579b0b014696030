"""Rows of bars: those of one thickness, of which there are most, and where they begin."""

from hypothesis import given
from hypothesis import strategies as st

from reportparse.geometry import Box
from reportparse.pictures.bars import find_row
from reportparse.pictures.shapes import Bar

BLUE = (20, 60, 120)
widths = st.sampled_from([1.0, 6.0, 6.4, 7.2, 20.0, 20.5, 21.3, 90.0])
bars = st.builds(
    lambda x, top, width, height: Bar(Box(x, top, x + width, top + height), BLUE),
    st.integers(0, 400), st.integers(0, 300), widths, st.sampled_from([1.0, 8.0, 55.0, 130.0]),
)  # fmt: skip


def alike(bar, bars):
    return [other for other in bars if abs(other.box.width - bar.box.width) <= min(1.0, 0.1 * bar.box.width)]


@given(st.lists(bars, max_size=14, unique=True))
def test_no_other_thickness_has_more_bars_and_all_bars_of_a_row_are_of_one(drawn):
    row = find_row(drawn)
    thick = [bar for bar in drawn if bar.box.width >= 2 and not (bar.box.height < 1.5 and bar.box.width > 60)]

    assert len(row.bars) == max((len(alike(bar, thick)) for bar in thick), default=0)
    assert not thick or row.bars in [alike(bar, thick) for bar in thick]


@given(st.lists(st.integers(5, 200), min_size=2, max_size=9), st.integers(250, 400), st.sampled_from([1, -1]))
def test_bars_begin_at_the_height_that_most_of_them_share(lengths, foot, sign):
    drawn = [
        Bar(Box(30.0 * place, min(foot, end), 30.0 * place + 20, max(foot, end)), BLUE)
        for place, end in enumerate(foot - sign * length for length in lengths)
    ]
    row = find_row(drawn)

    assert row.begun == len(lengths)
    assert max(lengths) - min(lengths) <= 2 or row.foot == foot


def test_a_single_bar_begins_nowhere():
    assert find_row([Bar(Box(0, 0, 20, 50), BLUE)]).begun == 0
