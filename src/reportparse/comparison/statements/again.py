"""Values of another time that are told in words of their own: "The year before, it had been 1,234".

What such a sentence leaves out, the sentence before has: whose words are but of telling, comparing and time, or words
of what was told just before, is of that.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from math import log

from reportparse.comparison.naming.hanging import is_said_part
from reportparse.comparison.terms.anchors import may_be_one
from reportparse.comparison.terms.profiles import fold_roots, little_words
from reportparse.comparison.terms.stated import Statement
from reportparse.comparison.terms.times import end_of, type_of, year_before
from reportparse.comparison.terms.wording import find_sentence
from reportparse.models.facts import Figure
from reportparse.years import YEAR_BEFORE

# Who counts: "the Department for Transport's final count is 706", "HMICFRS's own figure".
_COUNTED_BY = re.compile(
    r"\b(?:[A-Z][\w-]*\s(?:(?:for|of|and)\s)?(?:the\s)?)*[A-Z][\w-]*(?:[’']s|s[’'])\s(?=(?:[a-z]+\s){0,2}(?:count|figure|total|number)s?\b)"
)
# "In 2023 it was 724 and 47 respectively": of as many values, be they told in one sentence or two.
_RESPECTIVELY = re.compile(r",?\srespectively\b")
# "38 at the year end, 42 at its start": what there was a year before its end.
_AT_START = re.compile(
    r"\s(?:of\sthem\s)?at\s(?:its|the)\s(?:start|beginning)(?:\sof\s(?:the|this|that)\s(?:\w+\s)?year)?(?=[\s,.;)]|$)"
)
_AT_END = re.compile(r"\bat\s(?:the\s)?(?:year[\s-]?end|end\sof\s(?:the|this)\syear)\b", re.IGNORECASE)
# What stands between numbers of a row: "had been 9,870 and 4,415", "1,188, 742 and 66".
# "The department has validated the returns and the total is 741": of what was told before, whatever it says first.
_TOTAL_IS = re.compile(
    r"(?:\band|\bso(?:\sthat)?)\sthe\s(?:(?:right|true|correct|actual|real|final|confirmed)\s)?(?:total|figure|number|count)"
    r"(?:\s(?:for|in|of)\s(?:that\syear|20\d\d(?:[/–-]\d\d)?))?\s(?:is|was|stands\sat|came\sto)\s(?:now\s)?$"
)
_IN_ROW = re.compile(r",?\s(?:and\s)?")
# Where the words of a number end, if another one follows.
_BREAK = re.compile(r"[,;:(]\s?|\s(?:and|while|whereas|with|but)\s")
# "The number is now 151,762, after a number of offences were added": why it is so says nothing of what is counted.
# "The comparison is with 141,802 in 2023/24: that total has grown since ..." neither.
_REASON = re.compile(
    r":\s|\sto\s(?:include|exclude|reflect|allow\sfor|take\sin|leave\sout)\b"
    r"|;\s(?:it|this|they|we|(?:my|our|the)\s(?:last|previous)\sreport)\s|,\s(?:so\sthat\s(?:is|was)"
    r"|after|as|because|since|following|once|now\sthat|due\sto|owing\sto)\b"
    r"|,\s(?:[\w’'-]+\s){0,4}having\s"  # "it was 812, one service having sent its last return late"
)
# "The year before, with so little traffic, there had been 704": what was then says nothing of what is counted either.
_ASIDE = re.compile(r",\s(?:with|without|despite|because\sof|owing\sto|thanks\sto|during|amid)\s[^,\d]{3,60},\s")
# Words that tell, compare and say when, and not what: with those that change no measure.
_TELLING = (
    "where change changed figure number total rate level share proportion percentage average count equivalent "
    "comparable corresponding same not compare compared comparison against contrast better worse higher lower more "
    "fewer less increase increased rise rose fall fell drop dropped down up than it this that there these those they "
    "them had has have been was were is are stood stand seen saw given took take taken went come came previous "
    "previously prior preceding earlier ago before last twelve year month period point time again also only just "
    "following due owing because audit validation correction correcting reclassification quality check checked still "
    "then now which who when whereas while respectively final finalised revised restated corrected updated should "
    "recalculated recounted reckoned anew given but sum amount counted twice error mistake mistaken omitted audited "
    "audit draft accounts some result "
    "results amended late added known recorded reported published printed first received spent did do made held used "
    "so therefore thus hence force police we our us after spend spending put managed way basis method counting "
    "provisional preliminary interim initial replaced superseded replaces one stated date day spring summer autumn "
    "winter season answer answers "
    "counted needed improvement deterioration confirmed validated verified definitive right true actual real "
    "accurate wrong"
)
# "For the latter the number of 2022-23 has been corrected": of several values the first or the last.
_ENDS = {"former": slice(1), "latter": slice(-1, None)}
# A sentence without a number may stand between; so many numbers in a row may go on from two sentences.
MAX_BACK, MIN_LONG_ROW = 3, 3
_DIGIT = re.compile(r"\d")
# Of several values that "it" may be, it is the first where the others are so many times as far from it.
MIN_FARTHER = 3
_YEAR_BEFORE = re.compile(rf"\b{YEAR_BEFORE}\b", re.IGNORECASE)
# "388 young people in twelve units, where there had been 371", "£165,000, which compares with £150,000".
_WHERE_IT_WAS = re.compile(
    r"\b(?:which\scompares\s(?:with|to)"
    r"|where\sit\swas|[;:]\sthere\shad\sbeen|where\s(?:there|it|they)\shad(?:\sbeen(?:\s\d[\d,]*\s(?:in|with|by|at))?)?)\s$"
)
# "The sum was not £10.1m, as last year's report had it, but £10.4m".
_DENIED = re.compile(r"\bnot\s$")
_LONGER_AGO = re.compile(
    r"\b(?:two|three|four|five|ten|several)\s(?:years|months)\b|\bbefore\sthat\b|\bnational|\btarget", re.IGNORECASE
)


def find_meant(figure: Figure, text: str, beside: Sequence[Figure], told: Sequence[Statement]) -> Statement | None:
    """The statement whose measure a figure tells for another time; None where it has words of its own, or two fit.

    Args:
        figure: No change, in running text.
        text: Of its record.
        beside: The figures of the record.
        told: What the record has stated before it.
    """
    row = _row_of(figure, text, beside)
    before = [
        each for each in told
        if each.figure.source.end <= row[0].source.start and not _DENIED.search(text[: each.figure.source.start])
    ]  # fmt: skip
    around = _words_around(row, text, beside)
    is_denied = _DENIED.search(text[: figure.source.start]) is not None
    if not before or is_denied or _LONGER_AGO.search(around) or is_said_part(figure, text):
        return None
    rest = fold_roots(around) - _telling()
    is_long = len(row) >= MIN_LONG_ROW or (len(row) > 1 and _RESPECTIVELY.match(text, row[-1].source.end))
    two = [_two_before(before, text, row[0].source.start)] if is_long else []
    for values in (*_sentences(before, text, row[0].source.start), *two):
        fitting = _without_compared(_find_fitting(figure, row, values, rest), before)
        if fitting:
            meant = fitting[0] if len(fitting) == 1 or _is_nearest(figure, fitting) else None
            is_then = _WHERE_IT_WAS.search(text[: figure.source.start]) is not None or is_at_start(figure, text)
            return meant if meant and (is_then or _is_of_another_time(figure, meant, around)) else None
    return None


def _without_compared(fitting: list[Statement], told: Sequence[Statement]) -> list[Statement]:
    """Of several that a figure may be of, those that are not set beside their baseline yet, where there are some.

    "Hearings were held 26 times, up from 22, and 15 officers were dismissed. It was 13 the year before."
    """
    compared = {each.hangs_on for each in told if each.hangs_on}
    open_yet = [each for each in fitting if each.figure.id not in compared]
    return open_yet if len(fitting) > 1 and open_yet else fitting


def is_at_start(figure: Figure, text: str) -> bool:
    """Whether it is what there was at the start of a year whose end its sentence has told: "42 at its start"."""
    start, _ = find_sentence(text, figure.source.start)
    is_told = _AT_END.search(text, start, figure.source.start) is not None
    return is_told and _AT_START.match(text, figure.source.end) is not None


def names_place(figure: Figure, text: str, beside: Sequence[Figure]) -> bool:
    """Whether the place of a figure is named where it is told, and not but in why it is so."""
    around = _words_around(_row_of(figure, text, beside), text, beside)
    return (figure.place or "").casefold() in around.casefold()


def date_meant(figure: Figure, meant: Statement, said: str | None, text: str, beside: Sequence[Figure]) -> str | None:
    """The period of a figure that tells what another statement means for another time: "The year before, it was 715".

    The year before is that before the other's, be it of the calendar; a year beside a day tells the same day of it.
    """
    around = _words_around(_row_of(figure, text, beside), text, beside)
    before = year_before(meant.period)
    if before and is_at_start(figure, text):
        return before
    if before and _YEAR_BEFORE.search(around):
        is_said = said not in (None, meant.period) and figure.period_source in (None, "text")
        return said if is_said and end_of(said or "") != end_of(before) else before
    if said and type_of(meant.period) == "date" and type_of(said) == "calendar year":
        return f"{said}{meant.period[4:]}"
    return said


def _find_fitting(
    figure: Figure, row: Sequence[Figure], values: Sequence[Statement], rest: frozenset[str]
) -> list[Statement]:
    """The statements of a sentence that a figure may be of."""
    if end := _ENDS.get(next(iter(rest & _ENDS.keys()), "")):
        values, rest = [each for each in values if each.figure.kind == figure.kind][end], rest - _ENDS.keys()
    if len(row) > 1:
        same = [each for each in values if each.figure.kind in {one.kind for one in row}]
        kinds = [each.figure.kind for each in same]
        if kinds != [one.kind for one in row] or rest - frozenset().union(*map(_words_of, same)):
            return []
        fitting = [same[[one.id for one in row].index(figure.id)]]
    else:
        fitting = [each for each in values if each.figure.kind == figure.kind and rest <= _words_of(each)]
        own = [each for each in fitting if rest and each.profile and rest <= each.profile.own]
        fitting = own if len(own) == 1 else fitting  # "The number of applications", and not those that were completed
    return [each for each in fitting if may_be_one(figure, each.figure)]


def _is_nearest(figure: Figure, fitting: Sequence[Statement]) -> bool:
    """Whether a value is near the first of a sentence, which that is about, and so near none of the others."""
    first, *others = (_distance(figure, each.figure) for each in fitting)
    return all(first * MIN_FARTHER <= other for other in others)


def _distance(figure: Figure, other: Figure) -> float:
    one, two = float(figure.value or 0), float(other.value or 0)
    if figure.kind in ("percent", "points") or not one or not two:
        return abs(one - two)
    return abs(log(one / two))


def _is_of_another_time(figure: Figure, meant: Statement, around: str) -> bool:
    is_other = figure.period is not None and end_of(figure.period) != end_of(meant.period)
    return is_other or _YEAR_BEFORE.search(around) is not None


def _row_of(figure: Figure, text: str, beside: Sequence[Figure]) -> list[Figure]:
    """The figure with those that it stands in a row with, nothing but "and" or a comma between."""
    at = next(n for n, each in enumerate(beside) if each.id == figure.id)
    first = last = at
    while first and _IN_ROW.fullmatch(text, beside[first - 1].source.end, beside[first].source.start):
        first -= 1
    while last + 1 < len(beside) and _IN_ROW.fullmatch(text, beside[last].source.end, beside[last + 1].source.start):
        last += 1
    return list(beside[first : last + 1])


def _words_around(row: Sequence[Figure], text: str, beside: Sequence[Figure]) -> str:
    """The words of a row in its sentence, no further than to the numbers beside it."""
    start, end = find_sentence(text, row[0].source.start)
    before = [each.source.end for each in beside if start <= each.source.end <= row[0].source.start]
    behind = [each.source.start for each in beside if row[-1].source.end <= each.source.start < end]
    front = _ASIDE.sub(" ", text[max(before, default=start) : row[0].source.start])
    front = clause[0] if (clause := _TOTAL_IS.search(front)) else _COUNTED_BY.sub("", front)
    if before and (gap := _BREAK.search(front)):
        front = front[gap.end() :]
    rest = text[row[-1].source.end : min(behind, default=end)]
    if "(" in front.rpartition(")")[2]:
        rest = rest.partition(")")[0]  # "The figure for 2020-21 (98,740) reflects the months of lockdown"
    rest = _REASON.split(_AT_START.sub(" ", rest, 1) if _AT_START.match(rest) else rest)[0]
    if behind and (gaps := [gap.start() for gap in _BREAK.finditer(rest)]):
        rest = rest[: gaps[-1]]
    return f"{front} {rest}"


def _sentences(before: Sequence[Statement], text: str, at: int) -> Iterator[list[Statement]]:
    """The values of the figure's sentence in front of it, then those of the sentence before that has a number."""
    start, end = find_sentence(text, at)
    for back in range(MAX_BACK):
        values = [each for each in before if each.figure.source.start >= start and each.figure.role == "actual"]
        if values:
            yield values
        if start < 2 or (back and _DIGIT.search(text, start, end)):
            return
        before = [each for each in before if each.figure.source.start < start]
        start, end = find_sentence(text, start - 2)


def _two_before(before: Sequence[Statement], text: str, at: int) -> list[Statement]:
    """The values of the two sentences in front: "214 were asked for. 31 were upheld, 148 were not and 35 were late"."""
    start, _ = find_sentence(text, at)
    first, _ = find_sentence(text, max(0, find_sentence(text, max(0, start - 2))[0] - 2))
    return [each for each in before if first <= each.figure.source.start < start and each.figure.role == "actual"]


def _words_of(each: Statement) -> frozenset[str]:
    profile, own = each.profile, fold_roots(f"{each.figure.measure or ''} {each.figure.unit or ''}")
    return own | profile.own | profile.near | profile.around if profile else own


@cache
def _telling() -> frozenset[str]:
    """The roots of words that say nothing of what is counted."""
    return fold_roots(_TELLING) | little_words()
