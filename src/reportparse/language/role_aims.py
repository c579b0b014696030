"""Roles: targets and forecasts: "we aim to recruit 50", "a target of 85%", "will cost £2m", "by March 2022"."""

import re

from reportparse.language.clauses import Sentence, clause_end, verb_after, verb_before
from reportparse.language.role_case import Case, Role
from reportparse.language.tokens import base_of
from reportparse.language.words import words

_TARGET_NOUNS, _AIM_VERBS, _AIMS = words("clues", "target_nouns"), words("clues", "aim_verbs"), words("clues", "aims")
_FORECAST_WORDS, _FORECAST_ADJECTIVES = words("clues", "forecast_words"), words("clues", "forecast_adjectives")
_ASKED = re.compile(r"\b(?:(?:be|been|was|were|is|are)(?: \w+ly)? (?:asked|required|tasked|challenged|instructed|told)|(?:asked|required|tasked|challenged|instructed|told)(?: [^ ]+){1,5}) to\b(?! (?:review|look|consider|investigate|examine|decide|deal|attend|respond)\b)")  # "the force was asked to recruit 366 officers"
_MUST = re.compile(r"\b(?:must|(?:has|have|needs?) to) (?:\w+ly )?(?:find|save|make|deliver|achieve|reach)$")  # "must find £9.3m in 2015/16"
_ALLOWED = re.compile(r"that (?:\w+ ){1,4}(?:asked for|wanted|hoped for|allow|allows|require|requires|required|demand|demands|demanded)\b")  # "the 120 that the regulations allow"
_FORESEEN = re.compile(
    r"(?:that (?:(?:\w+ ){1,4}had|had been|was|were) (?:projected|forecast|expected|estimated|anticipated|predicted|indicated|promised)\b"
    r"|(?:forecast|projected|expected|predicted) (?:a year|twelve months|last year|earlier|before|at the start)\b)"
)  # "the 4,210 that the force had projected"
# "All of the £10.0m of savings that were planned have been made"; of "12 of the meetings that were planned" they are but some.
_PLANNED = re.compile(r"(?!of (?:the|these|those|our|my|its) )(?:of )?(?:[\w’-]+ ){1,3}that (?:was|were|had been) (?:planned|required|needed|budgeted|demanded)\b")
# "The £8.4m needed", "£13.6m of the £14.1m of savings which the budget asked of it", "the £9.4m in the plan".
_SET_BEFOREHAND = re.compile(
    r"(?:(?:of|in) (?:planned|required|needed|budgeted) \w+|in the (?:plan|budget)\b"
    r"|(?:(?:of|in) \w+ )?(?:which|that) (?:[\w’/-]+ ){1,4}(?:asked of|required of|demanded of|had asked for|asked for)\b"
    r"|(?:(?:of|in) \w+ )?(?:planned|required|needed|budgeted|demanded)(?! to\b| by\b| on\b| from\b))"
)
_TO_BE_FOUND = re.compile(r"\b(?:had|has|have) to (?:\w+ly )?(?:find|save)$")  # "had to find £9.3m by saving"
_REQUIRED = frozenset(("required", "needed", "demanded"))
_REQUIRING = frozenset(("require", "need", "demand", "necessitate", "assume"))
_SAVED = frozenset(("savings", "saving"))
_AIMED = re.compile(r"\b(?:aims?|aimed|aiming|hop(?:e|es|ed|ing)|(?:plan|aim|hope|intention|ambition) (?:is|was|had been)|(?:plan|budget|strategy|programme|uplift|allocation) (?:calls|called|asks|asked)) for$")
_TO_COME = re.compile(r"\b(?:is|are) to (?:be|have|open|begin|start|join|follow|come)\b")  # "12 charging points are to be installed"
_THOUGHT_THAT = re.compile(r"\b(?:thought|believed|expected|assumed|feared|hoped|predicted|forecast|foresaw|estimated) that\b")  # "that £12.9m would be left"
# "On the present definition it would have been 44%": what there was, counted as it is now.
_COUNTED_SO = re.compile(
    r"\b(?:on|under|by|with|using) (?:\w+ ){0,2}?(?:basis|definitions?|methods?|methodology|rules|criteria|count|counting)\b"
    r"|\b(?:counted|measured|recorded|defined|calculated) (?:\w+ )?(?:as|in|by|like|this|so)\b"
)
_SAYING = frozenset(("say", "answer", "reply", "agree", "tell"))
_AMONG_THEM = re.compile(r", (?:among (?:them|these|which)|including|such as)\b")
# "I shall ask the force to see that at least 90% of calls are answered".
_SEE_THAT = re.compile(r"\b(?:ask|asked|want|expect|expects|told) (?:[^ ]+ ){1,5}to (?:see|ensure|make sure|make certain) that(?: at least)?$")
# "£16.4m was invested out of a capital programme of £19.6m", "£2.1m, against a forecast in February of £1.3m".
_OUT_OF_PLAN = re.compile(
    r"\b(?:out of (?:an?|the|our|its) (?:\w+ )?(?:programme|plan)"
    r"|against (?:an?|the|our|its) (?:\w+ )?(?:forecast|projection|prediction)(?: (?:made )?in \w+)?) of$"
)
_SELVES = frozenset(("itself", "ourselves", "themselves", "myself", "himself", "herself"))
_TO_BE_DONE = frozenset(("planned", "required", "needed", "expected", "forecast", "budgeted", "anticipated"))
_SUBORDINATING = frozenset(("before", "until", "till", "unless", "once"))  # what is behind them is a clause of its own
_OBJECT_REACH = 6  # tokens: "expect the number of PCSOs to fall"
_REACH = 14  # tokens: how far "increased ... by", "target for ... is" reach over a noun phrase
_PASSIVE = re.compile(r"BE")  # over word classes


