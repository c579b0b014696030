"""Roles: changes by words of growth: "a 12% rise", "cut violence by 2%", "the increase is 31p a week"."""
import re

from reportparse.language.clauses import Sentence, clause_end, verb_after, verb_before
from reportparse.language.directions import direction_of
from reportparse.language.gapping import find_conjunct
from reportparse.language.phrases import subject_of
from reportparse.language.role_case import Case, Role
from reportparse.language.tokens import base_of
from reportparse.language.words import words

_MORE_BEHIND, _LESS_BEHIND, _TARGET_NOUNS = words("clues", "more_behind"), words("clues", "less_behind"), words("clues", "target_nouns")
_GROWTH = dict.fromkeys(words("clues", "growth_down"), "down") | dict.fromkeys(words("clues", "growth_up"), "up")
_OTHERS = re.compile(r"[DANPT]*[,;]?C?[DANP]+")  # over word classes: what changes next, with no verb of its own
_TIME_BASES = {"day", "week", "month", "year"}
_AGE = re.compile(r"[-\s]\d\d?s\b")
_LONG_TIMES = {"days", "weeks", "months", "years"}
_ILL = {"sickness", "illness", "absence"}
_IN_TIME = frozenset(("later", "earlier", "longer", "faster", "slower", "quicker", "shorter", "ahead", "behind"))
_PASSING = {"pass": "up", "beat": "up", "miss": "down"}  # a target by so many
_PARTICLE_VERBS = frozenset(("shut", "close", "break", "set", "take", "track", "put", "turn", "pick", "sign", "open", "hunt", "end", "follow", "scale", "speed", "step", "draw"))
_ROBBED = frozenset(("criminals", "offenders", "gangs", "dealers", "fraudsters", "victims"))
_THERE = (["there", "was"], ["there", "were"], ["there", "are"], ["there", "is"])
_REACH = 14  # tokens: how far "increased ... by", "target for ... is" reach over a noun phrase


def find_sign(case: Case) -> Role | None:
    """As in "+5%", "▼ 2.0pp"; a sum that was below nothing is none: "the surplus was -£1.5m"."""
    if case.amount.unit == "GBP" and case.sentence.tag(case.at - 1) == "B" and case.amount.direction == "down":
        return None
    return Role("change", case.amount.direction, "signed") if case.amount.direction else None


def find_growth_behind(case: Case) -> Role | None:
    """As in "a 12% rise", "2% lower", "450 fewer crimes", "£16 more", "42 above our target"."""
    sentence, at = case.sentence, case.at + 1
    if sentence.word(at) in ("a", "per", "each") and sentence.word(at + 1) in _TIME_BASES and sentence.word(at + 2) in ("more", "less"):  # "£10 a year more"
        at += 2
    word, after = sentence.word(at), sentence.word(at + 1)
    if word in _MORE_BEHIND and case.amount.unit != "times":
        is_change = after != "from" and _tells_more(case, word, at)
        return Role("change", "down" if word in _LESS_BEHIND else "up", "growth behind") if is_change else None
    if word in ("over", "under") and after in ("budget", "target", "establishment", "plan"):
        return Role("change", "up" if word == "over" else "down", "growth behind")
    if word in ("short", "shy") and after == "of":
        return Role("change", "down", "growth behind")
    at = _behind_bracket(case)
    for right in range(at, min(at + 4, len(sentence.tags))):
        word = sentence.word(right)
        if word in ("above", "below", "outside") and sentence.tag(right + 1) == "D":
            return Role("change", "down" if word == "below" else "up", "growth behind")
        if _is_in_name(sentence, right):
            return None
        if sentence.tags[right] in "ANVE" and word in _GROWTH and not (case.amount.unit is None and _is_compound(sentence, right)):
            is_due = sentence.tags[right] in "VN" and word in ("falls", "fall") and sentence.word(right + 1) in ("in", "to", "on", "within", "due")
            if is_due and case.amount.unit == "GBP":
                return None  # "£11m falls in 2025/26"
            is_asked = base_of(sentence.word(right - 1)) in ("require", "need")  # "three required improvement"
            return None if is_asked or sentence.word(right + 1) == "target" else Role("change", _GROWTH[word], "growth behind")
        if sentence.tags[right] not in "AN":
            break
    return None


def _tells_more(case: Case, word: str, at: int) -> bool:
    """Whether a word like "more", "lower" or "under", which stands at `at` behind a number, tells a change."""
    if word in ("more", "less", "extra", "additional", "further"):
        return _is_difference(case)
    if word in _IN_TIME:
        return case.amount.unit not in ("GBP", "%")  # "saves £3.40 later on"
    return not (word in ("under", "over") and _is_age(case, at)) and not (word == "under" and _is_of_law(case.sentence, at + 1))


