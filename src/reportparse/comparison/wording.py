"""The words round a figure that may say what it measures, where its own measure is too short to tell."""

import re
from collections.abc import Iterable, Iterator

from reportparse.comparison.words import is_generic, own_words
from reportparse.models import Report
from reportparse.models.facts import Figure
from reportparse.models.report import walk_items

# A phrase ends at a mark, a number, or a word that begins another part of the sentence.
_STOP = re.compile(
    r"[.,;:()–—]|(?<!\d)(?!(?:101|999)\b)\d"
    r"|\b(?:is|was|were|are|had|has|have|in(?!\s(?:a\s)?(?:dwelling|home|house)s?\b)|during|and|up|down|against|compared|which|that|by|on\s(?:that|the\ssame)\sday)\b"
)
# A number to ring or a short form says in brackets what the words before it say: "emergency (999) calls".
_SHORT_FORM = re.compile(r"\((999|101|[A-Z]{2,5}s?)\)")
# Where one part of a sentence ends and the next may tell of something else.
_CLAUSE = re.compile(r"[.;](?=\s|$)|,\s(?:and|but|while|whilst|whereas)\s|\swh(?:ile|ereas)\s")
_YEAR_BEHIND = re.compile(r"[^,.;()\d]{0,12}\b(?:19|20)\d\d")
_BEFORE = re.compile(
    r"\s?[\w%]{0,12}\s?\(?(?:in\s)?(?:the\s)?(?:year\sbefore|previous\syear|prior\syear|last\syear|year\searlier)\b"
)
# "Special Constabulary: 168 officers": what a line is of stands before its colon.
_LABEL = re.compile(r"(?:^|[.;]\s)([A-Z][^:.;\d]{2,60}):\s?(?:about\s|over\s)?$")
# Where the words of one number end and those of the next begin: "1,712 FTE officers, 1,145 staff".
_BREAK = re.compile(r",\s|\sand\s")
_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-Z\d£(“])")
# Where a part of a clause ends: a number, a mark, or "and" with a new subject.
_PART = re.compile(
    r"[,;:(]\s?|(?<![\d/–-])(?!(?:101|999)\b)(?!(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\b)\d[\d,.]*%?\s?"
)
_JOINT = re.compile(r"\b(?:and|while|whilst|but)\s")
# The verb that a number hangs on, with what compares in front of it.
_VERB_LAST = re.compile(
    r"\s(?:(?:has|have|had|also|then|now|just|only|it|again)\s)*"
    r"(?:is|was|were|are|been|be|stood|stands?|numbered|totall?ed|reached|cost|made\sup|formed|came|comes|went|rose|fell"
    r"|dropped|grew|increased|decreased|declined|reduced|climbed|improved|amounted|accounted|equated|averaged|remained|stayed|used|carried\sout|conducted)"
    r"(?:\s(?:up|down|on|average|further|again|slightly|sharply|back|out|in|all|to|at|for|from|by|of|just|only|a|an|total|the|now|some|well))*\s*$"
)
# What opens a sentence and tells when: "In 2022/23", "At 31 March 2024 there were", "During the year".
_LEAD = re.compile(
    r"^(?:(?:In|During|At|On|As\sat|By|Over|For|Throughout|Between)\s[^,]{0,40}?(?:\d{4}(?:[/-]\d\d)?|year|months?),?\s)?"
    r"(?:(?:There\s(?:were|was)|(?:(?:The|My)\s)?(?:force|police|office|officers|we|constabulary|commissioner|panel|team)\s"
    r"(?:\w+ed|had|has|found|took|made|saw|dealt\swith|carried\sout))\s?)?",
    re.IGNORECASE,
)
# "complaints handled by the Resolution Team": who counted does not matter.
_BY_WHOM = re.compile(
    r"\s((?:that\swere\s|which\swere\s)?(?:handled|received|recorded|reported|made|logged|taken|registered|opened|submitted|referred"
    r"|dealt\swith|carried\sout|conducted|completed))\s(?:by|to|with|at)\s.*$"
)
_SUBJECT = re.compile(
    r"([A-Z][^.;:,]{2,80}?)\s(?:is|was|were|are|has|have|had|rose|fell|accounted|made|went|came|dropped|increased|decreased|continued"
    r"|remains?|remained|stood|reached|numbered|grew|totalled|cost)\b"
)
# "to the Victim Care and Advice Service", "with VCAS": a name at the end.
_TO_NAME = re.compile(r"\s(?:to|with|by)\s(?:the\s|our\s|my\s)?(?:[A-Z][\w&’'-]*\s?(?:(?:and|of|for)\s(?=[A-Z]))?)+$")
_COUNTED_BEFORE = re.compile(r"\d[\d,.]*%?\s$")
_BESIDE = re.compile(r"(?:\band|,)\s(?:[a-z]+\s){0,3}$")
_COMPARED = re.compile(r"\b(?:compared|against|from|to|than|up|down|with|versus)\b")
_NUMBERING = re.compile(
    r"^(?:(?:Chapter|Section|Part|Theme|Priority|Objective|Appendix|Annex)\s\w+|\d[\d.]*)\s?[:.–-]?\s", re.IGNORECASE
)
_OR_LAST = re.compile(r"\bor\s*$")  # "lost their lives or were injured" is one thing
# Numbers that a verb has before it comes to the one asked for: "fell by 3.3% to", "rose from 1,204 in 2021/22 to".
_PASSED = re.compile(
    r"\s(?:by|from)\s(?:an?\s)?£?\d[\d,.]*(?:\s?(?:%|m|per\scent|million|points|percentage\spoints))?"
    r"(?:,?\sor\s£?\d[\d,.]*%?,?)?(?:\s(?:in|offences\sin)\s\S{4,7})?(?=\s(?:to|from)\s)"
)
# "The number of vehicle crimes, which includes theft from vehicles, was 3,150".
_RELATIVE = re.compile(
    r",\s(?:which|who|where|including)\s[^,.;\d]*,(?=\s(?:is|was|were|stood|rose|fell|came|numbered|increased|decreased)\b)"
)
# The next in a row of things and their numbers, without a preposition that would hang it on the one before.
_NEXT_THING = re.compile(
    r"(?:,\sand|,\swhile|;|,|\sand|\swhile|\bwith)\s(?:that\s(?:of|for)\s|the\s|those\s(?:of|for)\s)?"
    r"((?!(?:a|an|in|to|from|by|of|up|down|or|compared|against|which|who|about|some|over|nearly|almost|then|has|had|is|was|were"
    r"|it|this|that|another|just|now|only|there|we|i|more|fewer|at|on|for|with)\b)[A-Za-z][^,;.:\d£]{2,60}?)\s(?:of\s|at\s)?£?$"
)
_TIMES_ONLY = re.compile(
    r"(?:\w+\s)*(?:year|years|months?|total|number|figure|average|rest|other|others|remaining|respectively)",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\([^()]*\)")
_OFTEN = re.compile(r"^(?:times|occasions)\b")
_AND_MORE = re.compile(r"\sand\s([a-z]+(?:\s[a-z]+)?)(?=[.,;]|$|\s(?!\d))")
# "98 people serve as special constables".
_SERVING = re.compile(
    r"^\s(?:people|volunteers|residents|men\sand\swomen)\s(?:\w+\s)?(?:serve|served|work|worked|volunteer|volunteered|act|acted)\s(?:\w+\s)?as\s([^.,;(]+)"
)
_HAD = r"(?:had|saw|recorded|reported|counted|experienced)(?:\s[a-z]+)?"
_JOINING = re.compile(
    r"(?:\s(?:of|among|amongst)\s(?:these|those|them|which|whom))?\s(?:(?:is|was|were|are|had|has|have|been)\s)*"
)
_MARK = re.compile(r"[.,;:()–—]|(?<!\d)(?!(?:101|999)\b)\d|\b(?:compared|against|and\s\w+\s(?:was|were))\b")
_NEXT_BEGUN = re.compile(r"\s?\b(?:and|with|while|whilst|but)(?:\s[\w’']+){0,4}$")  # the words of the number behind
# "3.4% decrease in total crime (1,604 fewer offences), to 45,190".
_GROWTH_IN = re.compile(
    r"\b(?:decrease|increase|fall|rise|reduction|drop|growth)\sin\s(?:the\s(?:number|level)\sof\s)?([^,(;.\d]+?)\s?[,(]"
)
_ALL_BRACKET = re.compile(r"\((?:all|both|each)\s([^)]+)\)")
_BEING = re.compile(r"\s(?:is|was|were|are)\s")
# What a number counts stands within so many letters behind it.
NEAR_NOUN = 30
# What a number is of stands within so many letters behind it where nothing but a word of grammar comes between.
NEAR_WORDS = 5
_AT_END = re.compile(r"\b(?:end|close)\sof\s(?:the\s)?[A-Z]")
# How far a phrase goes on, in letters: a name and one phrase that belongs to it.
MAX_PHRASE = 70
# What stands behind a number says something with its section's title where it has so many letters that count.
MIN_BEHIND = 4
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
            f"{table.id}.r{cell.row}c{cell.column}": cell.text
            for cell in cells
            if len(cell.text.split()) >= MIN_CELL_WORDS
        }
    for paragraph in report.paragraphs:
        texts.update({item.id: item.text for item in walk_items(paragraph.items)})
    return texts


