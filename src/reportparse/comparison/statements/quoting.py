"""What a report says that an earlier one said, and what has come of it: "1,274, previously reported as 1,261"."""

import re

from reportparse.comparison.terms.times import move_year
from reportparse.comparison.terms.wording import NEAR, find_sentence
from reportparse.models.facts import Figure

_TOLD = r"(?:reported|published|stated|given|quoted|printed|shown)"
_NAMES = r"(?:report|booklet|review|edition|publication)"
_YEAR = r"20\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?"
_REPORT = (
    rf"(?:(?:last\syear(?:’s|'s)|(?:our|my|the)\s(?:last|previous|earlier))\s(?:\w+\s)?{_NAMES}"
    rf"|(?:our|my|the)\s(?:\w+\s)?{_NAMES}\s(?:for|of)\s{_YEAR})"
)
_FIGURE = r"(?:figure|number|total|count|rate|value|level|amount)"
_FORESEEN = r"(?:expected|forecast|planned|projected|predicted|anticipated|hoped|promised|budgeted)"
# What a figure quotes from an earlier report stands after such words: it is no statement of this one.
_QUOTED = re.compile(
    rf"\b(?:(?:previously|originally|first|earlier|initially|wrongly|incorrectly)\s(?:{_TOLD}|recorded|gave|said)(?:\s(?:as|at))?"
    r"|(?:is|are|was|were|stands?)\snow\b[^.;]{0,40}\b(?:rather\sthan|instead\sof)(?:\sthe)?|differs?\sfrom(?:\sthe)?"
    r"|(?:restated|revised|corrected|amended|updated|adjusted)\s(?:to\s[£\d,.%]+(?:m|k|bn|\smillion)?\s\(?)?from"
    rf"|(?:revised|corrected|restated|amended|updated|adjusted)\s(?:the|our|its|last\syear(?:’s|'s))\s[^.;\d]{{0,40}}\sof"
    r"|\baudit(?:ors?)?\s(?:(?:has|have|had|since|then)\s)*(?:raised|lowered|changed|moved)\s(?:it\s)?from"
    rf"|(?:published|stated|given|quoted|printed|{_TOLD}\slast\syear)\s(?:in\s{_REPORT}\s)?(?:as|at)"
    rf"|{_TOLD}\sin\s{_REPORT}\s(?:as|at)"
    rf"|last\syear(?:’s|'s)\s(?:unaudited|provisional|draft|preliminary|first|published)\s{_FIGURE}[^.;,]{{0,40}}\s(?:was|were|stood\sat)"
    rf"|{_REPORT}(?:,\swhich)?\s(?:said|gave|showed|stated|told\sof|quoted|listed|put\sit\sat|had)(?:\sthat)?"
    rf"|{_REPORT}\s(?:gave|put|stated|showed|quoted)\s[^.;\d]{{2,50}}\s(?:as|at)"
    rf"|\bwhich\s(?:we|I)\s(?:had\s)?(?:gave|given|put|{_TOLD})\s(?:as|at)"
    r"|\b(?:we|I)\shad\s(?:put|given)\s[^.;\d]{2,40}\s(?:at|as)"
    rf"|\b(?:we|I)\sput\s(?:it|this|that|the\s{_FIGURE}(?:\s(?:for|of|in)\s{_YEAR})?)\sat"
    rf"|\b(?:we|I)\s(?:had\s)?(?:{_TOLD}|said|told|wrote)(?:\s(?:you|readers|the\s[Pp]anel))?"
    rf"\s(?:last\syear|a\syear\sago|in\s{_REPORT})\sthat\s(?:there|it|they|these|the\s{_FIGURE})"
    r"\s(?:had\sbeen|was|were|stood\sat|came\sto)"
    rf"|\bin\s{_REPORT},?\s(?:\(|(?:it|this|they|these|the\s{_FIGURE}s?|we|I)\s[^.;\d]{{2,50}})"
    rf"|(?:\b(?:last\syear|a\syear\s(?:ago|before|earlier)),?\s(?:we|I)|\b(?:we|I)\shad)\s(?:{_TOLD}|said|told\s(?:you|readers|residents|the\s[Pp]anel)\sof)(?:\s(?:that|it\sas|as|a\s{_FIGURE}\sof))?"
    rf"|{_FIGURE}\s(?:for|in|of)\s{_YEAR}\s(?:was\s|has\sbeen\s|were\s|has\s)?(?:changed|rose|fell|increased|moved|gone\sup|gone\sdown)\sfrom)"
    rf"\s*(?:(?!{_FORESEEN}\b)\w+\s)?$",
    re.IGNORECASE,
)
# "we said 812 last year".
_WE_SAID = re.compile(rf"\b(?:we|I)\s(?:said|gave|put\sit\sat|{_TOLD})\s(?:\w+\s)?$", re.IGNORECASE)
_THEN = re.compile(r"(?:\s[a-z]+)?\slast\syear\b(?!’s|'s)")
# "We reported 97,640 victims supported in 2022/23", which another report is about.
_IN_YEAR = re.compile(rf"(?:\s(?!to\b)[a-z-]+){{0,5}}\s(?:in|for)\s({_YEAR})\b")
# "the 2,118 published last year", "2,118 in last year's report".
_QUOTED_BEHIND = re.compile(
    r"\s(?:[a-z]+\s){0,2}?(?:"
    rf"(?:(?:that|which|as)\s(?:\w+\s){{0,2}}?)?(?:(?:{_TOLD}|appeared|appearing)\s)?(?:in|by|of|from)\s{_REPORT}"
    r"|(?:(?:that|which|as)\s(?:\w+\s){0,2}?)?(?:published|stated|quoted|printed)\s(?:last\syear|a\syear\sago)"
    rf"|when\s{_REPORT}\swas\s(?:written|prepared|printed|published)"
    rf"|when\s(?:(?:we|I)\s(?:last|first)\s|(?:it|they)\s(?:was|were)\s(?:last\s|first\s)?){_TOLD}"
    rf"|(?:as|that|which)\s(?:was\s|were\s|we\s|i\s)(?:previously\s|originally\s|had\s)?{_TOLD}"
    r"|in\sthe\s(?:draft|provisional|unaudited)\saccounts"
    rf"|as\s(?:(?:previously|originally|first)\s)?{_TOLD})\b",
    re.IGNORECASE,
)
# "The 214 given last year included six who had left".
_GIVEN_THEN = re.compile(
    r"\s(?:given|shown|stated|reported|counted|listed|published)\s(?:last\syear|a\syear\sago|in\slast\syear)\b"
)
# A note of a value: "£20.7m was reported last year, before the audit".
_WAS_TOLD = re.compile(rf"\s(?:was|were|had\sbeen)\s(?:previously\s|originally\s|first\s)?{_TOLD}\b")
# A column beside that of what it is now: "2022/23 as reported".
_QUOTED_HEAD = re.compile(
    rf"\b(?:as\s(?:(?:previously|originally|first)\s)?|(?:previously|originally|first)\s)(?:{_TOLD})\b|\bbefore\s(?:revision|restatement)\b",
    re.IGNORECASE,
)
_RIGHT = rf"(?:correct|right|true|corrected|audited|final|revised|updated)\s{_FIGURE}\s(?:is|was|should\sbe)"
# "We told you that the app had 10,640 users in March 2023; the correct number is 10,460".
_WE_TOLD_THAT = re.compile(
    rf"\b(?:we|I)\s(?:had\s)?(?:{_TOLD}|said|told|wrote)(?:\s(?:you|readers|residents|the\s[Pp]anel))?\s(?:that\s)?[^.;\d]{{2,60}}$",
    re.IGNORECASE,
)
_RIGHT_BEHIND = re.compile(rf"[^.;]{{0,60}}[.;]\s[Tt]he\s{_RIGHT}\b")
# "15,230, has since been corrected to 15,402": the first is what was said before.
_REVISED_TO = re.compile(
    r"(?:\b(?:revised|corrected|restated|amended|updated|adjusted)\s(?:\w+\s){0,2}?to\s(?:be\s)?"
    r"|\b(?:was|were|been)\sfinali[sz]ed\sat\s"
    r"|\bhas\s(?:since|now)\s(?:become|(?:risen|fallen|grown|gone\s\w+)\sto)\s"
    r"|\bshould\s(?:have\s(?:read|been)|be|read)\s"
    rf"|\b{_RIGHT}\s(?:now\s)?)$",
    re.IGNORECASE,
)
# Behind what is quoted less is enough: "published as 2,118, is now 2,131".
_NOW = re.compile(
    r"\b(?:is|was|are|were|stands?\sat|came\sto)\s(?:now|in\sfact|actually|really)\s$|\bnow\s(?:stands?|put)\sat\s$"
    r"|\bit\s(?:is|was)\s$|\b(?:it|there)\swould\shave\sbeen\s$|\bto\s$",
    re.IGNORECASE,
)
_NEW_PART = re.compile(r"[.;]\s|\bbut\b")
_DENIED = re.compile(r"\b(?:not|instead\sof|rather\sthan)\s(?:the\s)?(?:\w+\s)?$")
_AS_SAID = re.compile(
    r"\s(?:as|that)\s(?:was\s|were\s|we\s|i\s)?(?:reported|published|stated|told|said|wrote)", re.IGNORECASE
)
# "which was 1,027 and not 1,013", "231 and not, as was published, 230".
_OTHER_NUMBER = re.compile(r"\d(?:%|m|bn|k|\smillion)?,?\s(?:and\s)?not(?:,\s[^,.;\d]{3,40},)?\s(?:the\s)?£?$")
_NOT_ANOTHER = re.compile(r",?\s(?:and\s)?not\b")
_AS_PLANNED = re.compile(
    r"\s(?:as|that)\s(?:was\s|were\s|we\s|i\s)?(?:forecast|planned|expected|budgeted|feared|hoped)"
)
_LAST_YEAR = re.compile(r"\blast\syear\b", re.IGNORECASE)
_SAYS_REVISED = re.compile(
    r"\b(?:re-?stated|re-?statement|re-?calculated|re-?counted|revised|revision|corrected|correction|amended|adjusted|adjustments?|re-?classif\w+"
    rf"|{_REPORT}\s(?:had\s)?(?:left\sout|missed|omitted|(?:did\snot|had\snot|didn[’']t)\s(?:yet\s)?(?:counted|count|included?)|excluded|lacked)"
    rf"|replaces\s(?:the|that|what)\s(?:{_FIGURE}\s|one\s)?(?:that\s)?(?:(?:we|I)\s|was\s)?{_TOLD}"
    r"|(?:once|now\sthat|since)\s(?:the\s)?(?:late|missing|delayed)\s\w+"
    r"|(?:late|further)\s(?:reports|returns|recording|data)|after\s(?:the\s)?audit|audited"
    r"|(?:once|when|after|as)\s(?:the|our)\s(?:external\s)?auditors?\b"
    r"|auditors?\s(?:\w+\s)?(?:settled|changed|adjusted|asked|required|agreed|moved|found)"
    r"|final\s(?:figure|number|total|out-?turn|accounts?|underspend|overspend|surplus|deficit)|now\s(?:recorded|shown|stands?|reported))\b",
    re.IGNORECASE,
)
# "I had given £204,600 to 51 projects": a grant, and no number that was told.
_GAVE, _TO_WHOM = re.compile(r"\b(?:gave|given)\s$"), re.compile(r"\s(?:to|towards?|for)\s")
# What was said and what has come of it stand no farther apart, in letters, and no other number between.
MAX_APART = 120

