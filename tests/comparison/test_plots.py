"""Plots of a comparison."""

import re

import pytest
from PIL import Image
from stated import report, state

from reportparse.comparison import compare, plot

# Names of vocabularies, which nobody fetches.
NAMESPACES = ("w3.org", "purl.org", "creativecommons.org", "matplotlib.org")
COMPARISON = compare([
    report("kent", "2016/17", state("residential burglary", 900, "2016/17")),
    report("kent", "2017/18", state("residential burglary", 1100, "2017/18"), state("robbery", 4)),
    report("surrey", "2017/18", state("residential burglary", 300, "2017/18")),
    report("kent", "2018/19", state("residential burglary", 950, "2018/19", role="forecast")),
])  # fmt: skip


def test_a_picture_for_each_measure_of_two_periods_and_one_of_all(tmp_path):
    paths = plot(COMPARISON, tmp_path, "png")

    assert [re.sub(r"-l\d+", "", path.stem) for path in paths] == ["residential-burglary-count-financial-year", "all"]
    for path in paths:
        with Image.open(path) as image:
            assert len(image.convert("RGB").getcolors(1 << 20)) > 10


def test_pictures_are_the_same_each_time_and_ask_for_nothing(tmp_path):
    first, second = plot(COMPARISON, tmp_path / "a")[0].read_text(), plot(COMPARISON, tmp_path / "b")[0].read_text()
    addresses = set(re.findall(r"https?://[^\"'\s>]+", first))

    assert first == second
    assert all(any(name in address for name in NAMESPACES) for address in addresses)
    assert "stroke-dasharray" in first


def test_another_form_is_refused(tmp_path):
    with pytest.raises(ValueError, match="none of svg, png"):
        plot(COMPARISON, tmp_path, "pdf")