def find_allowed(case: Case) -> Role | None:
    """As in "above the 4,186 that the Home Office required", "out of a programme of £19.6m": wherever else it stands."""
    sentence, at = case.sentence, case.at
    is_clause = sentence.word(at + 1) == "that" or sentence.word(at - 1) == "the"
    behind = " ".join(sentence.said[at + 1 : at + 8]) if is_clause else ""
    is_plan = _OUT_OF_PLAN.search(" ".join(sentence.said[max(0, at - _OBJECT_REACH) : at])) is not None
    if is_plan or _FORESEEN.match(behind):
        return Role("forecast", None, "foreseen behind")
    is_planned = _PLANNED.match(" ".join(sentence.said[at + 1 : at + 10])) is not None
    return Role("target", None, "aim behind") if is_planned or _ALLOWED.match(behind) else None


def find_target(case: Case) -> Role | None:
    """As in "a target of 85%", "(target 600)", and what is aimed at."""
    sentence, at = case.sentence, case.at
    if sentence.tag(at + 1) == "M" and any(base_of(word) in _AIM_VERBS for word in sentence.said[at + 2 : at + 5]):
        return Role("target", None, "aim behind")
    if sentence.word(at - 1) == "for" and _AIMED.search(" ".join(sentence.said[max(0, at - 4) : at])):
        return Role("target", None, "aim for")
    for right in range(at + 1, min(at + 4, len(sentence.tags))):
        if sentence.said[right] in _TARGET_NOUNS and sentence.word(right - 1) != "of" and sentence.tags[right - 1] in "QNA":
            return Role("target", None, "target behind")
        if sentence.tags[right] not in "NA":
            break
    for left in range(at - 1, max(case.floor, at - _REACH) - 1, -1):
        tag, word = sentence.tags[left], sentence.said[left]
        if word in ("had", "has", "have"):  # "met its target early and had 4,203 officers"
            break
        is_planned = (word == "plan" and left == at - 2 and sentence.tags[at - 1] not in ",C") or (word == "budget" and sentence.tag(left - 1) == "(")
        is_demand = word == "requirement" and (sentence.word(left - 1) in ("savings", "saving", "efficiency") or sentence.tag(left - 1) == "D")
        is_planned = is_planned or (is_demand and case.amount.unit == "GBP")  # the budget requirement is what is spent
        is_planned = is_planned or _is_set_against(sentence, left, at)
        is_named = sentence.said[left + 1 : at] == ["of"]  # "within the force's own standard of two minutes"
        if word in _TARGET_NOUNS and _is_kept_to(sentence, left) and not is_named:
            break
        is_span = left == at - 1 and case.amount.unit in ("months", "weeks", "days") and sentence.tag(left - 1) != "("
        is_of_time = sentence.word(left + 1) in ("time", "times", "standard", "area", "areas", "group", "groups")  # "answered within the target time"
        if (word in _TARGET_NOUNS or is_planned) and tag in "NAV" and not is_span and not is_of_time:
            return Role("target", None, f"“{word}” before")
        if tag == "E" and word in ("set", "agreed", "given", "fixed"):  # "the target set by government is 4,109"
            continue
        if tag not in "DANPCR:(TBXM-," or (tag == "," and left < at - 1):
            break
    return _aim(case) or _should(case) or _asked_for(case)


