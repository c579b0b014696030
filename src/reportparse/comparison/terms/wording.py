"""The words round a figure that may say what it measures, where its own measure is too short to tell."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reportparse.comparison.terms.words import is_generic
from reportparse.models import Report
from reportparse.models.facts import Figure
from reportparse.models.report import walk_items

# A phrase ends at a mark, a number, or a word that begins another part of the sentence.
_STOP = re.compile(
    r"[.,;:()–—]|(?<!\d)(?!(?:101|999)\b)\d"
    r"|\b(?:is|was|were|are|had|has|have|in(?!\s(?:a\s)?(?:dwelling|home|house)s?\b)|during|and|up|down|against|compared|which|that|by|on\s(?:that|the\ssame)\sday)\b"
)
# A number to ring or a short form says in brackets what the words before it say: "emergency (999) calls".
SHORT_FORM = re.compile(r"\((999|101|[A-Z]{2,5}s?)\)")
# Where one part of a sentence ends and the next may tell of something else.
_CLAUSE = re.compile(r"[.;](?=\s|$)|,\s(?:and|but|while|whilst|whereas)\s|\swh(?:ile|ereas)\s")
_YEAR_BEHIND = re.compile(r"[^,.;()\d]{0,12}\b(?:19|20)\d\d")
_BEFORE = re.compile(
    r"\s?[\w%]{0,12}\s?\(?(?:in\s)?(?:the\s)?(?:year\sbefore|previous\syear|prior\syear|last\syear|year\searlier)\b"
)
# "Special Constabulary: 168 officers": what a line is of stands before its colon.
_LABEL = re.compile(r"(?:^|[.;]\s)([A-Z][^:.;\d]{2,60}):\s?(?:about\s|over\s)?$")
# Where the words of one number end and those of the next begin: "1,712 FTE officers, 1,145 staff".
_BREAK = re.compile(r"[,:;]\s|\sand\s")
_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-Z\d£(“])")
_COUNTED_BEFORE = re.compile(r"\d[\d,.]*%?\s$")
_BESIDE = re.compile(r"(?:\band|,)\s(?:[a-z]+\s){0,3}$")
_COMPARED = re.compile(r"\b(?:compared|against|from|to(?!\s(?:999|101)\b)|than|up|down|with|versus)\b")
_JOINING = frozenset(("among", "amongst", "between", "with", "across"))  # "distributed £205,750 among 15 clubs"
_OR_LAST = re.compile(r"\bor\s*$")  # "lost their lives or were injured" is one thing
_HAD = r"(?:had|saw|recorded|reported|counted|experienced)(?:\s[a-z]+)?"
_MARK = re.compile(r"[.,;:()–—]|(?<!\d)(?!(?:101|999)\b)\d|\b(?:compared|against|and\s\w+\s(?:was|were))\b")
_NEXT_BEGUN = re.compile(
    r"\s?\b(?:and|with|while|whilst|but)(?:\s[\w’']+){0,4}(?:\s£)?$"
)  # the words of the number behind
# "3.4% decrease in total crime (1,604 fewer offences), to 45,190".
_GROWTH_IN = re.compile(
    r"\b(?:decrease|increase|fall|rise|reduction|drop|growth)\sin\s(?:the\s(?:number|level)\sof\s)?([^,(;.\d]+?)\s?[,(]"
)
# "In 23 cases we found": some of those that the title is of.
_IN_CASES = re.compile(r"\b[Ii]n\s(?:\w+\s)?$")
# "39 deaths and 601 serious injuries on our roads": where is said of both.
_SHARED = re.compile(r"\s((?:[a-z-]+\s){1,3})and\s(?:a\sfurther\s)?\d[\d,]*\s(?:[a-z-]+\s){1,3}?((?:on|in|at|by)\s)")
_SAYS_HOW = re.compile(
    r"\s(?:rose|fell|grew|dropped|increased|decreased|went|came|was|were|is|are|has|have|had|continued)\b.*$"
)
_BEING = re.compile(r"\s(?:is|was|were|are)\s")
# "611 hate incidents that were no crimes".
_DENYING = re.compile(r"(?:^|\s)(?:that|which|who)\s(?:is|are|was|were)\s(?:not|no)\b.*$")
# What a number counts stands within so many letters behind it.
NEAR_NOUN = 30
# What a number is of stands within so many letters behind it where nothing but a word of grammar comes between.
NEAR_WORDS = 5
# "At the end of March 2020", "we ended March 2020 with".
_AT_END = re.compile(r"\b(?:end|close)\sof\s(?:the\s)?[A-Z]|\b(?:ended|closed|finished)\s[A-Z]\w+\s(?:19|20)\d\d\b")
# "720,405 calls and 4.1% of these were lost": a share of what has just been counted.
_SHARE_OF_THESE = re.compile(
    r"(?:,|\sand|,\sand|\swith|\sbut)\s\d[\d.]*\s?(?:%|per\scent)\s"
    r"(?:of\s(?:these|them|which|those|whom)|(?:were|was|hung|gave)\s[a-z]+)\b"
)
# "and the 101 wait averaged": another subject with its verb.
_AND_TELLS = re.compile(
    r"\sand\s(?:(?:the|an?|those|our|my)\s)?(?:[a-z-]+|101|999)(?:\s(?!and\b)(?:[a-z-]+|101|999)){0,4}?\s"
    r"(?:is|was|were|are|averaged|waited|took|rose|fell|stood|came|had|numbered|increased|decreased|dropped)\b"
)
# How far a phrase goes on, in letters: a name and one phrase that belongs to it.
MAX_PHRASE = 70
# A label of so many words may leave to its section's title what it is of.
MAX_LABEL = 3
# A cell of so many words is running text.
MIN_CELL_WORDS = 4
# How far round a figure its sentence and those beside it reach, in letters.
NEAR = 200


def find_texts(report: Report) -> dict[str, str]:
    """The text of each record that figures are read from, by id; of cells those of words, "t1.r2c3"."""
    texts = {paragraph.id: paragraph.text for paragraph in report.paragraphs}
    for table in report.tables:
        cells = (cell for row in table.rows for cell in row if cell.value is None)
        texts |= {
            name_cell(table.id, cell.row, cell.column): cell.text
            for cell in cells
            if len(cell.text.split()) >= MIN_CELL_WORDS
        }
    texts |= {note.id: note.text for note in report.footnotes}
    for paragraph in report.paragraphs:
        texts.update({item.id: item.text for item in walk_items(paragraph.items)})
    return texts


def name_cell(table: str, row: int | None, column: int | None) -> str:
    """What names a cell, "t1.r2c3"."""
    return f"{table}.r{row}c{column}"


def record_of(figure: Figure) -> str:
    """What names the text that a figure stands in: a record's id, or a cell's with its place, "t1.r2c3"."""
    place = figure.source
    return name_cell(place.id, place.row, place.column) if place.kind == "cell" else place.id


def find_label(figure: Figure, text: str) -> str:
    """What stands before the colon right in front of a number: "Special Constabulary: 168 officers"."""
    label = _LABEL.search(text[: figure.source.start])
    return label[1] if label else ""


def find_phrases(figure: Figure, text: str, title: str) -> Iterator[str]:
    """The figure's measure with the words that go on after it, with those after the number, and with the section's."""
    measure = figure.measure or ""
    if not text:
        return
    label = find_label(figure, text)
    if label:
        yield f"{label} {measure}"
        yield label
        if match := _SAYS_HOW.search(label):  # "Reported domestic abuse rose again: 30,115 crimes"
            yield label[: match.start()]
    at = _find_nearest_words(measure, figure, text)
    is_own = at >= 0 and not _is_anothers(text, at, at + len(measure), figure.source.start)
    if is_own:
        yield f"{measure} {go_on(text, at + len(measure))}"
    yield f"{measure} {go_on(text, figure.source.end)}"
    if shared := _SHARED.match(text, figure.source.end):
        yield f"{measure} {go_on(text, shared.start(2))}"
        yield f"{measure} {shared[1]} {go_on(text, shared.start(2))}"
    if is_own:
        yield f"{measure} {to_mark(text, at + len(measure))}"
    clause = find_clause(figure, text)
    if growth := _GROWTH_IN.search(clause[: max(0, figure.source.start - text.find(clause))]):
        yield growth[1]
    is_word = len(measure.split()) == 1
    if is_word and (told := find_predicate(figure, text)):  # "A grant of £2.1m was received from the Ministry"
        yield f"{measure} {told}"
    is_part = _IN_CASES.search(text[: figure.source.start]) is not None and is_generic(measure)
    is_short = 1 < len(label.split()) <= MAX_LABEL  # "Visits made: 170" below "Custody visiting"
    if is_short and " and " not in title:
        yield f"{label} {title}"
    if is_word and not is_part and " and " not in title and measure.casefold() not in _JOINING:
        yield f"{measure} {title}"


def _is_anothers(text: str, start: int, end: int, at: int) -> bool:
    """Whether words are what a number before counts, and the one at `at` is told beside it: "24 died and 268"."""
    is_counted = end <= at and _COUNTED_BEFORE.search(text[:start]) is not None
    return is_counted and _BESIDE.search(text[end:at]) is not None and not _COMPARED.search(text[end:at])


def to_mark(text: str, start: int) -> str:
    """The words from there to the next mark or number, less those of that number."""
    stop = _MARK.search(text, start, start + MAX_PHRASE)
    behind = text[start : stop.start() if stop else start + MAX_PHRASE].strip()
    return _NEXT_BEGUN.sub("", behind) if stop and stop[0].isdigit() else behind


@lru_cache(maxsize=8192)
def find_sentence(text: str, at: int) -> tuple[int, int]:
    """Where the sentence begins and ends that a place in a text is in."""
    start, end = 0, len(text)
    for match in _SENTENCE_END.finditer(text):
        if match.end() <= at:
            start = match.end()
        elif match.start() >= at:
            end = match.start()
            break
    return start, end


def find_predicate(figure: Figure, text: str) -> str:
    """What the number is said to be: "of these, 1,204 were victim-based crimes"."""
    match = _BEING.match(text, figure.source.end)
    return go_on(text, match.end()) if match else ""


def find_subject(figure: Figure, text: str, names: Iterable[str]) -> str | None:
    """The name that begins the clause of a figure, where it is what had so many: "Hastings had 2,040 of them"."""
    clause = text[: figure.source.start].replace("’", "'")
    clause = clause[max((match.end() for match in _CLAUSE.finditer(clause)), default=0) :].strip()
    return next((name for name in names if re.fullmatch(rf"{re.escape(name)}\s(?:alone\s)?{_HAD}", clause)), None)


def _find_nearest_words(words: str, figure: Figure, text: str) -> int:
    """Where the words stand that are a figure's: behind it where they follow at once, else the last before it."""
    folded, said = text.casefold(), words.casefold()
    behind = folded.find(said, figure.source.end)
    if 0 <= behind - figure.source.end <= NEAR_WORDS:
        return behind
    before = folded.rfind(said, 0, figure.source.start)
    return before if before >= 0 else behind


