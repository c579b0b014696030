"""Each commissioner's own priorities, mapped to the common themes."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.language.lexicon import theme_ids
from reportparse.language.priorities import map_priority
from reportparse.language.words import load

TITLES = tomllib.loads((Path(__file__).parent.parent / "cases" / "priorities.toml").read_text("utf-8"))["titles"]


@pytest.mark.parametrize(("title", "theme"), TITLES.items())
def test_a_title_is_mapped_to_its_common_theme(title, theme):
    found = map_priority(title)

    assert (found[0][0] if found else "") == theme


def test_the_text_below_tells_what_a_title_leaves_open():
    texts = ["Burglary fell by a tenth.", "Robbery and vehicle crime were lower, too.", "We thank our staff."]

    assert map_priority("A safe, secure county", texts)[0][0] == "acquisitive-crime"


def test_every_known_wording_is_of_common_themes():
    themes = {theme for priority in load("priorities")["priority"] for theme in priority["themes"]}

    assert themes <= set(theme_ids())


@given(st.text(), st.lists(st.text(), max_size=3))
def test_any_title_has_scores_from_0_to_1_best_first(title, texts):
    scores = [score for _, score in map_priority(title, texts)]

    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