def _is_set_against(sentence: Sentence, left: int, at: int) -> bool:
    """As in "£368.4m against a net revenue budget of £369.7m", "against a programme of £19.8m": what was to be spent."""
    is_plan = sentence.word(left) in ("budget", "programme") and sentence.said[left + 1 : at] == ["of"]
    article = len(sentence.tags[:left].rstrip("AN")) - 1
    return is_plan and sentence.tag(article) == "D" and sentence.word(article - 1) == "against"


def _asked_for(case: Case) -> Role | None:
    """As in "the rate rose to 13.4%, and I have asked for 15%"."""
    is_asked = case.sentence.said[max(0, case.at - 3) : case.at] == ["have", "asked", "for"]
    return Role("target", None, "asked for") if is_asked and case.amount.unit == "%" else None


def _should(case: Case) -> Role | None:
    """As in "90% of calls should be answered"; what "should have been" was not."""
    after = verb_after(case.sentence, case.at, clause_end(case.sentence, case.at))
    group = case.sentence.said[after[0] : after[1]] if after else []
    if case.amount.unit == "%" and _SEE_THAT.search(" ".join(case.sentence.said[: case.at])):
        return Role("target", None, "see that")
    is_share = case.amount.unit == "%"  # officers "should be proud", and a figure "should be 12,435"
    return Role("target", None, "should behind") if is_share and group[:2] == ["should", "be"] else None


def find_required(case: Case) -> Role | None:
    """As in "savings of £8.6m were required", "£8.6m was needed and £8.2m was delivered", "had to find £9.3m by saving".

    Or "the budget requires savings of £8.6m", "less than the £8.4m needed".
    """
    sentence, at = case.sentence, case.at
    if case.amount.unit != "GBP":
        return None
    verb = _governing(case)
    if verb and _TO_BE_FOUND.search(" ".join(sentence.said[verb[0] : verb[1]])):
        return Role("target", None, "to be found")
    is_alone = verb is not None and verb[1] - verb[0] == 1  # "we expect to need" foresees
    if verb and is_alone and base_of(sentence.word(verb[0])) in _REQUIRING and not _SAVED.isdisjoint(sentence.said[verb[1] : at + 4]):
        return Role("target", None, "required before")
    if sentence.word(at - 1) == "the" and _SET_BEFOREHAND.match(" ".join(sentence.said[at + 1 : at + 9])):
        return Role("target", None, "set beforehand")
    if sentence.tags[at + 1 : at + 3] != "BE" or sentence.word(at + 2) not in _REQUIRED:
        return None
    is_met = sentence.tags[at + 3 : at + 7] == "CQBE"
    return Role("target", None, "required behind") if is_met or not _SAVED.isdisjoint(sentence.said[case.start : at]) else None


def _is_kept_to(sentence: Sentence, at: int) -> bool:
    """Whether a target is what others are measured by: "incidents attended within the target time were 86%"."""
    is_standard = sentence.word(at) == "standard"  # "recorded to the national standard", "within the service standard"
    before = len(sentence.tags[:at].rstrip("DAN" if is_standard else "D")) - 1
    if sentence.word(before) in ("within", "inside", "outside", "on") or (is_standard and sentence.word(before) in ("to", "by")):
        return True
    return sentence.word(before) == "against" and before == at - 1