def find_phrases(figure: Figure, text: str, title: str) -> Iterator[str]:
    """The figure's measure with the words that go on after it, with those after the number, and with the section's."""
    measure = figure.measure or ""
    if not text:
        return
    label = _LABEL.search(text[: figure.source.start])
    if label:
        yield f"{label[1]} {measure}"
        yield label[1]
    at = _find_nearest_words(measure, figure, text)
    is_own = at >= 0 and not _is_anothers(text, at, at + len(measure), figure.source.start)
    if is_own:
        yield f"{measure} {_go_on(text, at + len(measure))}"
    yield f"{measure} {_go_on(text, figure.source.end)}"
    if is_own:
        yield f"{measure} {_to_mark(text, at + len(measure))}"
    clause = find_clause(figure, text)
    if growth := _GROWTH_IN.search(clause[: max(0, figure.source.start - text.find(clause))]):
        yield growth[1]
    if len(measure.split()) == 1 and " and " not in title:
        yield f"{measure} {title}"


def _is_anothers(text: str, start: int, end: int, at: int) -> bool:
    """Whether words are what a number before counts, and the one at `at` is told beside it: "24 died and 268"."""
    is_counted = end <= at and _COUNTED_BEFORE.search(text[:start]) is not None
    return is_counted and _BESIDE.search(text[end:at]) is not None and not _COMPARED.search(text[end:at])


