"""Clean text: NFC, ligatures, white space, words broken over lines; nothing else normalises."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

SOFT_HYPHEN = "\u00ad"
# How far back a broken address or word may begin, in characters: bounds on what is looked at again for each line.
MAX_ADDRESS = 300
MAX_WORD = 60
# Breaks that look like broken words, for each at a hyphen that is written anyway, in a report that breaks no words:
# "re-offending" where "reoffending" is written elsewhere.  Reports that do break words have ten times as many.
MAX_CHANCE_BREAKS = 0.5
# From here on digits are a code, no number: JSON's numbers are exact up to 9e15, a nation's whole debt has 13 digits.
MAX_VALUE = 10**15
_WRITTEN_OUT: dict[int, str | None] = {
    ord("ﬀ"): "ff",
    ord("ﬁ"): "fi",
    ord("ﬂ"): "fl",
    ord("ﬃ"): "ffi",
    ord("ﬄ"): "ffl",
    ord("ﬅ"): "st",
    ord("ﬆ"): "st",
    **dict.fromkeys((ord(SOFT_HYPHEN), 0x200B, 0xFEFF, 0x200E, 0x200F)),
}
_SPECIAL = re.compile(f"[{''.join(map(chr, _WRITTEN_OUT))}]")
_CONTINUED = re.compile(r"(?<=\S)\s*[-–—,:]?\s*\(?\b(?:continued|cont['’]?d\.?|cont\.|parhad)\)?$", re.IGNORECASE)
_NO_WORDS = re.compile(r"\W+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ASCII_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")  # what that finds in most lines in small letters, in half the time
HYPHENS = "-\u00ad‐"
# Second halves that no word ends with, or no longer one than `MIN_FIRST` letters more: what they end is a compound.
_COMPOUND_ENDS = frozenset((
    "agency", "based", "centred", "driven", "effective", "enabled", "facing", "focused", "funded", "injury", "level",
    "profile", "quality", "recorded", "related", "risk", "scale", "social", "specific", "term", "up", "year",
))  # fmt: skip
MIN_FIRST = 4
# First halves that are written together with a word behind them, as "another", "everybody" and "within" are.
_CLOSED = frozenset(("an", "any", "be", "every", "some", "super", "with"))
# "non-emergency", "non-residential"; but "nonsense", which has less behind it.
MIN_NEGATED = 6
_TENS = frozenset(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"))
_UNITS = frozenset((
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
))  # fmt: skip
# Reports that do break words break one on every twentieth line at least; fewer than this are hyphens written anyway,
# unless most of them part what are no words: "Interna-tional".
MIN_BREAKS = 1 / 80
# First halves that are no words and keep their hyphen: "anti-slavery".
_PREFIXES = frozenset((
    "anti", "bi", "counter", "cross", "cyber", "ex", "inter", "intra", "mid", "mini", "multi", "pan", "post", "pre",
    "pro", "quasi", "self", "semi", "sub", "tri", "ultra", "vice",
))  # fmt: skip
# Small words that link the parts of a compound.
_LINKS = frozenset(("and", "by", "for", "in", "of", "on", "the", "to"))
_ENDS_BROKEN = re.compile(r"([^\W\d_]+)[-\u00ad‐]$")
_BEGINS = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)")
_URL_TAIL = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)
_URL_REST = re.compile(r"[a-z\d-]+[./]\S+|uk|com|org|net|wales|cymru")
# What goes on with an address that has no "www." and is broken at a hyphen of its own: a host, or what is behind one.
_HOST_REST = re.compile(r"(?:[a-z\d._-]+@)?[a-z\d-]+(?:\.[a-z\d-]{2,})+(?:/\S*)?")
_URL_PIECE = re.compile(r"\S*[/.?=&%_\d-]\S*")

# An address as people write it: of a mailbox, or of a page of the web.
ADDRESS = r"[^\s@]+@[^\s@]+\.\w+|(?:https?://|www\.)\S+"
_ADDRESS = re.compile(ADDRESS, re.IGNORECASE)


def is_address(word: str) -> bool:
    """Whether a word is the address of a mailbox or of a page of the web.

    >>> [is_address(word) for word in ("office@pcc.example", "www.pcc.example/plan", "office")]
    [True, True, False]
    """
    return _ADDRESS.fullmatch(word) is not None


def fold_title(text: str) -> str:
    """The words alone, in small letters, so that a title is found again however it is set.

    >>> fold_title("4.2  Anti-social behaviour:")
    '4 2 anti social behaviour'
    """
    return _NO_WORDS.sub(" ", text).casefold().strip()


def squeeze(text: str) -> str:
    """Letters and digits alone, in small letters, so that words are found again however they are spaced.

    >>> squeeze("4.2 Early-Help.")
    '42earlyhelp'
    """
    return "".join(filter(str.isalnum, text)).casefold()


def cut_continued(text: str) -> str:
    """A title without the word that says that it was there before.

    >>> cut_continued("Statement of accounts (continued)")
    'Statement of accounts'
    """
    return _CONTINUED.sub("", text)


def clean(text: str) -> str:
    r"""NFC with ligatures written out, without soft hyphens and invisible marks, each run of white space one space.

    >>> clean("the ﬁve  of\u00adfices")
    'the five offices'
    """
    if not text.isascii():
        if _SPECIAL.search(text):
            text = text.translate(_WRITTEN_OUT)
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


class Vocabulary:
    """The words of one report, as evidence of how a word broken over two lines is written."""

    def __init__(self, lines: Iterable[str]) -> None:
        """`lines` are all lines of the report, in reading order."""
        found: list[str] = []
        breaks: list[tuple[str, str]] = []
        whole: dict[bool, list[str]] = {True: [], False: []}  # lines that begin and end in no half of a word
        last, count = " ", 0
        for count, line in enumerate(lines, 1):  # noqa: B007
            is_rest, is_broken = last[-1] in HYPHENS, line[-1:] in HYPHENS
            if is_rest and (broken := _ENDS_BROKEN.search(last)) and (begin := _BEGINS.match(line)):
                breaks.append((broken[1], begin[1]))
            if is_rest or is_broken:
                found += _WORD.findall(line)[is_rest : -1 if is_broken else None]
            else:
                whole[line.isascii()].append(line)
            last = line or " "
        found += _WORD.findall("\n".join(whole[False]))
        self.words = Counter(map(str.casefold, found))
        self.words.update(_ASCII_WORD.findall("\n".join(whole[True]).casefold()))
        is_doubtful = 0 < len(breaks) < MIN_BREAKS * count
        self.hyphenates = self._parts_no_words(breaks) if is_doubtful else self._hyphenates(breaks)

    def _parts_no_words(self, breaks: Sequence[tuple[str, str]]) -> bool:
        """Whether the report has most halves on both sides of lines' ends nowhere else; one may be a rare compound."""
        halves = [self._are_halves(*words) or self._is_torn(*words) for words in breaks]
        return 2 * sum(halves) > max(len(breaks), 2)

    def _are_halves(self, first: str, second: str) -> bool:
        """Whether the report has neither half as a word of its own, and the first is no prefix."""
        return (
            second[0].islower()
            and len(first) > 1
            and first.casefold() not in _PREFIXES
            and not self.words[first.casefold()]
            and not self.words[second.casefold()]
        )

    def _is_torn(self, first: str, second: str) -> bool:
        """Whether the report has the whole word elsewhere and not its second half; short first ones may be prefixes."""
        is_sure = len(first) >= MIN_FIRST and not self.words[second.casefold()]
        return is_sure and self._count(first + second) > 0 and not self._is_written(first, second)

    def _hyphenates(self, breaks: Iterable[tuple[str, str]]) -> bool:
        """Whether lines of the report are broken inside words, rather than at hyphens that are written anyway."""
        whole = written = 0
        for first, second in breaks:
            if self._is_written(first, second) or self._is_compound(first, second):
                written += 1
            elif second[0].islower() and (self.words[(first + second).casefold()] or not self.words[second.casefold()]):
                whole += 1
        return whole > MAX_CHANCE_BREAKS * written or not written

    def _is_written(self, first: str, second: str) -> bool:
        return self.words[f"{first}-{second}".casefold()] > 0

    def _is_compound(self, first: str, second: str) -> bool:
        if (second in _COMPOUND_ENDS and len(first) >= MIN_FIRST) or (first.casefold() in _TENS and second in _UNITS):
            return True
        if first.casefold() in _CLOSED:
            return False
        if first.casefold() == "co" and second[0].casefold() == "o":  # "co-ordinator", "co-operate"
            return True
        if first.casefold() == "non" and len(second) >= MIN_NEGATED:
            return True
        return len(first) > 1 and self.words[first.casefold()] > 0 and self.words[second.casefold()] > 0

    def _count(self, word: str) -> int:
        """How often a word is written; where it never is, its singular or plural."""
        word = word.casefold()
        return self.words[word] or self.words[word.removesuffix("s")] or self.words[f"{word}s"]

    def mend(self, first: str, second: str) -> str:
        """The halves `first` (without its hyphen) and `second` as one word, with or without a hyphen.

        Evidence, strongest first: the report breaks no words at all, and has none of which this is a half; the word is
        written so elsewhere; both halves are words of the report, or the second is one that compounds end with.

        >>> Vocabulary(["our practices", "re-offending rates"]).mend("prac", "tices")
        'practices'
        >>> Vocabulary(["our practices", "re-offending rates"]).mend("re", "offending")
        're-offending'
        >>> Vocabulary(["prac-", "tices"]).mend("victim", "based")
        'victim-based'
        >>> Vocabulary(["a PCSO in each ward", "practices"]).mend("PC", "SOs")
        'PCSOs'
        >>> Vocabulary(["12 months to Septem-", "ber", "in September"]).mend("Septem", "ber")
        'September'
        """
        hyphened = f"{first}-{second}"
        written_whole, written_hyphened = self._count(first + second), self._count(hyphened)
        if not self.hyphenates:
            return first + second if self._is_torn(first, second) and first.casefold() not in _PREFIXES else hyphened
        if written_whole != written_hyphened:
            return first + second if written_whole > written_hyphened else hyphened
        return hyphened if self._is_compound(first, second) or second[0].isupper() else first + second


