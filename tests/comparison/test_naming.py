"""Which measure and year a comparison takes each number of a sentence for, read as in a report."""

import pytest
from small_report import small_report

from reportparse.comparison.statements import find_statements, read_source
from reportparse.language.context import read_text
from reportparse.models import Report

OWN, BEFORE = "2022/23", "2021/22"
KNOWN = (
    "text", "value", "low", "high", "kind", "unit", "qualifier", "role", "direction", "measure", "period", "source",
)  # fmt: skip


def read(text: str, title: str = "") -> dict[str, tuple[str, str]]:
    """The measure and period of each value that a report of one paragraph states, by the number's words."""
    rows = read_text(text, {"kind": "paragraph", "id": "p1"}, OWN, title)
    figures = [{"id": f"f{at}"} | {name: row[name] for name in KNOWN} for at, row in enumerate(rows)]
    metadata = {
        "pcc": {"id": "kent", "name": "Kent", "force": "", "score": 100},
        "period": {"label": OWN, "start": "2022-04-01", "end": "2023-03-31"},
    }
    paragraph = {"id": "p1", "text": text, "spans": [{"page": 1, "bbox": [0, 0, 9, 9]}]}
    report = Report.model_validate(
        small_report(metadata=metadata, paragraphs=[paragraph], sections=[], tables=[], order=["p1"], figures=figures)
    )
    told = find_statements(report, read_source(report, set()))
    return {each.figure.text: (each.key.measure, each.period) for each in told if each.key.role != "change"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stop and search was used on 5,032 occasions.", {"5,032": ("stop-and-search", OWN)}),
        ("Officers from a minority ethnic background were 7.4% of the total.",
         {"7.4%": ("ethnic-minority-officers", OWN)}),
        ("Volunteers spoke with 9,574 detainees in five years.", {}),
        ("A further 98 people serve as special constables.", {"98": ("special-constables", OWN)}),
        ("In 2021/22 neighbourhood teams had 700 officers.", {"700": ("neighbourhood-officers", BEFORE)}),
        ("Complaints about the police handled by the Resolution Team rose by 7% to 2,375.",
         {"2,375": ("complaints", OWN)}),
        ("The General Fund stood at £5.1m.", {"£5.1m": ("general-reserve", OWN)}),
        ("We saw a 3.4% decrease in total crime (1,604 fewer offences), to 45,190.",
         {"45,190": ("recorded-crime", OWN)}),
    ],
)  # fmt: skip
def test_a_clause_names_what_its_number_counts(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were 4,903 sexual offences, of which 1,701 were rapes.",
         {"4,903": ("sexual-offences", OWN), "1,701": ("rape", OWN)}),
        ("We had 77 requests for a complaint review: 14 were upheld.",
         {"77": ("complaint-reviews", OWN), "14": ("upheld-reviews", OWN)}),
        ("Police recorded 14,960 domestic abuse crimes, with a charge rate of 10.2%.",
         {"14,960": ("domestic-abuse-crimes", OWN), "10.2%": ("domestic-abuse-charge-rate", OWN)}),
        ("They made 512 stop searches. The positive outcome rate was 29.1%.",
         {"512": ("stop-and-search", OWN), "29.1%": ("stop-search-outcomes", OWN)}),
    ],
)  # fmt: skip
def test_a_part_is_not_the_whole(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PCSO numbers fell to 241 and police staff rose to 2,050.",
         {"241": ("pcsos", OWN), "2,050": ("police-staff", OWN)}),
        ("Complaints recorded numbered 2,688 and allegations 4,037.",
         {"2,688": ("complaints", OWN), "4,037": ("allegations", OWN)}),
        ("Robberies came down to 287, and vehicle crime to 1,932 offences from 2,114.",
         {"287": ("robbery", OWN), "1,932": ("vehicle-crime", OWN), "2,114": ("vehicle-crime", BEFORE)}),
    ],
)  # fmt: skip
def test_each_of_a_row_has_its_own_name(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The force recorded 97,905 crimes. The previous year's total was 102,418.",
         {"97,905": ("recorded-crime", OWN), "102,418": ("recorded-crime", BEFORE)}),
        ("There were 1,571 robberies (1,362).", {"1,571": ("robbery", OWN), "1,362": ("robbery", BEFORE)}),
        ("Shop theft has become common. 7,010 offences were recorded in the year.", {"7,010": ("shoplifting", OWN)}),
    ],
)  # fmt: skip
def test_a_number_goes_on_from_what_was_said(text, expected):
    assert read(text) == expected


def test_what_an_earlier_report_said_is_told_from_what_has_come_of_it():
    text = "There were 1,300 robberies. The figure for 2021/22, 1,230, has since been corrected to 1,242."

    assert read(text) == {
        "1,300": ("robbery", OWN), "1,242": ("robbery", BEFORE), "1,230": ("robbery", BEFORE),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("It raised the pay of 185 members of staff.", "police-staff"),
        ("It is to save as much work as 1,000 officers do.", "officers"),
        ("The programme gave Kent 487 officers.", "officers"),
        ("The force plans to recruit 228 officers.", "officers"),
        ("There were 4,203 officers on 31 March 2023. The unit has grown to 300 officers.", "officers"),
        ("In April 2022 it was 28th for 999 calls answered in under 10 seconds.", "wait-999"),
    ],
)
def test_a_number_of_some_or_a_mark_is_not_what_there_is(text, measure):
    *_, (name, _) = read(text).values()

    assert name != measure
