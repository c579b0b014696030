"""Entities: the names of sentences and of whole reports, and that any text has some inside it or none."""

import json
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.entities import score_entities
from reportparse.language.entities import find_entities
from reportparse.language.report_entities import find_report_entities

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "entities.toml").read_text(encoding="utf-8"))["case"]
PIECES = st.sampled_from(
    ["The ", "Kent ", "Police ", "of ", "and ", "the ", "Ministry ", "(", "KP", ") ", "Board ", "Dr ", "Jo ", "’s "]
)
# On the annotated paragraphs beside the project: 0.923 when this was written.
LEAST_F1 = 0.9
# On texts of our own: 0.771 at first sight, 0.956 when this was written.
NAMED = Path(__file__).parent.parent / "cases" / "named.toml"
LEAST_F1_OF_OURS = 0.93


def _marked(case):
    marks = [pytest.mark.xfail(strict=True, reason=case["known"])] if "known" in case else []
    return pytest.param(case, id=case["text"][:60], marks=marks)


@pytest.mark.parametrize("case", [_marked(case) for case in CASES])
def test_a_sentence_names_its_entities(case):
    assert [[found.kind, found.name] for found in find_entities(case["text"])] == case["entities"]


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_any_text_has_entities_inside_it_or_none(text):
    for found in find_entities(text):
        assert found.name
        assert all(0 <= span.start < span.end <= len(text) for span in found.mentions)


@pytest.mark.parametrize("piece", ["Zurich went x ", "Kent and ", "Police of the ", "Kent Police Board (KPB) ", "A "])
def test_a_text_of_many_names_is_read_in_bounded_time(piece):
    start = time.process_time()
    find_entities(piece * 10_000)

    assert time.process_time() - start < 2


def test_a_short_form_stands_for_its_name_before_and_after_it_is_explained():
    texts = [("p1", "The YTH opened."), ("p2", "The Youth Talent Hub (YTH) is run by us."), ("p3", "I like the YTH.")]

    (found,) = [one for one in find_report_entities(texts) if one.kind == "organisation"]

    assert (found.name, found.abbreviation) == ("Youth Talent Hub", "YTH")
    assert [(mention.id, mention.text) for mention in found.mentions] == [
        ("p1", "YTH"), ("p2", None), ("p2", "YTH"), ("p3", "YTH"),
    ]  # fmt: skip


def test_spellings_of_one_name_are_one_entity():
    texts = [("p1", "We met the St John’s Wood Centre."), ("p2", "We left the St Johns Wood Centre.")]

    assert [one.name for one in find_report_entities(texts)] == ["St John's Wood Centre"]


def test_a_known_spelling_stands_for_the_others():
    texts = [("p1", "The Police Educational Qualifications Framework began."), ("p2", "PEQF has grown.")]

    assert [one.name for one in find_report_entities(texts)] == ["Police Education Qualifications Framework"]


def test_a_force_and_an_area_of_the_registry_have_its_id():
    texts = [("p1", "Hampshire Constabulary and its neighbours in Surrey met.")]

    assert [(one.kind, one.registry) for one in find_report_entities(texts)] == [
        ("force", "hampshire"), ("place", "surrey"),
    ]  # fmt: skip


def test_a_name_that_is_its_own_short_form_has_no_other():
    texts = [("p1", "His Majesty's Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS) came.")]

    assert [(one.name, one.abbreviation) for one in find_report_entities(texts)] == [("HMICFRS", None)]


def test_our_annotated_texts_are_met():
    rows = tomllib.loads(NAMED.read_text(encoding="utf-8"))["text"]
    for row in rows:
        row |= {"key": row["text"], "entities": [{"kind": kind, "name": name} for kind, name in row["entities"]]}

    assert score_entities(rows)["f1"] >= LEAST_F1_OF_OURS


def test_annotated_paragraphs_are_met(shared):
    rows = json.loads((shared / "language" / "entities.json").read_text(encoding="utf-8"))

    assert score_entities(rows)["f1"] >= LEAST_F1