def _aim(case: Case) -> Role | None:
    """As in "we aim to recruit 50", "a pledge to put four", "To recruit 50 officers"."""
    sentence = case.sentence
    verb = _governing(case)
    if not verb:
        return None
    if base_of(sentence.word(verb[1] - 1)) == "want" and verb[1] == case.at and "I" in sentence.tags[case.at : clause_end(sentence, case.at)]:
        return Role("target", None, "aim")  # "we want 90% of incidents to be reached"
    for left in range(max(0, verb[0] - 2), verb[1]):
        leads = ("to",) if sentence.said[left] == "bid" else ("to", "for", "on")  # "bid for" asks
        is_others = left > 0 and sentence.said[left - 1] in ("who", "that", "which")  # "those who want to contact us"
        if base_of(sentence.said[left]) in _AIM_VERBS and sentence.word(left + 1) in leads and not is_others:
            return Role("target", None, "aim")
    if base_of(sentence.word(verb[1] - 1)) in ("promise", "pledge") and sentence.tags[verb[1] - 1] in "VE" and verb[1] == case.at:
        return Role("target", None, "aim")
    if base_of(sentence.word(verb[1] - 1)) == "set" and sentence.word(verb[1]) in _SELVES:  # "the force had set itself savings of £6.4m"
        return Role("target", None, "set oneself")
    group = sentence.said[verb[0] : verb[1]]
    if ("to" in group and _ASKED.search(" ".join(group))) or _MUST.search(" ".join(group)):
        return Role("target", None, "asked to")
    if base_of(sentence.word(verb[1] - 1)) in ("include", "provide", "foresee", "envisage") and "plan" in sentence.said[case.start : verb[0]]:
        return Role("target", None, "plan includes")
    is_aim = "I" in sentence.tags[verb[0] : verb[1]] and sentence.tags[verb[0]] == "B"
    if is_aim and not _AIMS.isdisjoint(sentence.said[case.start : verb[0]]):
        return Role("target", None, "aim is to")
    is_order = verb[0] == case.start and case.start == 0 and sentence.word(0) == "to"
    return Role("target", None, "“To” first") if is_order else None


def _governing(case: Case) -> tuple[int, int] | None:
    """The verb group before the amount; of "expect to recruit 120 and to open three" or "expect them to fall" the first."""
    sentence = case.sentence
    verb = verb_before(sentence, case.at, case.start)
    while verb and sentence.tags[verb[0]] in "IVG" and sentence.tag(verb[0] - 1) in "C," and verb[0] - 1 > case.start:
        earlier = verb_before(sentence, verb[0] - 1, case.start)
        is_aim = base_of(sentence.word(verb[0])) in _AIM_VERBS  # "..., aiming to secure £1.4 million"
        if not earlier or is_aim or sentence.tags[earlier[0]] == "E":
            break
        verb = earlier
    if verb and sentence.tags[verb[0]] == "I" and sentence.tag(verb[0] - 1) in "NM":
        earlier = verb_before(sentence, verb[0], case.start)
        is_near = earlier and verb[0] - earlier[1] <= _OBJECT_REACH and "I" not in sentence.tags[earlier[0] : earlier[1]]
        verb = (earlier[0], verb[1]) if earlier and is_near else verb
    return verb


# "The approved programme had been £24.5m": what was to be spent, told behind what was.
_PLANS = ("programme", "plan", "estimate", "projection")


def find_forecast(case: Case) -> Role | None:
    """As in "will cost £2m", "an expected 400", "1,900 student officers by March 2022"."""
    verb = _governing(case)
    hit = _find_word_to_come(case, verb) if verb else None
    if hit in ("could", "may", "might") and case.amount.qualifier == "up_to":
        return None  # what is allowed: "each could bid for up to £20k"
    if verb and hit and _is_said_of(case, verb, hit):
        return Role("forecast", None, f"“{hit}” before")
    return _forecast_in_front(case, verb) or _forecast_behind(case) or _by_date(case, verb)


def _find_word_to_come(case: Case, verb: tuple[int, int]) -> str | None:
    """The word of a verb group that tells what will be: "will", "expected", "set to"."""
    sentence, group = case.sentence, case.sentence.said[verb[0] : verb[1]]
    if group == ["had", "been"] and sentence.word(verb[0] - 1) in _PLANS:
        return sentence.word(verb[0] - 1)
    coming = (word for word in group if word in _FORECAST_WORDS and (word != "going" or "to" in group))  # no "drivers going too fast"
    return next(coming, "set to" if "set to" in " ".join(group) else None)


def _is_said_of(case: Case, verb: tuple[int, int], hit: str) -> bool:
    """Whether a word of a verb group tells the amount: no "work that no contract would cover, among them £22,200"."""
    sentence, group = case.sentence, case.sentence.said[verb[0] : verb[1]]
    if "," in sentence.tags[verb[1] : case.at] and _AMONG_THEM.search(" ".join(sentence.said[verb[1] : case.at])):
        return False
    is_foreseen = group[0] == "had" and group[-1] == hit  # "last year's report had expected 4,180"
    if hit == "would" and group[-2:] == ["have", "been"] and _COUNTED_SO.search(" ".join(sentence.said[: case.at]).rpartition(";")[2]):
        return False
    is_perfect = hit in ("will", "shall") and "have" in group  # "will have shrunk to 41 buildings"; "would have cost" is none
    return is_foreseen or is_perfect or not _PASSIVE.search(sentence.tags[verb[0] : verb[1]].replace("BEI", ""))


