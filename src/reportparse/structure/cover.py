"""Lines of a cover: which stand for themselves, and which open a text in large type."""

import re
from collections.abc import Sequence

from reportparse.layout import Line
from reportparse.structure.faces import is_one_color
from reportparse.structure.typography import Typography

# Lines of a cover that stand for themselves: how many, how large beside the text, and of how many words.
MAX_LISTED, MAX_PLAIN, MAX_LISTED_WORDS = 8, 1.5, 12
# Words that no title ends in.
OPEN_ENDS = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "our", "the", "to", "with"])
# A line of a cover that opens a text stands further from the one above than from the one below, by this factor.
MIN_COVER_STEP = 1.1
# What a line of a cover begins with that is a number, a day or an hour, and no provision of a law, "12(2)".
_NUMBER = re.compile(r"\d[\d.,:/–-]*(?:[a-z]{2})?(?:\s|$)")
# On a cover, the day and hour of the meeting; and the place of the paper in its agenda, which the page behind a cover
# may say as well: "Agenda Item No. 7".
_HOUR = r"(?:,?\s(?:at\s)?(?:\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?|noon)?|noon))?"
_MEETING = re.compile(
    rf"(?:[A-Z][a-z]+day,?\s)?\d{{1,2}}(?:st|nd|rd|th)?\s[A-Z][a-z]+,?\s\d{{4}}{_HOUR}"
    r"|(?:agenda\s)?item(?:\sno)?\.?:?\s\d{1,2}[a-z]?",
    re.IGNORECASE,
)
_AGENDA = re.compile(r"agenda\sitem(?:\sno)?\.?:?\s\d{1,2}[a-z]?", re.IGNORECASE)


def tells_meeting(page: int, text: str) -> bool:
    """Whether a text of a cover says when a meeting is, or where a paper stands in its agenda, and no more.

    That is a text of the agenda on any page.

    >>> [tells_meeting(page, text) for page, text in ((1, "14 July 2031"), (3, "14 July 2031"), (3, "Agenda Item 6"))]
    [True, False, True]
    """
    return (_MEETING if page == 1 else _AGENDA).fullmatch(text) is not None


def is_plain(line: Line, typography: Typography) -> bool:
    """Whether a line is set about as large as the text, and not as titles are."""
    return line.style.size < MAX_PLAIN * typography.body.size


def are_listed(lines: Sequence[Line]) -> bool:
    """Whether lines are a cover's, each for itself: few and short, none of which ends in the air or begins so."""
    return len(lines) <= MAX_LISTED and all(
        len(line.words) <= MAX_LISTED_WORDS
        and (line.text[0].isupper() or _NUMBER.match(line.text))
        and line.text[-1] not in ",;:-–&"
        and line.words[-1].text.casefold() not in OPEN_ENDS
        for line in lines
    )


def opens_on_cover(last: Line, line: Line, following: Line | None, typography: Typography) -> bool:
    """Whether a line of a cover begins what is no more of the line above: in large type nearer to the line below."""
    is_large = not is_plain(line, typography)
    return (is_large and _opens_text(last, line, following)) or _turns_color(last, line)


def _opens_text(last: Line, line: Line, following: Line | None) -> bool:
    """Whether a line of a cover in large type opens a text of its own, being nearer to the line below than above."""
    if following is None or following.style != line.style or not line.text[:1].isupper():
        return False
    above, below = line.baseline - last.baseline, following.baseline - line.baseline
    return above > MIN_COVER_STEP * below > 0


def _turns_color(last: Line, line: Line) -> bool:
    """Whether two lines of a cover are each of a colour of its own, and say each a thing of its own: in two languages.

    A title of two colours is one: "Annual" over "Report", "Making our" over "communities safer".
    """
    is_whole = min(len(last.words), len(line.words)) > 1 and line.text[0].isupper()
    is_open = last.text[-1] in ",;:-–&" or last.words[-1].text.casefold() in OPEN_ENDS
    is_other = last.style.color != line.style.color and is_one_color(last) and is_one_color(line)
    return is_whole and is_other and not is_open
