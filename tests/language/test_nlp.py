"""spaCy in both directions: names from a pipeline that is trained here, and figures inside spaCy."""

import json
import random

import pytest
import spacy
from click.testing import CliRunner
from paper import draw_pdf, say
from spacy.training import Example

import reportparse
from reportparse.cli import main
from reportparse.language import find_entities, tag
from reportparse.language.nlp import trained_names

NAMES = ["Ossulstone", "Quenby", "Thrapwick", "Velmore", "Wistanby", "Yarlworth", "Zeal Bridge", "Harle Marsh"]
FRAMES = ["{} gave thanks .", "{} was quiet .", "{} residents came ."]
SAID = "Thrapwick was quiet . Quenby residents came ."
FOUND = [("place", "Thrapwick"), ("place", "Quenby")]


@pytest.fixture(scope="module")
def pipeline():
    """A pipeline that knows eight made-up places, named in a few frames."""
    nlp = spacy.blank("en")
    nlp.meta["name"], nlp.meta["version"] = "villages", "1.0"
    nlp.add_pipe("ner").add_label("GPE")
    examples = []
    for name in NAMES:
        for frame in FRAMES:
            start = frame.index("{}")
            entities = [(start, start + len(name), "GPE")]
            examples.append(Example.from_dict(nlp.make_doc(frame.format(name)), {"entities": entities}))
    random.seed(0)
    spacy.util.fix_random_seed(0)
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(20):
        random.shuffle(examples)
        nlp.update(examples, sgd=optimizer, drop=0.1)
    return nlp


@pytest.fixture(scope="module")
def folder(pipeline, tmp_path_factory):
    path = tmp_path_factory.mktemp("villages")
    pipeline.to_disk(path)
    return str(path)


def names_in(entities):
    return [(entity.kind, entity.name) for entity in entities]


def test_a_trained_pipeline_adds_the_names_that_no_rule_tells(pipeline):
    assert names_in(find_entities(SAID)) == []
    found = find_entities(SAID, names=trained_names(pipeline))
    assert names_in(found) == FOUND
    assert [SAID[span.start : span.end] for entity in found for span in entity.mentions] == ["Thrapwick", "Quenby"]


def test_what_a_rule_tells_stands_against_a_pipeline():
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Kent Police"}])
    assert names_in(find_entities("I thank Kent Police.", names=trained_names(nlp))) == [("force", "Kent Police")]


@pytest.mark.parametrize(
    ("pattern", "said", "name"),
    [
        ("the Harle Trust", "I met the Harle Trust.", "Harle Trust"),
        ("Quenby's", "I like Quenby's parks.", "Quenby"),
        ("harle", "I like harle.", None),
    ],
)
def test_articles_and_possessives_are_no_part_of_a_name(pattern, said, name):
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": pattern}])
    assert [found.name for found in trained_names(nlp).find(said)] == ([name] if name else [])


def test_a_record_tells_which_pipeline_helped(pipeline, folder):
    pdf = draw_pdf(say(SAID))
    plain, helped, by_name = (reportparse.parse(pdf, nlp=nlp) for nlp in (None, pipeline, folder))
    assert (plain.source.nlp, names_in(plain.entities)) == (None, [])
    assert (helped.source.nlp, names_in(helped.entities)) == ("en_villages 1.0", FOUND)
    assert by_name == helped


def test_the_command_line_takes_a_pipeline_by_name(folder, tmp_path):
    (tmp_path / "report.pdf").write_bytes(draw_pdf(say(SAID)))
    lines = json.dumps({"id": 1, "text": SAID})
    tagged = CliRunner().invoke(main, ["tag", "--nlp", folder], input=lines)
    assert [entity["name"] for entity in json.loads(tagged.stdout)["entities"]] == ["Thrapwick", "Quenby"]
    for command in (["parse", "report.pdf", "-o", "one.json"], ["batch", "report.pdf", "-o", "many", "--jobs", "1"]):
        read = [word if word.startswith("-") or "." not in word else str(tmp_path / word) for word in command]
        read = [str(tmp_path / "many") if word == "many" else word for word in read]
        assert CliRunner().invoke(main, [*read, "--nlp", folder]).exit_code == 0
    records = [json.loads(path.read_bytes()) for path in (tmp_path / "one.json", tmp_path / "many" / "report.json")]
    assert [record["source"]["nlp"] for record in records] == ["en_villages 1.0"] * 2


def test_a_pipeline_that_is_not_there_is_one_line():
    failed = CliRunner().invoke(main, ["tag", "--nlp", "en_no_such"], input='{"text": "x"}')
    assert failed.exit_code == 2
    assert failed.stderr.count("\n") == 1
    assert "spacy download en_no_such" in failed.stderr


def test_spacy_has_the_figures_as_spans():
    nlp = spacy.blank("en")
    nlp.add_pipe("reportparse")
    text = "Knife crime in Kent fell by 12% to 3,400 offences."
    doc = nlp(text)
    tagged = tag(text)
    assert [span._.record for span in doc.spans["figures"]] == list(tagged.figures)
    assert [span.text for span in doc.spans["entities"]] == ["Kent"]
    assert doc._.themes == tagged.themes


@pytest.mark.parametrize("text", ["", " ", "12", "£4m—5m\n\n7.5%", "1st/2nd"])
def test_spans_cover_their_text_whatever_the_tokens(text):
    nlp = spacy.blank("en")
    nlp.add_pipe("reportparse")
    doc = nlp(text)
    assert len(doc.spans["figures"]) == len(tag(text).figures)
    for span in doc.spans["figures"]:
        assert span._.record.text in span.text
