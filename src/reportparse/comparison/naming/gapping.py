"""Numbers whose noun stands but at the one before: "2,105 victims of sexual violence and 3,560 of domestic abuse"."""

import re
from collections.abc import Sequence

from reportparse.comparison.terms.wording import find_sentence, go_on
from reportparse.models.facts import Figure

_OF = re.compile(r"\sof\s(?!(?:these|those|them|which|whom|the|all|our|its|my|your)\b)(?=[a-z])")
_NOUN_OF = re.compile(r"\s((?:[a-z-]+\s){0,2}[a-z-]+s|people|children)\sof\s")


def with_noun(figure: Figure, text: str, beside: Sequence[Figure]) -> Figure:
    """The figure, what it counts by the noun of the number before where only "of" follows it."""
    if figure.kind != "count" or not text or not _OF.match(text, figure.source.end):
        return figure
    start, _ = find_sentence(text, figure.source.start)
    before = [each for each in beside if each.kind == "count" and start <= each.source.start < figure.source.start]
    nouns = [match[1] for each in before if (match := _NOUN_OF.match(text, each.source.end))]
    if not nouns:
        return figure
    return figure.model_copy(update={"measure": f"{nouns[-1]} {go_on(text, figure.source.end)}", "unit": nouns[-1]})