def find_clause(figure: Figure, text: str) -> str:
    """The part of the sentence that a figure stands in.

    Read by length: "Of all calls, 88% were answered, and 96 were lost." has two.
    """
    return _find_clause(text, figure.source.start, figure.source.end)


@lru_cache(maxsize=8192)
def _find_clause(text: str, first: int, last: int) -> str:
    start, end = 0, len(text)
    for match in _CLAUSE.finditer(text):
        if match.end() <= first:
            start = match.end()
        elif match.start() >= last:
            end = match.start()
            break
    return text[start:end]


def find_nearest(figure: Figure, text: str, others: Iterable[Figure]) -> tuple[str, str]:
    """Its clause behind it and before it, no further than to its neighbours of the same kind."""
    clause = find_clause(figure, text)
    clause_start = text.find(clause)
    start, end = clause_start, clause_start + len(clause)
    for other in others:
        if other.kind == figure.kind and start <= other.source.end <= figure.source.start:
            gap = _BREAK.search(text, other.source.end, figure.source.start)
            start = gap.end() if gap else other.source.end
        elif other.kind == figure.kind and other.source.start >= figure.source.end:
            end = min(end, other.source.start)
    behind = text[figure.source.end : end]
    if end < clause_start + len(clause) and "(" in behind.rpartition(")")[2]:
        behind = behind[: behind.rindex("(")]  # "4,224 officers (FTE: 4,113)": how the next is counted
    if told := _SHARE_OF_THESE.search(behind):
        behind = behind[: told.start()]
    is_followed = end < clause_start + len(clause)
    gaps = [gap.start() for gap in _BREAK.finditer(behind)] if is_followed else []
    return behind[: gaps[-1]] if gaps else behind, text[start : figure.source.start]