def _is_age(case: Case, at: int) -> bool:
    """Whether "under" or "over" says how old those are whom the number counts: "5,210 under-25s"."""
    _, end = case.sentence.spans[at]
    return _AGE.match(case.sentence.text, end) is not None


def _is_of_law(sentence: Sentence, at: int) -> bool:
    """Whether "under" leads to a name: "£2.6 million under the Proceeds of Crime Act", "1,482 under Section 136"."""
    at += sentence.tag(at) == "D"
    return at < len(sentence.spans) and sentence.text[sentence.spans[at][0]].isupper()


def _is_compound(sentence: Sentence, at: int) -> bool:
    """As in "18 violence reduction units"; not in "450 fewer, a fall year on year"."""
    return sentence.tags[at] == "N" == sentence.tag(at + 1) and sentence.word(at + 1) not in _TIME_BASES


def _is_in_name(sentence: Sentence, at: int) -> bool:
    """As in "my £500,000 Violence Reduction Challenge": a word of growth with another capital in front and behind."""
    return sentence.word(at) in _GROWTH and all(
        sentence.tag(each) == "N" and sentence.text[sentence.spans[each][0]].isupper() for each in (at - 1, at, at + 1)
    )


def _behind_bracket(case: Case) -> int:
    """Past "(or 721)" behind the number."""
    sentence = case.sentence
    if sentence.tag(case.at + 1) != "(":
        return case.at + 1
    close = sentence.tags.find(")", case.at)
    return close + 1 if 0 < close < case.at + 8 else case.at + 1


def _is_difference(case: Case) -> bool:
    sentence, at = case.sentence, case.at + 1
    if sentence.word(at) in ("extra", "additional", "further"):
        return bool(case.before and case.before.name == "change" and case.link and case.link.kind == "bracket")
    if sentence.word(at + 1) == "likely" or case.amount.unit is not None:
        return True
    if sentence.said[max(0, case.at - 2) : case.at] in _THERE:
        return True  # "There were three more homicides, 14 in all"
    following = sentence.said[at + 1 : at + 8]
    return "than" in following or bool(case.before and case.before.name == "change" and case.link and case.link.kind != "far")


def find_growth_before(case: Case) -> Role | None:
    """As in "rose by 5%", "cut violence by 2%", "an increase in funding of £8m", "up 7%", "fell 3%"."""
    sentence, at = case.sentence, case.governor
    word = sentence.word(at)
    if word == "by" or (word == "equating" and case.before):
        is_of_verb_before = case.floor == at or find_conjunct(sentence, case.at)
        floor = case.start if is_of_verb_before else case.floor  # "exceeded its allocation of 257 by 11"
        return _growth_in(sentence, max(case.start, floor, at - _REACH), at, "growth by")
    if word in ("of", "at") or (word == "to" and base_of(sentence.word(at - 1)) == "equate"):
        is_taken = sentence.word(at - 1) in ("loss", "losses") and _is_taken_money(case)
        return None if is_taken else _growth_of(sentence, at, max(case.floor, at - _REACH))  # "frauds, with a loss of £4m"
    if word in ("up", "down") and base_of(sentence.word(at - 1)) in _PARTICLE_VERBS:
        return None  # "shut down 74 county lines"
    if word in ("up", "down") and (sentence.tag(at - 1) not in "VE" or base_of(sentence.word(at - 1)) in ("go", "come", "move")):
        return Role("change", word, "growth before")
    direct = direction_of(word)
    if direct and sentence.tag(at) in "EV" and at + 2 >= case.at:
        is_lost = base_of(word) in ("lose", "gain", "cut")
        if base_of(word) == "lose" and _is_lost_to(case):
            return None
        if base_of(word) in ("raise", "expand", "exceed", "improve", "widen"):
            return None
        if sentence.word(case.at).startswith(("below ", "above ")):
            return None  # "fall below £12m" tells a level
        if is_lost or case.amount.unit in ("%", "percentage points", "points", "GBP") or sentence.tag(at) == "E":
            return Role("change", direct, "growth before")
    return None


_TAKERS = frozenset(("thieves", "theft", "thefts", "criminals", "crime", "fraud", "frauds", "fraudsters", "scams", "scammers", "burglars", "fire", "flood"))


def _is_lost_to(case: Case) -> bool:
    """As in "staff lost 7.6 days each to sickness", "4.4% of working hours to sickness", "we lost thirteen people to murder".

    Or "criminals lost £2.8m in cash", "residents lost £4.1m to online fraud": what was taken from them.
    """
    if _is_taken_money(case):
        return True
    is_time = case.amount.unit in ("days", "hours", "working days") or not _ILL.isdisjoint(case.sentence.said)
    to = next((at for at in range(case.at + 1, case.at + 3) if case.sentence.word(at) == "to"), None)
    if to is None:
        return is_time
    is_taken = case.sentence.word(to - 1) in ("people", "lives") or not _TAKERS.isdisjoint(case.sentence.said[to + 1 : to + 4])
    return is_time or is_taken  # "cyclists lost 984 machines to thieves"; 97 officers who went to other forces are fewer


