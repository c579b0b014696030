import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.text import Vocabulary, clean, join_lines

KNOWN = Vocabulary(["our practices", "re-offending rates", "drug related harm", "well being", "one trainer"])
JOINS = [
    (["prac-", "tices"], "practices"),
    (["re-", "offending"], "re-offending"),
    (["drug-", "related"], "drug-related"),
    (["45-", "48%"], "45-48%"),
    (["pre-", "and post-sentence"], "pre- and post-sentence"),
    (["of\u00ad", "fice"], "office"),
    (["one", "two"], "one two"),
    (["see https://example.org/a-", "b.pdf for more"], "see https://example.org/a-b.pdf for more"),
    (["it is at https://www.", "kent-pcc.gov.uk in full"], "it is at https://www.kent-pcc.gov.uk in full"),
    (["it is at north-", "kent.example/data."], "it is at north-kent.example/data."),
    (["ask north-", "kent@police.example"], "ask north-kent@police.example"),
    (["it is at www.example.gov.", "uk/data."], "it is at www.example.gov.uk/data."),
    (["it is at www.example.gov.", "uk in full"], "it is at www.example.gov.uk in full"),
    (["it is at www.example.org.", "it was read"], "it is at www.example.org. it was read"),
    (["a train-the-", "trainer day"], "a train-the-trainer day"),
    (["a train-", "the-trainer day"], "a train-the-trainer day"),
    (["told of re-of-", "fending"], "told of re-offending"),
    (["they are at www.example.org", "www.example.com"], "they are at www.example.org www.example.com"),
    (["it is at www.example.org.", "St.Ives read it"], "it is at www.example.org. St.Ives read it"),
]


@pytest.mark.parametrize(("lines", "text"), JOINS)
def test_lines_are_joined_by_evidence(lines, text):
    assert join_lines(lines, KNOWN) == text


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1))
def test_joined_text_is_clean_whatever_the_lines(lines):
    text = join_lines([line.strip() for line in lines], KNOWN)

    assert text == clean(text)


def test_a_report_that_breaks_no_words_keeps_the_hyphens_that_it_prints():
    lines = ["a multi-", "agency team for well-", "being and well-being", "reoffending fell; re-", "offending rates"]

    assert join_lines(lines, Vocabulary([*lines, "a multi-agency plan"])).endswith("re-offending rates")


def test_a_report_that_hardly_ever_breaks_a_line_at_a_hyphen_breaks_no_words():
    lines = ["A case of fly-", "tipping was told", *["and dealt with by the council."] * 200]

    assert join_lines(lines[:2], Vocabulary(lines)) == "A case of fly-tipping was told"
    assert join_lines(lines[:2], Vocabulary(lines[:9])) == "A case of flytipping was told"


def test_a_report_that_breaks_a_few_words_that_are_no_words_in_halves_loses_those_hyphens():
    lines = ["Interna-", "tional threats, vulnera-", "ble people"]
    vocabulary = Vocabulary([*["a line that ends in no hyphen"] * 300, *lines])

    assert vocabulary.mend("Interna", "tional") == "International"
    assert vocabulary.mend("vulnera", "ble") == "vulnerable"


def test_a_word_that_the_report_has_whole_elsewhere_is_no_compound_though_no_other_is_broken():
    lines = [*["a line that ends in no hyphen"] * 300, "the months to Septem-", "ber were, like every September, calm"]
    vocabulary = Vocabulary(lines)

    assert vocabulary.mend("Septem", "ber") == "September"
    assert vocabulary.mend("multi", "agency") == "multi-agency"


def test_numbers_in_words_keep_their_hyphen():
    known = Vocabulary(["prac-", "tices and po-", "lice in all practices"])

    assert join_lines(["passed by sixty-", "three of them"], known) == "passed by sixty-three of them"


def test_a_report_that_breaks_words_loses_the_hyphens_of_the_breaks():
    lines = ["the prac-", "tices of po-", "lice and of of-", "ficers who re-", "offended"]
    known = Vocabulary([*lines, "practices of police officers who reoffended", "a well-", "being day of well-being"])

    assert join_lines(lines, known) == "the practices of police and of officers who reoffended"


def test_words_that_are_written_together_keep_no_hyphen_though_both_halves_are_words():
    text = "lice for every one of us, a body of practices out on the side be it an other"
    known = Vocabulary(["prac-", "tices of po-", text])

    assert join_lines(["told every-", "body be-", "side us"], known) == "told everybody beside us"
    assert join_lines(["an-", "other"], known) == "another"
    assert join_lines(["a co-", "ordinator"], known) == "a co-ordinator"


def test_a_break_inside_a_compound_keeps_its_hyphen_in_a_report_that_tells_no_more():
    lines = ["advisers supported high-", "risk victims and counted vic-", "tims"]

    assert join_lines(lines[:2], Vocabulary(lines[:2])) == "advisers supported high-risk victims and counted vic-"
    assert join_lines(["the vic-", "tims"], Vocabulary(["the vic-", "tims"])) == "the victims"