def _forecast_in_front(case: Case, verb: tuple[int, int] | None) -> Role | None:
    """As in "an expected 400", "the indicative grant is £1.75m"."""
    sentence = case.sentence
    floor = verb[1] if verb and not (verb[0] > 0 and sentence.tags[verb[1] - 1] == "G") else case.start
    for left in range(case.at - 1, max(floor, case.at - 8) - 1, -1):
        if sentence.said[left] in _FORECAST_ADJECTIVES:
            return Role("forecast", None, f"“{sentence.said[left]}” before")
    is_foreseen = verb is not None and verb[1] >= case.at - 1 and _is_foreseen(sentence, verb)
    return Role("forecast", None, "foreseen in front") if is_foreseen else None


def _forecast_behind(case: Case) -> Role | None:
    """As in "a further £1.1m is forecast", "12 charging points are to be installed"."""
    sentence = case.sentence
    after = verb_after(sentence, case.at, clause_end(sentence, case.at))
    if after and not _SUBORDINATING.isdisjoint(sentence.said[case.at + 1 : after[0]]):
        return None  # "spent 12.4 hours with each person before a handover could be made"
    behind = set(sentence.said[after[0] : after[1]]) if after else set()
    if after and "to" in behind and _TO_COME.search(" ".join(sentence.said[after[0] : after[1]])):
        return Role("forecast", None, "to be behind")
    is_forecast = after is not None and sentence.tags[after[1] - 1] == "B" and sentence.word(after[1]) == "forecast"
    if is_forecast or _is_to_be_done(sentence, case.at):
        return Role("forecast", None, "forecast behind")
    if _would_be(case, behind):
        return Role("forecast", None, "would be")
    if sentence.tag(case.at - 1) == "D" and case.amount.unit == "GBP":  # "the £15 is expected to bring in £9.8m"
        return None
    return Role("forecast", None, "will behind") if _tells_to_come(behind) else None


def _is_foreseen(sentence: Sentence, verb: tuple[int, int]) -> bool:
    """As in "the indicative grant is £1.75m": what is expected, and not what was."""
    first = verb[0]
    while first and sentence.tags[first - 1] in "DANE":
        first -= 1
    is_now = sentence.said[verb[0] : verb[1]] == ["is"]
    return is_now and not (_FORECAST_ADJECTIVES - {"will"}).isdisjoint(sentence.said[first : first + 2])


def _tells_to_come(group: set[str]) -> bool:
    """Whether a verb group tells what will be: no "could go back inside", which tells that people did."""
    if not group.isdisjoint(_SAYING):  # "Ask, and 72% will say yes"
        return False
    said = group & _FORECAST_WORDS - {"would"} - (set() if "be" in group else {"could"})
    return bool(said) and not {"have", "had", "has"} & group and not {"could", "not"} <= group


def _would_be(case: Case, group: set[str]) -> bool:
    """As in "£2m would be needed", "had thought that £12.9m would be left"."""
    is_thought = "be" in group and _THOUGHT_THAT.search(" ".join(case.sentence.said[: case.at])) is not None
    return "would" in group and (is_thought or not group.isdisjoint(("needed", "required")))


def _is_to_be_done(sentence: Sentence, at: int) -> bool:
    """As in "savings of £7.6m are planned in that year"; what "is expected to" do a thing is there."""
    verb, done, following = sentence.word(at + 1), sentence.word(at + 2), sentence.word(at + 3)
    return verb in ("is", "are") and done in _TO_BE_DONE and following != "to"


def _by_date(case: Case, verb: tuple[int, int] | None) -> Role | None:
    """As in "1,900 student officers by March 2022", where nothing says that it has happened."""
    sentence = case.sentence
    group = sentence.tags[verb[0] : verb[1]] if verb else ""
    has_past = "W" not in group and any(tag in "EB" for tag in group)
    if has_past:
        return None
    for right in range(case.at + 1, min(case.at + 9, len(sentence.tags))):
        if sentence.said[right] == "by" and "T" in sentence.tags[right + 1 : right + 5]:
            return Role("forecast", None, "by a later date")
        if sentence.tags[right] not in "ANPD":
            break
    return None