def find_heads(figure: Figure, text: str, title: str) -> Iterator[str]:
    """What stands before and behind the number in its part of the sentence, and before it alone where a verb states it.

    "98 people serve as special constables", "Officers from a minority background were 7.4%".
    """
    before, behind = _find_before(figure, text), _OFTEN.sub("", _go_on(text, figure.source.end))
    head = _VERB_LAST.sub("", before)
    yield f"{head} {behind}"
    yield f"{_find_before(figure, text, is_whole=True)} {behind}"
    if head != before or before.endswith(":") or not behind:
        yield head
        yield without_agent(head)
        if title and len(own_words(head)) >= MIN_BEHIND and not is_generic(head):
            yield f"{head} {_NUMBERING.sub('', title)}"
    for told in (behind, find_predicate(figure, text), find_behind(figure, text)):
        yield told
        yield f"{head} {told}"
        if title and len(own_words(told)) >= MIN_BEHIND and not is_generic(told):
            yield f"{told} {_NUMBERING.sub('', title)}"
    if serving := _SERVING.match(text[figure.source.end : figure.source.end + MAX_PHRASE]):
        yield serving[1]


def find_head(figure: Figure, text: str) -> str:
    """What stands before the number in its part of the sentence, without the verb."""
    return _VERB_LAST.sub("", _find_before(figure, text))


def without_agent(words: str) -> str:
    """Words without who counted or took: that does not change what is measured.

    >>> without_agent("Complaints about the police handled by the Resolution Team")
    'Complaints about the police handled'
    >>> without_agent("Victims referred to the Victim Care and Advice Service")
    'Victims referred'
    """
    return _TO_NAME.sub("", _BY_WHOM.sub(r" \1", words))


def find_joined(figure: Figure, text: str) -> str:
    """The words that "and" joins to those behind a number: "stalking and harassment"."""
    behind = _go_on(text, figure.source.end)
    at = text.find(behind, figure.source.end) + len(behind) if behind else len(text)
    match = _AND_MORE.match(text, at)
    return f"{behind} {match[1]}" if match else ""


def find_own_part(figure: Figure, text: str, others: Iterable[Figure]) -> str:
    """What stands between the number before and this one, where it names another thing: "and allegations 4,037".

    "PCSO numbers fell to 241 and police staff rose to 2,050", "cost £1.31m, commissioning £2.24m".
    """
    start, _ = find_sentence(text, figure.source.start)
    ends = [
        each.source.end
        for each in others
        if each.kind == figure.kind and start < each.source.end <= figure.source.start
    ]
    if not ends or figure.role != "actual":
        return ""
    match = _NEXT_THING.search(_CLOSED.sub("", text[max(ends) : figure.source.start]))
    part = _VERB_LAST.sub("", f" {match[1]}").strip() if match else ""
    return "" if is_generic(part) or _TIMES_ONLY.fullmatch(part) else part


def find_subject_of(text: str, at: int) -> Iterator[str]:
    """The subject of the sentence that a place in a text is in, and that of the sentence before.

    "Shop theft has become common. 7,010 offences were recorded": the second sentence is about the first one's subject.
    """
    start, _ = find_sentence(text, at)
    for begin in (start, find_sentence(text, start - 2)[0]) if start > 1 else (start,):
        if match := _SUBJECT.match(text[begin:at].lstrip()):
            yield _LEAD.sub("", match[1])


