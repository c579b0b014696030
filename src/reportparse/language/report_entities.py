"""The entities of a whole report: short forms explained anywhere in it, spellings joined, each mention with its record."""

from collections.abc import Iterable

from reportparse.language.entities import Names, find_entities, find_short_forms
from reportparse.language.gazetteer import Known, area_ids
from reportparse.language.variants import join_variants
from reportparse.models import Entity, Mention


def find_report_entities(texts: Iterable[tuple[str, str]], names: Names | None = None) -> list[Entity]:
    """The entities of a report, in the order of their first mention.

    Args:
        texts: (id of a record, its text): paragraphs, items, captions, notes.
        names: Finds further names, as a trained pipeline does.

    >>> texts = [("p1", "The Local Resilience Forum (LRF) met."), ("p2", "I thank the LRF.")]
    >>> [(one.name, one.abbreviation, [mention.id for mention in one.mentions]) for one in find_report_entities(texts)]
    [('Local Resilience Forum', 'LRF', ['p1', 'p1', 'p2'])]
    """
    texts = list(texts)
    short: dict[str, Known] = {}
    for _, text in texts:
        for form, known in find_short_forms(text).items():
            short.setdefault(form, known)  # the first explanation holds
    mentions: dict[Known, list[Mention]] = {}
    for record, text in texts:
        for found in find_entities(text, short, names):
            spans = [(span.start, span.end, text[span.start : span.end]) for span in found.mentions]
            mentions.setdefault(Known(found.kind, found.name), []).extend(
                Mention(id=record, start=start, end=end, text=said if said != found.name else None)
                for start, end, said in spans
            )
    joined: dict[Known, list[Mention]] = {}
    for name, whole in join_variants(list(mentions)).items():
        joined.setdefault(whole, []).extend(mentions[name])
    forms = {known: form for form, known in reversed(short.items()) if form != known.name}
    ids = area_ids()
    return [
        Entity(
            id=f"e{number}",
            kind=known.kind,  # type: ignore[arg-type]  # the kinds of the gazetteer are the contract's
            name=known.name,
            abbreviation=forms.get(known),
            registry=ids.get(known.name) if known.kind in ("force", "place") else None,
            mentions=found,
        )
        for number, (known, found) in enumerate(joined.items(), 1)
    ]
