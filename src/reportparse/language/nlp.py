"""spaCy, in both directions; the only module that knows it, imported only where it is asked for.

`trained_names` takes the names that a trained pipeline finds into the entities; the pipeline's component `reportparse`
gives figures, themes and entities to whoever works in spaCy:

    nlp = spacy.blank("en")
    nlp.add_pipe("reportparse")
    doc = nlp("Offences fell by 12%.")
    doc.spans["figures"], doc._.themes
"""

from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from reportparse.errors import MissingPipeline
from reportparse.language.gazetteer import name_words
from reportparse.language.surroundings import Found
from reportparse.language.tagging import tag

# The labels of spaCy's trained pipelines (OntoNotes 5, and WikiNER's PER) that are the contract's kinds.
KINDS = {
    "PERSON": "person", "PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "LAW": "law",
}  # fmt: skip


class TrainedNames:
    """The names that a pipeline of the user's finds in a text."""

    def __init__(self, pipeline: Language) -> None:
        """`pipeline` has a component that sets `doc.ents`; one without it finds nothing."""
        self.pipeline = pipeline
        self.label = f"{pipeline.lang}_{pipeline.meta['name']} {pipeline.meta['version']}"
        """Which pipeline it is, for the record."""

    def find(self, text: str) -> list[Found]:
        """Persons, bodies, places and laws, without article and possessive, in the order of the text.

        Raises:
            ValueError: The text is longer than the pipeline takes (a million characters by default).
        """
        read = (self._read(text, entity) for entity in self.pipeline(text).ents)
        return [found for found in read if found is not None]

    @staticmethod
    def _read(text: str, entity: Span) -> Found | None:
        start, end = entity.start_char, entity.end_char
        if text[start:end].lower().startswith("the "):
            start += len("the ")
        if text[start:end].endswith(("'s", "’s")):
            end -= len("'s")
        name, kind = " ".join(text[start:end].split()), KINDS.get(entity.label_)
        if kind is None or not name[:1].isupper() or name in name_words("generic"):
            return None
        return Found(kind, name, start, end)


@cache
def _load(name: str) -> TrainedNames:
    try:
        return TrainedNames(spacy.load(name))
    except OSError as error:
        raise MissingPipeline(name) from error


def trained_names(pipeline: Language | str) -> TrainedNames:
    """Names by a pipeline, or by the one of that name or in that folder, which is loaded once.

    Raises:
        MissingPipeline: There is none of that name.
    """
    return _load(pipeline) if isinstance(pipeline, str) else TrainedNames(pipeline)


@Language.factory("reportparse")  # type: ignore[untyped-decorator]  # spaCy has no types for it
def make_component(nlp: Language, name: str) -> "Tagger":  # noqa: ARG001  # spaCy passes both
    """The component, for `nlp.add_pipe("reportparse")`."""
    return Tagger()


class Tagger:
    """Reads each document: `doc.spans["figures"]`, `doc.spans["entities"]`, `doc._.themes`; a span's record is `span._.record`."""

    def __init__(self) -> None:
        """Register what the component sets."""
        Doc.set_extension("themes", default=(), force=True)
        Span.set_extension("record", default=None, force=True)

    def __call__(self, doc: Doc) -> Doc:
        """Set spans and themes; a span covers each token that its text touches."""
        tagged = tag(doc.text)
        doc._.themes = tagged.themes
        doc.spans["figures"] = [_mark(doc, one.start, one.end, one.kind, one) for one in tagged.figures]
        doc.spans["entities"] = [
            _mark(doc, mention.start, mention.end, one.kind, one) for one in tagged.entities for mention in one.mentions
        ]
        return doc


def _mark(doc: Doc, start: int, end: int, label: str, record: Any) -> Span:
    span = doc.char_span(start, end, label, alignment_mode="expand")
    span._.record = record
    return span
