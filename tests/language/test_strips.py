"""Figures of number strips and panels."""

from types import SimpleNamespace

import pytest

from reportparse.language import Setting, read_strip


def read(*labels):
    strip = SimpleNamespace(id="g1", section="s1", labels=list(labels))
    return list(read_strip(strip, Setting(None, None, {"s1": "Our aims"})))


def test_the_words_beside_a_number_are_its_measure():
    (figure,) = read("1,204", "people trained")

    assert (figure["value"], figure["measure"]) == (1204, "people trained")


@pytest.mark.parametrize("labels", [("91%", "Target 88% 2015 84%"), ("91%", "Target: 88%", "2015: 84%")])
def test_an_aim_and_another_year_beside_a_number_are_theirs_alone(labels):
    figures = read(*labels)
    text = " ".join(labels)

    assert [(each["value"], each["role"], each["period"]) for each in figures] == [
        (91, "actual", None), (88, "target", None), (84, "actual", "2015"),
    ]  # fmt: skip
    assert all(text[each["source"]["start"] : each["source"]["end"]] == each["text"] for each in figures)
    assert figures[0]["measure"] is None
