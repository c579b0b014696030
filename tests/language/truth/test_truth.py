"""The annotated paragraphs agree with their sources and with the contract."""

import json
import re

import pytest
from write_truth import FOLDER, build

from reportparse.language.lexicon import theme_ids
from reportparse.models import Figure, FigureSource

FILES = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.json")}
FIGURES = [row for name, rows in FILES.items() if "figures" in name for row in rows]
THEMES = [row for name, rows in FILES.items() if "themes" in name for row in rows]
SCALES = {"": 1, "k": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9}
A_NUMBER_IN_DIGITS = re.compile(r"(?<![\d.,])(\d[\d,]*(?:\.\d+)?) ?(million\b|m\b|k\b|bn\b)?")


@pytest.mark.parametrize("name", build())
def test_file_is_what_its_sources_give(name):
    """After a change to source/: python tests/language/truth/write_truth.py."""
    assert (FOLDER / name).read_text(encoding="utf-8") == build()[name]


@pytest.mark.parametrize("row", FIGURES, ids=[row["key"] for row in FIGURES])
def test_figures_are_figures_of_the_contract_in_their_places(row):
    for figure in row["figures"]:
        assert row["text"][figure["start"] : figure["end"]] == figure["text"]
        assert (figure["direction"] is not None) == (figure["role"] == "change")
        fields = {name: value for name, value in figure.items() if name not in {"start", "end"}}
        Figure(id="f", source=FigureSource(kind="paragraph", id="p", start=0, end=0), **fields)


@pytest.mark.parametrize("row", FIGURES, ids=[row["key"] for row in FIGURES])
def test_values_are_the_numbers_in_the_words(row):
    for figure in row["figures"]:
        numbers = [
            float(digits.replace(",", "")) * SCALES[scale or ""]
            for digits, scale in A_NUMBER_IN_DIGITS.findall(figure["text"])
        ]
        if len(numbers) == 1 and not re.search(r"\d ?p(ence)?$", figure["text"]):
            assert numbers == pytest.approx([figure["value"]])


def test_keys_are_unique_and_paragraphs_with_figures_have_themes_as_well():
    texts = {row["key"]: row["text"] for row in FIGURES}
    alone = [f"{name}-figures.json" for name in ("single", "makes", "times", "years")]  # which have no themes
    sentences = {row["key"]: row["text"] for name in alone for row in FILES[name]}
    themes = {row["key"]: row["text"] for row in THEMES}

    assert (len(texts), len(themes)) == (len(FIGURES), len(THEMES))
    assert texts.items() - sentences.items() <= themes.items()


def test_every_text_has_one_to_three_common_themes():
    assert {theme for row in THEMES for theme in row["themes"]} <= set(theme_ids())
    assert all(1 <= len(row["themes"]) == len(set(row["themes"])) <= 3 for row in THEMES)