# What a value that an earlier report told otherwise stands behind, and what stands between it and that.
_LATELY_NOW = re.compile(r"(?:\(|\b(?:is|are|stands\sat)\snow\s)$")
_BESIDE = re.compile(r"(?:,\s|\swhere\s|;\s)[^.;\d]{3,40}")
_IN_REPORT = re.compile(r"\b(?:reports?|reported|published|publication|previously|originally)\b", re.IGNORECASE)
_ANEW = re.compile(r"\b(?:now|corrected|revised|restated|updated|amended|should)\b", re.IGNORECASE)


def says_revised(figure: Figure, context: str) -> bool:
    """Whether the sentence of a value says that it is another than was told; `context` are the words near it.

    Behind them what a footnote says of its revision may stand on a line of its own.
    """
    if figure.source.kind == "cell":
        return False
    start, end = find_sentence(context, min(figure.source.start, NEAR))
    said = _SAYS_REVISED.search(context, start, end) or _SAYS_REVISED.fullmatch(context.rpartition("\n")[2])
    return said is not None


def find_revision(note: str) -> str:
    """The words of a footnote by which a value is another than was told: "Revised", of "Revised. The number in ..."."""
    match = _SAYS_REVISED.search(note)
    return match[0] if match else ""


def is_quoted(figure: Figure, text: str) -> bool:
    """Whether the figure is what an earlier report said: "18,112, revised from 18,059"."""
    if not text:
        return _QUOTED_HEAD.search(figure.measure or "") is not None
    before = text[: figure.source.start]
    if figure.kind == "money" and _GAVE.search(before) and _TO_WHOM.match(text, figure.source.end):
        return False
    if _QUOTED.search(before) or _QUOTED_BEHIND.match(text, figure.source.end):
        return True
    if before.endswith(("The ", "the ")) and _GIVEN_THEN.match(text, figure.source.end):
        return True
    if _WE_SAID.search(before) and _THEN.match(text, figure.source.end):
        return True
    if _WE_TOLD_THAT.search(before) and _RIGHT_BEHIND.match(text, figure.source.end):
        return True
    is_other = _OTHER_NUMBER.search(before) is not None
    return is_other or bool(_DENIED.search(before) and _AS_SAID.match(text, figure.source.end))


