"""What a figure of a report is of: its own words say it, or what it hangs on."""

import re

from reportparse.comparison.naming.hanging import is_told_apart
from reportparse.comparison.naming.key import read_key
from reportparse.comparison.naming.parts import is_but_where
from reportparse.comparison.statements.again import names_place
from reportparse.comparison.statements.aims import find_aimed_at
from reportparse.comparison.statements.hung import Hung
from reportparse.comparison.statements.sameness import THE_NUMBER_OF_YEAR, means_the_same
from reportparse.comparison.statements.story import Story
from reportparse.comparison.terms.anchors import may_be_one
from reportparse.comparison.terms.durations import is_mark
from reportparse.comparison.terms.keys import Key, Place, is_of_earlier
from reportparse.comparison.terms.profiles import Profile, find_part, is_taken_over
from reportparse.comparison.terms.stated import Statement, with_name_of, without_words
from reportparse.comparison.terms.wording import find_sentence, find_subject, is_of_row, record_of
from reportparse.comparison.terms.words import WORD, is_generic, own_words
from reportparse.models.facts import Figure
from reportparse.registry.measures import find_measure, read_qualifier

# "1,702 robberies (0.9 for every 1,000 people)": a rate in brackets is of what is counted before it.
_OPENED = re.compile(r"[^().;\d]{0,60}\(\s*")
_COUNTED_LABEL = re.compile(r"\(([A-Za-z-]+(?:\s[a-z-]+)?):?\s$")
# "On that wider basis there were 15,334 offences".
_OTHER_BASIS = re.compile(
    r"\b[Oo]n\s(?:this|that|the|a|its|their|our)\s(?:\w+ly\s)?(?:wider|narrower|broader|fuller|stricter|looser)"
    r"\s(?:basis|definition|count|measure|method)\b"
)
# "Of the £483.8m, pay took £390.4m": what has been told before.
_OF_WHOLE = re.compile(r"\s*(?:Of|From)\s(?:the|this|that|these)\s$")
# What a rate is reckoned by: "the rate per 1,000 residents", "offences for every 1,000 people".
_PER_HEAD = re.compile(
    r"\b(?:per|for\severy|for\seach|to\severy)\s(?:1,?000|10,?000|100,?000|thousand|head)\b(?:\s(?:of\s)?(?:the\s)?[a-z]+)?|\brates?\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\s*(?:(?:That|This|It|These|They)\b|(?:The|This|That|Its|Our|Their|[A-Z][a-z]+[’']s)\s(?:\w+\s)?rate\b)"
)
_NUMBER_OF = re.compile(r"^(?:the\s)?number\sof\s")
# A household's bill to the penny, and how much it may change from one year to the next: £24 on £169.15 was 14%.
_BAND_D, _BILL, MAX_BILL_CHANGE = "precept-band-d", re.compile(r"£\d{2,3}\.\d\d"), 0.2


# "A household paid £243.15 towards policing": a sum to the penny in a sentence with such words, and no other band.
_OF_BILL = re.compile(
    r"\b(?:Band\sD|precept|council\stax|(?:average|typical)\s(?:home|household|property))\b", re.IGNORECASE
)
_OTHER_BILL = re.compile(r"\bBand\s[A-CE-H]\b|\b(?:fines?|fees?|tickets?|penalt\w+|hour|weekly|monthly)\b")
# "Each took us on average 29 days", "On average they took 16 days": what was counted before.
_EACH_TOOK = re.compile(
    r"\b(?:each|we|they|these)\s(?:(?:of\sthem|had)\s)?(?:took|needed|taken)\s(?:us\s)?(?:on\saverage\s)?$",
    re.IGNORECASE,
)
_AVERAGE, _DAYS = re.compile(r"\baverage\b", re.IGNORECASE), ("days", "working days", "weeks")
_TAKEN_BY = (("review", "review-timeliness"), ("complaint", "complaint-timeliness"))
_WHOLE_BILL = re.compile(r"£\d{3}\.\d\d")


