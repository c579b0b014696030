"""What is ranked: "the 8th highest homicide rate", "3rd of 43 forces for recorded crime", "for that we were 9th"."""

import re

from reportparse.language.clauses import clause_end
from reportparse.language.measure_clauses import phrase_after
from reportparse.language.measure_place import Place
from reportparse.language.phrases import noun_after

# Over word classes.
_WE_WERE = re.compile(r"P[DANPEX]*N,?(M)[BVE]+$")
_RANKED_FOR = re.compile(r"(?:P[DA]?Q?[AN]*)?R?P")


def find_ranked(place: Place) -> str | None:
    """As in "the 8th highest homicide rate", "3rd of 43 forces for recorded crime"."""
    at = place.at + 1
    while place.sentence.word(at) in ("highest", "lowest", "best", "worst", "most", "least"):
        at += 1
    noun = noun_after(place.sentence, at, place.stop) if at > place.at + 1 else None
    if noun:
        return place.sentence.phrase(*noun)
    whom = _WE_WERE.match(place.sentence.tags, place.start, place.at)
    if whom and place.sentence.word(place.start) in ("for", "on"):  # "For the share of calls answered in time we were 9th"
        return place.sentence.phrase(place.start + 1, whom.start(1))
    named = _RANKED_FOR.match(place.sentence.tags, place.at + 1)
    if named and place.sentence.word(named.end() - 1) in ("for", "on") and place.sentence.tag(named.end()) in "DANX":
        return phrase_after(place._replace(end=clause_end(place.sentence, place.at)), named.end())
    return None