def says_we_reported(figure: Figure, text: str, own: str | None) -> bool:
    """Whether it is what the report of another year than its own said: "We reported 97,640 in 2022/23"."""
    said = _IN_YEAR.match(text, figure.source.end)
    is_of_other = said is not None and own is not None and figure.period not in (None, own)
    return is_of_other and _WE_SAID.search(text[: figure.source.start]) is not None


def says_reported(figure: Figure, text: str) -> bool:
    """Whether a note says that its number stood in a report, and is no new one: "74 in last year's report"."""
    start, end = find_sentence(text, figure.source.start)
    if _NOT_ANOTHER.match(text, figure.source.end):
        return False
    return _IN_REPORT.search(text, start, end) is not None and _ANEW.search(text, start, end) is None


def opens_as_told(figure: Figure, text: str) -> bool:
    """Whether a note begins with its number, and says of it but that it was told: "£20.7m was reported last year"."""
    return not text[: figure.source.start].strip() and _WAS_TOLD.match(text, figure.source.end) is not None


def is_revised_to(figure: Figure, following: Figure | None, text: str) -> bool:
    """Whether the next figure is what has come of this one: "15,230, since corrected to 15,402"."""
    if following is None or following.source.id != figure.source.id or following.kind != figure.kind:
        return False
    between = text[figure.source.end : following.source.start]
    is_foreseen = following.role == "forecast" != figure.role  # "if nothing were done it would have been 44%"
    if len(between) > MAX_APART or is_foreseen:
        return False
    if is_quoted(figure, text):
        return _REVISED_TO.search(between) is not None or _NOW.search(between) is not None
    return _REVISED_TO.search(between) is not None and _NEW_PART.search(between) is None


def is_set_beside_quoted(figure: Figure, following: Figure | None, text: str) -> bool:
    """Whether what was published stands right behind a value: "(153, given as 148 in the last report)".

    Or "it is now 3,527 where we had published 3,506": of a year that the earlier report told of.
    """
    if following is None or following.source.id != figure.source.id or following.kind != figure.kind:
        return False
    between = text[figure.source.end : following.source.start]
    is_beside = _BESIDE.fullmatch(between) is not None and _LATELY_NOW.search(text[: figure.source.start]) is not None
    return is_beside and figure.role != "change" and is_quoted(following, text)


def is_denied(figure: Figure, text: str) -> bool:
    """Whether the figure is what did not come: "£18.6m, not £17.9m as forecast"."""
    return bool(_DENIED.search(text[: figure.source.start]) and _AS_PLANNED.match(text, figure.source.end))


def find_year_quoted(figure: Figure, text: str, own: str | None) -> str | None:
    """The year of what a report said last year, where no other is told: that report's own."""
    start, end = find_sentence(text, figure.source.start)
    return move_year(own or "", -1) if _LAST_YEAR.search(text[start:end]) else None