def find_key(
    figure: Figure, place: Place, profile: Profile, hung: Hung, story: Story
) -> tuple[Key, Statement | None]:
    """What a figure is of: its own words say it, or what it hangs on, which is given, too."""
    text, before = place.text, hung.before
    key = _read_key(figure, place, story)
    if text and not key.place and (town := find_subject(figure, text, story.texts.towns)):
        key = key._replace(place=" ".join(WORD.findall(town.casefold())))
    if told := _find_from_other(figure, key, place, hung, story):
        return told
    head = None
    is_of_before = hung.is_quoted or hung.told or hung.is_bare
    if before and (is_of_before or means_the_same(figure, key, before, text, profile)):
        key = before.key._replace(role=key.role, place=key.place, unit=key.unit or before.key.unit)
        head = before if (figure.role == "baseline" or hung.is_bare) and not key.place else None
    elif before and before.key == key and _is_doubtful(figure, before.figure, text):
        key = without_words(key, figure)  # "It took 9 seconds; in 2022/23 it took 11": no number of calls
    elif before and before.key.place and not key.is_common and is_but_where(figure, find_part(figure, place)):
        key = with_name_of(key, before.key)  # "Medway saw the most ASB, 4,210 incidents, and Swale the least, 611"
    elif _is_unnamed(figure, key, place) or (not profile.is_own and _has_only_its_measure(key, figure)):
        key = without_words(key, figure)
    elif before and key.counted is None and _goes_on_from(figure, key, before, text):
        key = key._replace(counted=before.key.counted)
    held = story.memory.last.get((record_of(figure), "count"))
    if held and figure.kind == "rate" and (
        _OPENED.fullmatch(text, held.figure.source.end, figure.source.start) or _is_rate_of(figure, held, text)
    ):
        return key._replace(measure=held.key.measure, is_common=held.key.is_common), None
    return key, head


def _find_from_other(
    figure: Figure, key: Key, place: Place, hung: Hung, story: Story
) -> tuple[Key, Statement | None] | None:
    """The key that a figure has from another one, and that where it hangs on it; None where its own words count."""
    text, before = place.text, hung.before
    if bill := _find_bill(figure, key, story):
        return bill.key, None
    is_there = not key.place or not names_place(figure, text, place.beside)
    if hung.meant and (key.place == hung.meant.key.place or is_there) and not key.counted:
        return hung.meant.key, hung.meant
    if taken := _find_time_taken(figure, key, story):
        return taken, None
    if hung.told and not before and not figure.measure:  # "Revised from 2,118 to 2,131", in a note
        return hung.told.key._replace(role=key.role), None
    if before and before.key.is_common and (label := _COUNTED_LABEL.search(text[: figure.source.start])):
        counted = read_qualifier(label[1], find_measure(before.key.measure))
        if counted:  # "4,224 officers (FTE: 4,113)"
            return before.key._replace(counted=counted, role=key.role), None
    aimed = None if key.is_common else find_aimed_at(figure, text, story.memory.told[record_of(figure)])
    return (with_name_of(key, aimed.key), aimed) if aimed else None


def _read_key(figure: Figure, place: Place, story: Story) -> Key:
    """Its own, or that of the value it is set beside, others between: "39 and 601, against 46 and 566"."""
    key = read_key(figure, place, story.source.area)
    told = _NUMBER_OF.sub("", figure.measure or "")  # "102,615 referrals. The number of referrals rose from 98,740"
    if not key.is_common and not key.place and _is_bill(figure, place.text):
        role = "actual" if key.role == "forecast" else key.role  # what was set
        return key._replace(measure=_BAND_D, is_common=True, counted=None, role=role)
    compared = story.memory.named.get((record_of(figure), figure.kind, told))
    if compared is None or figure.role != "baseline" or key.is_common:
        return key
    return compared.key._replace(role=key.role, place=key.place)


def _find_time_taken(figure: Figure, key: Key, story: Story) -> Key | None:
    """How long what was just counted took, where a sentence says no more: "Each took us 29 days on average"."""
    text = story.texts.text_of(figure)
    if key.is_common or figure.kind != "duration" or figure.unit not in _DAYS or figure.role == "change":
        return None
    start, end = find_sentence(text, figure.source.start)
    if not _EACH_TOOK.search(text, start, figure.source.start) or not _AVERAGE.search(text, start, end):
        return None
    counted = [each.key.measure for each in story.memory.told[record_of(figure)] if each.key.is_common]
    measure = next((taken for word, taken in _TAKEN_BY if counted and word in counted[-1]), None)
    return key._replace(measure=measure, is_common=True, counted=None) if measure else None