def find_near(figure: Figure, text: str, others: Iterable[Figure]) -> str:
    """Its clause, or, where that has several numbers of its kind, what of it is nearest."""
    behind, before = find_nearest(figure, text, others)
    clause = find_clause(figure, text)
    return (
        clause
        if len(behind) + len(before) + figure.source.end - figure.source.start >= len(clause)
        else f"{before} {behind}"
    )


def find_first_part(figure: Figure, text: str, others: Iterable[Figure]) -> str:
    """Its clause up to an "and" behind which another thing is told with its verb and number; empty where none is.

    "94.8% of 999 calls were answered in 10 seconds and the 101 wait averaged 22 seconds".
    """
    clause = find_clause(figure, text)
    start = text.find(clause)
    end = start + len(clause)
    behind = [each.source.start for each in others if figure.source.end <= each.source.start < end]
    for match in _AND_TELLS.finditer(text, figure.source.end, end):
        if any(match.end() <= at for at in behind):
            return text[start : match.start()]
    return ""


def find_first(figure: Figure, text: str, others: Iterable[Figure]) -> Figure | None:
    """The first figure of its kind in its sentence; None where it is that itself."""
    start, _ = find_sentence(text, figure.source.start)
    before = [
        other for other in others if other.kind == figure.kind and start <= other.source.start < figure.source.start
    ]
    return min(before, key=lambda other: other.source.start, default=None)