def _is_taken_money(case: Case) -> bool:
    """Whether a sum was taken from those whom the sentence tells of in front, or by those: "reported frauds and lost £4m".

    Or from those who read it: "You lost £28.6m"; or it is what things were worth: "farms lost £1.7m worth of machinery".
    """
    is_readers = case.sentence.said[max(0, case.at - 2) : case.at] == ["you", "lost"]
    is_told = is_readers or case.sentence.said[case.at + 1 : case.at + 3] == ["worth", "of"] or not (_ROBBED | _TAKERS - {"crime"}).isdisjoint(case.sentence.said[: case.at])
    return case.amount.unit == "GBP" and is_told


def _growth_in(sentence: Sentence, first: int, last: int, rule: str) -> Role | None:
    for left in range(last - 1, first - 1, -1):
        word = sentence.said[left]
        is_put_up = word == "up" and base_of(sentence.word(left - 1)) == "put" and left < last - 1  # "put up council tax by £5"
        if word in ("up", "down") and base_of(sentence.word(left - 1)) in _PARTICLE_VERBS and not is_put_up:
            break  # "taken up by 301 people"
        direction = word if word in ("up", "down") else direction_of(word)
        if direction and sentence.tags[left] != "A":
            return Role("change", direction, rule)
        if base_of(word) in _PASSING and sentence.tags[left] in "VE":
            aimed = sentence.said[max(0, left - _REACH) if sentence.tag(left - 1) == "B" else left : last]  # "the target was missed by 4.2 points"
            if _TARGET_NOUNS.isdisjoint(aimed):
                continue
            return Role("change", _PASSING[base_of(word)], rule)
        if sentence.tags[left] in ";:" and sentence.word(left + 1) != "by":  # "rose twice: by 4% and by 9%"
            break
    return None


def _growth_of(sentence: Sentence, of: int, first: int) -> Role | None:
    for left in range(of - 1, first - 1, -1):
        word, tag = sentence.said[left], sentence.tags[left]
        if tag == "N" and word in _GROWTH:
            return Role("change", direction_of(word), "growth of") if left == of - 1 or sentence.word(left + 1) in ("in", "of", "to") else None
        if tag not in "NADPC":
            break
    return None


def find_growth_left_out(case: Case) -> Role | None:
    """As in "arrests rose 6% to 8,940 and charges 11% to 2,310": the second of two pairs of change and level."""
    sentence, at, link = case.sentence, case.at, case.link
    to = at + 1 + (sentence.tag(at + 1) == ",")
    is_pair = sentence.word(to) == "to" and sentence.tag(to + 1) == "Q" and case.amount.unit is not None
    if not is_pair or not link or sentence.word(link.token - 1) != "to" or sentence.tag(link.token - 2) != "Q":
        return None
    if _OTHERS.fullmatch(sentence.tags[link.floor : at]) is None:
        return None
    return _growth_in(sentence, max(0, link.token - _REACH), link.token - 2, "growth, verb left out")


def find_growing_subject(case: Case) -> Role | None:
    """As in "the increase is 31p a week", "the rise in the precept is 1.99%", "a quarter of our grant has been cut"."""
    sentence = case.sentence
    verb = verb_before(sentence, case.at, case.start)
    lasts = case.amount.unit in _LONG_TIMES and sentence.word(case.governor) == "for"  # "the uplift will be there for a year"
    if verb and not lasts and base_of(sentence.word(verb[1] - 1)) in ("is", "was", "be", "come", "amount", "equal", "represent", "stand", "average", "mean"):
        subject = subject_of(sentence, verb[0], case.start)
        head = sentence.tags[subject[0] : subject[1]].find("P") if subject else -1
        at = subject[0] + head - 1 if subject and head > 0 else (subject[1] - 1 if subject else -1)
        is_goal = case.before is not None and case.before.name == "baseline"
        if subject and not is_goal and sentence.tags[at] == "N" and direction_of(sentence.word(at)) and not sentence.word(at).startswith(("loss", "cut", "gain")):
            return Role("change", direction_of(sentence.word(at)), "growth is")
    after = None if verb else verb_after(sentence, case.at, clause_end(sentence, case.at))
    is_taken = "calls" in sentence.said or not _ILL.isdisjoint(sentence.said) or _is_taken_money(case)
    if after and is_taken and base_of(sentence.word(after[1] - 1)) == "lose":
        return None  # "9.8% of the calls were lost" before they were answered; to fraud "£41.2m was lost"
    if after and sentence.tags[after[0]] == "B" and sentence.word(after[1]) not in ("on", "to", "into", "through") and base_of(sentence.word(after[1] - 1)) in ("cut", "lose", "go"):
        return Role("change", "down", "cut behind")
    return None