def _is_bill(figure: Figure, text: str) -> bool:
    """Whether it is what an average household pays, by its size, to the penny, and by the words of its sentence."""
    if not text or figure.role == "change" or not _WHOLE_BILL.fullmatch(figure.text):
        return False
    sentence = text[slice(*find_sentence(text, figure.source.start))]
    return _OF_BILL.search(sentence) is not None and _OTHER_BILL.search(sentence) is None


def _find_bill(figure: Figure, key: Key, story: Story) -> Statement | None:
    """What a Band D household pays, told before of another year: "It has since been set at £270.15 for 2025/26".

    Sums to the penny that are near each other are no others', if they have a year and no place.
    """
    is_bill = _BILL.fullmatch(figure.text) is not None and figure.period is not None and figure.role != "change"
    if not is_bill or figure.place or (key.is_common and key.measure not in ("precept", _BAND_D)):
        return None
    return next(
        (
            each for each in story.memory.told[record_of(figure)]
            if each.key.measure == _BAND_D and not each.key.place and _BILL.fullmatch(each.figure.text)
            and abs(float(each.figure.value or 0) / float(figure.value or 1) - 1) <= MAX_BILL_CHANGE
        ), None,
    )  # fmt: skip


def _is_rate_of(figure: Figure, held: Statement, text: str) -> bool:
    """Whether a rate without words of its own goes on from a count: "That is 89.6 offences per 1,000 people"."""
    words = _PER_HEAD.sub(" ", figure.measure or "")
    start, _ = find_sentence(text, figure.source.start)
    is_next = find_sentence(text, max(0, start - 2))[0] <= held.figure.source.start < start
    is_pointing = _POINTS_BACK.match(text, start) is not None
    return is_next and is_pointing and (not own_words(words) or is_generic(words))


def _is_on_other_basis(figure: Figure, text: str) -> bool:
    """Whether its sentence says that it is counted otherwise than what has the name: "On that wider basis"."""
    return _OTHER_BASIS.search(text, find_sentence(text, figure.source.start)[0], figure.source.start) is not None


def _is_unnamed(figure: Figure, key: Key, place: Place) -> bool:
    """Whether nothing names it, as one of two numbers of two things: "both rose: to 3,377 and 6,240"."""
    if not key.measure or is_mark(figure, place):
        return True
    is_bill = _is_bill(figure, place.text)  # "If your home is in Band D, you paid £256.15"
    if key.is_common and not is_bill and (is_told_apart(figure, place.text) or _is_on_other_basis(figure, place.text)):
        return True
    start, _ = find_sentence(place.text, figure.source.start)
    if _OF_WHOLE.fullmatch(place.text, start, figure.source.start) and place.text.startswith(", ", figure.source.end):
        return True
    is_of_two = figure.measure is None or " and " in figure.measure
    return is_of_two and is_of_row(figure, place.text, place.beside)


def _goes_on_from(figure: Figure, key: Key, before: Statement, text: str) -> bool:
    """Whether it is of the measure of the value before it by what stands in a sentence before its own."""
    start, _ = find_sentence(text, figure.source.start)
    is_same = is_of_earlier(figure, figure.measure or "", text) or THE_NUMBER_OF_YEAR.match(text, start) is not None
    return key.measure == before.key.measure and is_same


def _is_doubtful(figure: Figure, before: Figure, text: str) -> bool:
    """Whether its measure stands but in a sentence before, beside a value far off; "it is now 31 seconds" is told."""
    is_told = figure.kind == "duration" and (figure.unit or "") in figure.text
    return not is_told and is_taken_over(figure, text) and not may_be_one(figure, before)


def _has_only_its_measure(key: Key, figure: Figure) -> bool:
    """Whether a value is named by no more words than its measure has: those may be another's."""
    said = set(own_words(figure.measure or "").split())
    return figure.role != "baseline" and not key.is_common and set(key.measure.split()) <= said
