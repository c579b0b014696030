"""Themes: what paragraphs are about, that any text has some or none, and how well the annotated ones are met."""

import json
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.language.lexicon import _list, _split, find_hits, theme_ids
from reportparse.language.themes import find_themes, find_themes_of_section
from reportparse.language.words import load

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "themes.toml").read_text(encoding="utf-8"))["case"]
TRUTH = Path(__file__).parent / "truth"
# F1 and primary that are held; reached were 0.865 and 0.920, 0.821 and 0.923, 0.852 and 0.887, and 0.853 and 0.863 on
# the report, 0.774 and 0.833 on whole paragraphs, 0.793 and 0.773 on single lines, 0.803 and 0.765 in five manners
# and, at first sight, 0.646 and 0.567 on the last thirty.
LEAST = {"themes": (0.85, 0.90), "later-themes": (0.80, 0.90), "others-themes": (0.83, 0.86), "shared": (0.85, 0.85),
         "whole-themes": (0.75, 0.80), "lines-themes": (0.77, 0.75), "manners-themes": (0.79, 0.74),
         "ends-themes": (0.62, 0.54)}  # fmt: skip


def _marked(case):
    marks = [pytest.mark.xfail(strict=True, reason=case["known"])] if "known" in case else []
    return pytest.param(case, id=case["text"][:60], marks=marks)


@pytest.mark.parametrize("case", [_marked(case) for case in CASES])
def test_a_paragraph_is_about_its_themes(case):
    found = [theme for theme, _ in find_themes(case["text"])]

    assert (found[:1], set(found)) == (case["themes"][:1], set(case["themes"]))


def test_no_phrase_speaks_twice_for_a_theme():
    themes = load("themes")["themes"]
    phrases = [
        (theme, _split(phrase)) for theme, kinds in themes.items() for said in kinds.values() for phrase in _list(said)
    ]

    assert [twice for twice, count in Counter(phrases).items() if count > 1] == []


def test_a_phrase_that_speaks_for_more_themes_says_less_for_each():
    alone, shared = find_hits("Shoplifting fell."), find_hits("The prescription of diamorphine and an ISVA.")
    (_, (own,), _, _) = next(alone)
    worths = {worth for _, voices, _, _ in shared if len(voices) > 1 for _, worth in voices}

    assert own == ("business-crime", 1.0)
    assert worths
    assert max(worths) < 1.0


def test_every_common_theme_has_a_case():
    assert {case["themes"][0] for case in CASES if case["themes"]} == set(theme_ids())


@given(st.text(), st.text())
def test_any_text_has_up_to_three_themes_best_first(text, heading):
    found = find_themes(text, heading)

    assert len(found) <= 3
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert all(theme in theme_ids() and 0 < score < 1 for theme, score in found)


def test_the_pandemic_and_the_courts_step_behind_the_subject():
    assert find_themes("In lockdown Victim Support went on by telephone.")[0][0] == "victims"
    assert find_themes("The rapist was found guilty.")[0][0] == "sexual-violence"
    assert find_themes("In lockdown the four Es were the rule.")[0][0] == "covid"


def test_drugs_go_ahead_of_the_offenders_who_take_them():
    found = find_themes("Offenders on the course, whose offending was due to heroin, stopped offending.")

    assert [theme for theme, _ in found][:2] == ["drugs-alcohol", "reoffending"]


def test_a_heading_decides_where_the_text_leaves_it_open():
    text = "The group met four times and its work goes on."

    assert find_themes(text) == []
    assert find_themes(text, "Hate crime")[0][0] == "hate-crime"


def test_a_heading_does_not_outweigh_the_text():
    assert find_themes("Burglary and robbery fell again.", "Finance")[0][0] == "acquisitive-crime"


def test_the_paragraphs_of_a_section_speak_for_each_other():
    texts = ["Police custody is inspected.", "Custody visitors came daily to see detainees.", "It was a good year."]

    found = find_themes_of_section(texts)

    assert [themes[:1] and themes[0][0] for themes in found] == ["custody", "custody", []]


@pytest.mark.parametrize("name", [path.stem for path in TRUTH.glob("*themes.json")])
def test_our_annotated_paragraphs_are_met(name):
    _meets(json.loads((TRUTH / f"{name}.json").read_text(encoding="utf-8")), *LEAST[name])


def test_the_annotated_paragraphs_of_a_report_are_met(shared):
    _meets(json.loads((shared / "language" / "themes.json").read_text(encoding="utf-8")), *LEAST["shared"])


def _meets(rows, least_f1, least_primary):
    found = [[theme for theme, _ in find_themes(row["text"])] for row in rows]
    hits = sum(len(set(told) & set(row["themes"])) for told, row in zip(found, rows, strict=True))
    f1 = 2 * hits / (sum(map(len, found)) + sum(len(set(row["themes"])) for row in rows))
    primary = sum(told[:1] == row["themes"][:1] for told, row in zip(found, rows, strict=True) if row["themes"])

    assert f1 >= least_f1
    assert primary / sum(1 for row in rows if row["themes"]) >= least_primary