def join_lines(lines: Iterable[str], vocabulary: Vocabulary) -> str:
    """Lines of one paragraph as running text: broken words mended, addresses closed up, single spaces elsewhere.

    >>> join_lines(["45-", "48% of prac-", "tices"], Vocabulary(["practices"]))
    '45-48% of practices'
    """
    text = ""
    for line in lines:
        text = _join(text, line, vocabulary) if text else line
    return clean(text)


def _join(text: str, line: str, vocabulary: Vocabulary) -> str:
    last = text[text.rfind(" ") + 1 :]
    if ("://" in last or "www." in last.lower()) and _URL_TAIL.search(text[-MAX_ADDRESS:]) and _is_address(text, line):
        return text + line
    broken = _ENDS_BROKEN.search(text, max(0, len(text) - MAX_WORD)) if text[-1] in HYPHENS else None
    begin = _BEGINS.match(line) if broken else None
    if broken and begin:
        if text[-1] == "-" and _HOST_REST.fullmatch(line.split(" ", 1)[0].rstrip(".,;:)")):
            return text + line
        if begin[1].casefold() in ("and", "or", "to") and not text.endswith(SOFT_HYPHEN):
            return f"{text} {line}"  # a suspended hyphen: "pre- and post-"
        if _is_linked(text[: broken.start()], broken[1], begin[1], vocabulary):
            return f"{text[:-1]}-{line}"
        return text[: broken.start()] + vocabulary.mend(broken[1], begin[1]) + line[begin.end() :]
    if text.endswith(SOFT_HYPHEN):
        return text[:-1] + line
    if text[-1] in "-‐–/" and len(text) > 1 and not text[-2].isspace() and line[:1].isalnum():
        return text + line
    return f"{text} {line}"


def _is_linked(before: str, first: str, second: str, vocabulary: Vocabulary) -> bool:
    """Whether a small word links others where a line breaks: "train-the-" and "trainer", "face-" and "to-face"."""
    link, _, rest = second.partition("-")
    if rest:
        return link in _LINKS
    is_behind = first in _LINKS and before.endswith(tuple(HYPHENS))
    return is_behind and vocabulary.words[second.casefold()] > 0  # but "re-of-" and "fending"


def _is_address(text: str, line: str) -> bool:
    """Whether `line` goes on with the web address at the end of `text`: behind a dot, if it looks like its rest."""
    first = line.split(" ", 1)[0].rstrip(".,;:")
    if first.startswith(("www.", "http://", "https://")):  # another address
        return False
    if text[-1] in "/-_=&?%":
        return True
    if text[-1] == ".":
        return bool(_URL_REST.fullmatch(first))
    return bool(_URL_PIECE.fullmatch(first)) and not first[0].isupper() and text[-1] not in ",;:)"