def _find_before(figure: Figure, text: str, *, is_whole: bool = False) -> str:
    """The words in front of a number in its part of the sentence; those behind another number are that one's.

    Without what only opens it, "There were", "The police recorded", but where `is_whole`.
    """
    start = text.find(find_clause(figure, text))
    for passed in (_CLOSED, _PASSED, _RELATIVE):
        text = passed.sub(lambda match: " " * len(match[0]), text[: figure.source.start]) + text[figure.source.start :]
    for match in _PART.finditer(text, start, figure.source.start):
        start = match.end()
        if match[0][0].isdigit():
            joint = _JOINT.search(text, start, figure.source.start)
            start = joint.end() if joint else figure.source.start
    words = " ".join(_SHORT_FORM.sub(r"\1", text[start : figure.source.start]).split())
    return words if is_whole else _LEAD.sub("", words)


def find_behind(figure: Figure, text: str) -> str:
    """The words behind a number that go on with it, without the verb that only joins them.

    "10,702 were crimes", "8.9% led to a charge", "88% of them were answered".
    """
    match = _JOINING.match(text, figure.source.end)
    start = match.end() if match else figure.source.end
    return _to_mark(text, start)


def _to_mark(text: str, start: int) -> str:
    """The words from there to the next mark or number, less those of that number."""
    stop = _MARK.search(text, start, start + MAX_PHRASE)
    behind = text[start : stop.start() if stop else start + MAX_PHRASE].strip()
    return _NEXT_BEGUN.sub("", behind) if stop and stop[0].isdigit() else behind


def find_all_bracket(figure: Figure, text: str) -> str:
    """What the sentence says in brackets of all its numbers: "(all full-time equivalent)"."""
    start, end = find_sentence(text, figure.source.start)
    match = _ALL_BRACKET.search(text, start, end)
    return match[1] if match else ""


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
    return _go_on(text, match.end()) if match else ""


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
    start, end = 0, len(text)
    for match in _CLAUSE.finditer(text):
        if match.end() <= figure.source.start:
            start = match.end()
        elif match.start() >= figure.source.end:
            end = match.start()
            break
    return text[start:end]


def find_nearest(figure: Figure, text: str, others: Iterable[Figure]) -> tuple[str, str]:
    """Its clause behind it and before it, no further than to its neighbours of the same kind."""
    clause_start = text.find(find_clause(figure, text))
    start, end = clause_start, clause_start + len(find_clause(figure, text))
    for other in others:
        if other.kind == figure.kind and start <= other.source.end <= figure.source.start:
            gap = _BREAK.search(text, other.source.end, figure.source.start)
            start = gap.end() if gap else other.source.end
        elif other.kind == figure.kind and other.source.start >= figure.source.end:
            end = min(end, other.source.start)
    return text[figure.source.end : end], text[start : figure.source.start]


def find_near(figure: Figure, text: str, others: Iterable[Figure]) -> str:
    """Its clause, or, where that has several numbers of its kind, what of it is nearest."""
    behind, before = find_nearest(figure, text, others)
    clause = find_clause(figure, text)
    return (
        clause
        if len(behind) + len(before) + figure.source.end - figure.source.start >= len(clause)
        else f"{before} {behind}"
    )


def find_two_sentences(text: str, at: int) -> str:
    """The sentence that a place in a text is in, with the one before."""
    start, end = find_sentence(text, at)
    return text[find_sentence(text, max(0, start - 2))[0] : end]


def has_year_behind(figure: Figure, text: str) -> bool:
    """Whether a year follows that is its own: "up from 408 in 2019"."""
    return _YEAR_BEHIND.match(text, figure.source.end) is not None


def is_at_end(figure: Figure, text: str) -> bool:
    """Whether its clause speaks of the end of a month."""
    return _AT_END.search(find_clause(figure, text)) is not None


def _go_on(text: str, start: int) -> str:
    """The words from there to the end of their phrase.

    >>> _go_on("146 requests for a review, up from 131", 12)
    'for a review'
    """
    rest = _SHORT_FORM.sub(r"\1", text[start : start + MAX_PHRASE])
    stop = next((match for match in _STOP.finditer(rest) if not _OR_LAST.search(rest[: match.start()])), None)
    return (rest[: stop.start()] if stop else rest).strip()


def find_context(figure: Figure, text: str, title: str) -> str:
    """The words near a figure and the title of its section."""
    return f"{title} {text[max(0, figure.source.start - NEAR) : figure.source.end + NEAR]}"


def is_year_before(figure: Figure, text: str) -> bool:
    """Whether the words behind a figure say that it is of the year before."""
    return _BEFORE.match(text, figure.source.end) is not None


def has_noun(figure: Figure, text: str) -> bool:
    """Whether what it counts stands behind the number, and is not taken from the number before."""
    noun = (figure.unit or "").casefold()
    return noun in text[figure.source.end : figure.source.end + len(noun) + NEAR_NOUN].casefold()
