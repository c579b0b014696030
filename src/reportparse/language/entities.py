"""Entities: names by their own words ("Operation X", "X Act 2011", "X Council"), with abbreviations resolved."""

import re

from reportparse.language.model import Entity, Span

_CAP = r"(?:[A-Z][\w’'&-]*)"
_NAME = rf"{_CAP}(?:\s(?:{_CAP}|and|of|the|for|&)(?=\s))*?"
_RULES = [
    ("operation", re.compile(rf"\b(?:Operation|Op)\s{_CAP}")),
    ("law", re.compile(rf"\b{_CAP}(?:\s(?:{_CAP}|and|of|\(\w+\))){{0,8}}?\sAct\b(?:\s\d{{4}})?")),
    ("force", re.compile(rf"\b{_CAP}(?:\s(?:{_CAP}|and|&)){{0,8}}?\s(?:Police|Constabulary)\b(?!\s(?:and|[A-Z]))")),
    (
        "programme",
        re.compile(
            rf"\b{_CAP}(?:\s(?:{_CAP}|and|of|for|the)){{0,8}}?\s"
            r"(?:Fund|Programme|Scheme|Plan|Project|Pilot|Strategy|Initiative)\b"
        ),
    ),
    (
        "organisation",
        re.compile(
            rf"\b{_CAP}(?:\s(?:{_CAP}|and|of|for|the|&)){{0,8}}?\s(?:Council|University|Trust|Service|Board"
            rf"|Commission|Committee|Unit|Office|Agency|Association|Partnership|"
            r"Foundation|Network|Institute|Court|Group|Panel|Hub|Centre|Alliance|Forum|Ministry|Inspectorate"
            r"|Authority|Team)\b"
        ),
    ),
    (
        "organisation",
        re.compile(
            rf"\b(?:University|Ministry|Department|College|Association|Office)\s(?:of|for)\s"
            rf"(?:the\s)?{_CAP}(?:\s(?:{_CAP}|and|&)){{0,8}}\b"
        ),
    ),
    (
        "organisation",
        re.compile(
            r"\b(?:HMICFRS|HMIC|IOPC|Home Office|NHS|CPS|APCC|NPCC|Crimestoppers"
            r"|Victim Support|Barnardo['’]s|College of Policing)\b"
        ),
    ),
    (
        "person",
        re.compile(
            rf"\b(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Bishop|Professor|Prof|Revd|Rev|Judge)\.?\s{_CAP}(?:\s{_CAP})?"
        ),
    ),
]
_TITLE = re.compile(r"^(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Bishop|Professor|Prof|Revd|Rev|Judge)\.?\s(?=\S+\s\S)")
_SHORT = re.compile(r"^\s\((?:the\s)?[“\"']?([A-Z][A-Za-z&]{1,9})[”\"']?\)")
_ARTICLE = re.compile(r"^(?:The|This|Our|My|In|A|An|For|Through|Each|Every|With|By|On|At|As|Since|Following)\s")


def find_entities(text: str) -> list[Entity]:
    """The entities of a text in the order of their first mention."""
    mentions: dict[tuple[str, str], list[Span]] = {}
    taken: list[Span] = []
    for kind, pattern in _RULES:
        for match in pattern.finditer(text):
            span = _trim(text, Span(*match.span()))
            if " " not in text[span.start : span.end] and kind != "organisation":
                continue
            if any(span.overlaps(other) for other in taken[-200:]):
                continue
            taken.append(span)
            mentions.setdefault((kind, _TITLE.sub("", text[span.start : span.end])), []).append(span)
    for (_, _name), spans in list(mentions.items()):
        _add_short(text, spans)
    entities = [Entity(kind, name, tuple(sorted(spans))) for (kind, name), spans in mentions.items()]
    return sorted(entities, key=lambda entity: entity.mentions[0])


def _trim(text: str, span: Span) -> Span:
    article = _ARTICLE.match(text[span.start : span.end])
    return Span(span.start + article.end(), span.end) if article else span


def _add_short(text: str, spans: list[Span]) -> None:
    for span in list(spans):
        short = _SHORT.match(text[span.end : span.end + 16])
        if short:
            spans.extend(
                Span(*match.span())
                for match in re.finditer(rf"\b{re.escape(short[1])}\b", text)
                if match.start() > span.end
            )
            return