def find_two_sentences(text: str, at: int) -> str:
    """The sentence that a place in a text is in, with the one before."""
    start, end = find_sentence(text, at)
    return text[find_sentence(text, max(0, start - 2))[0] : end]


def has_year_behind(figure: Figure, text: str) -> bool:
    """Whether a year follows that is its own: "up from 408 in 2019"."""
    return _YEAR_BEHIND.match(text, figure.source.end) is not None


def is_at_end(figure: Figure, text: str) -> bool:
    """Whether its sentence, up to it, or its clause speaks of the end of a month."""
    start, _ = find_sentence(text, figure.source.start)
    return _AT_END.search(f"{text[start : figure.source.start]} | {find_clause(figure, text)}") is not None


def go_on(text: str, start: int) -> str:
    """The words from there to the end of their phrase.

    >>> go_on("146 requests for a review, up from 131", 12)
    'for a review'
    """
    rest = SHORT_FORM.sub(r"\1", text[start : start + MAX_PHRASE])
    stop = next((match for match in _STOP.finditer(rest) if not _OR_LAST.search(rest[: match.start()])), None)
    return _DENYING.sub("", rest[: stop.start()] if stop else rest).strip()


def find_context(figure: Figure, text: str, title: str) -> str:
    """The words near a figure and, on a line of its own, the title of its section."""
    return f"{text[max(0, figure.source.start - NEAR) : figure.source.end + NEAR]}\n{title}"


def is_year_before(figure: Figure, text: str) -> bool:
    """Whether the words behind a figure say that it is of the year before."""
    return _BEFORE.match(text, figure.source.end) is not None


def has_noun(figure: Figure, text: str) -> bool:
    """Whether what it counts stands behind the number, and is not taken from the number before."""
    noun = (figure.unit or "").casefold()
    return noun in text[figure.source.end : figure.source.end + len(noun) + NEAR_NOUN].casefold()



def is_of_row(figure: Figure, text: str, others: Iterable[Figure]) -> bool:
    """Whether it is one of two counts with nothing but "and" between: "rose to 3,377 and 6,240"."""
    own = figure.source
    counts = [each.source for each in others if each.kind == figure.kind == "count"]
    gaps = [(own.end, each.start) if each.start > own.start else (each.end, own.start) for each in counts]
    return any(text[start:end] == " and " for start, end in gaps)
