"""What a sentence holds beside a figure: numbers that are none, with the reason, and the times it names."""

from typing import NamedTuple

from reportparse.language.addresses import find_addresses
from reportparse.language.amounts import find_amounts
from reportparse.language.model import Span
from reportparse.language.not_figures import why_not
from reportparse.language.periods import find_periods
from reportparse.language.sentences import find_sentences, sentence_at


class Passed(NamedTuple):
    """Words that were looked at and are no figure."""

    text: str
    reason: str


def sentence_of(text: str, start: int) -> tuple[int, int]:
    """Offsets of the sentence that holds a place in the text."""
    return sentence_at(find_sentences(text), start)


def find_passed(text: str, start: int, end: int) -> list[Passed]:
    """The numbers and times of text[start:end] that are no figures, in order.

    >>> find_passed("In 2019/20 we met 53 victims; call 101.", 0, 39)
    [Passed(text='2019/20', reason='period 2019/20'), Passed(text='101', reason='telephone number')]
    """
    periods, addresses = find_periods(text), find_addresses(text)
    dates = [period.span for period in periods]
    found: list[tuple[Span, str]] = [
        (period.span, f"period {period.label}" if period.label else "a time without a year") for period in periods
    ]
    for amount in find_amounts(text):
        reason = why_not(text, amount, dates, addresses)
        if reason and not any(amount.span.overlaps(date) for date in dates):
            found.append((amount.span, reason))
    return [Passed(text[span.start : span.end], reason) for span, reason in sorted(found) if start <= span.start < end]
