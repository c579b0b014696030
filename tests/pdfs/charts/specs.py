"""The charts of the test set: what each shows, with the numbers that a reader has to give back."""

import random
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Chart:
    """One chart as its data."""

    kind: str
    """bar, hbar, grouped, hgrouped, stacked, stacked100, hstacked, line, smooth, area, pie, donut, twin"""
    title: str
    categories: list[str]
    series: dict[str, list[float | None]]
    """None where a value is missing."""
    labels: bool = False
    """Values are printed at the marks."""
    axis: bool = True
    """The value axis has tick labels."""
    unit: str = ""
    """"%", "£m" ... on the axis."""
    options: dict[str, object] = field(default_factory=dict)

    @property
    def is_known(self) -> bool:
        """Whether the values can be known from the drawing."""
        return self.labels or self.axis or self.kind in ("pie", "donut")

    def truth(self) -> list[dict[str, object]] | None:
        """Series as the record has them; pies as shares."""
        if not self.is_known:
            return None
        shares = self.kind in ("pie", "donut")
        factor = 10**6 if self.unit == "£m" else 1
        return [
            {"name": None if shares else name, "points": [
                {"x": x, "y": round(100 * y / sum(values), 3) if shares else round(factor * y, 3)}
                for x, y in zip(self.categories, values, strict=True) if y is not None
            ]}
            for name, values in self.series.items()
        ]  # fmt: skip


YEARS = ["2016/17", "2017/18", "2018/19", "2019/20", "2020/21"]
FORCES = ["Northshire", "Eastvale", "Southmoor", "Westmarch", "Midland Vale", "Greater Holm"]
MONTHS = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"]
OFFENCES = ["Violence", "Theft", "Burglary", "Robbery", "Other"]
LONG = ["Violence against the person", "Criminal damage and arson", "Public order offences", "Vehicle offences"]

CHARTS = {
    "bars": Chart("bar", "Recorded crime by year", YEARS, {"Crimes": [41250, 44810, 52340, 49105, 38770]}),
    "bars_labels": Chart(
        "bar", "Burglary by year", YEARS, {"Burglary": [5120, 6045, 6910, 5874, 3988]}, labels=True
    ),
    "bars_no_axis": Chart(
        "bar", "Calls answered in ten seconds (%)", YEARS, {"Calls": [81.2, 84.6, 79.9, 88.3, 91.7]}, labels=True,
        axis=False,
    ),
    "bars_bare": Chart("bar", "Robbery by year", YEARS, {"Robbery": [900, 1100, 1250, 1180, 860]}, axis=False),
    "bars_two": Chart("bar", "Response rate (%)", ["2019", "2020"], {"Rate": [9.6, 6.3]}),
    "bars_negative": Chart("bar", "Change on last year (%)", OFFENCES, {"Change": [12.4, -18.9, -7.5, 4.2, -11.0]}),
    "bars_percent": Chart(
        "bar", "Victims satisfied", ["Dudley", "Solihull", "Walsall", "Coventry"],
        {"Satisfied": [57.7, 22.2, 61.4, 48.9]}, unit="%",
    ),
    "bars_money": Chart(
        "bar", "Budget by year", YEARS[-4:], {"Budget": [534.2, 561.8, 589.0, 619.9]}, unit="£m",
    ),
    "bars_long": Chart("bar", "Offences by type", LONG, {"Offences": [23410, 8920, 11875, 15660]}),
    "bars_months": Chart(
        "bar", "Incidents by month", MONTHS, {"Incidents": [310, 342, 365, 401, 398, 377, 352, 318, 290, 276, 281, 305]}
    ),
    "level": Chart("hbar", "Crime rate per 1,000 population", FORCES, {"Rate": [83.5, 86.9, 91.7, 94.2, 98.1, 115.3]}),
    "level_labels": Chart(
        "hbar", "Satisfaction by offence (%)", LONG, {"Satisfied": [66.7, 34.8, 33.0, 51.6]}, labels=True, axis=False
    ),
    "level_bare": Chart("hbar", "Increase by offence", LONG, {"Increase": [40, 25, 18, 11]}, axis=False),
    "grouped": Chart(
        "grouped", "Hidden crimes by year", YEARS,
        {"Crimes": [35150, 41004, 51845, 62434, 73435], "Non-crime": [49054, 46757, 43111, 42273, 43659]},
    ),
    "grouped_labels": Chart(
        "grouped", "Positive outcomes (%)", YEARS[1:],
        {"This force": [24.1, 25.6, 27.3, 29.5], "Similar forces": [22.0, 22.4, 23.1, 23.9]}, labels=True,
    ),
    "level_grouped": Chart(
        "hgrouped", "Confidence by area (%)", FORCES[:4],
        {"2019": [71.0, 64.5, 59.2, 66.8], "2020": [68.3, 61.0, 60.4, 63.7]},
    ),
    "stacked": Chart(
        "stacked", "Outcomes by year", YEARS,
        {"Charged": [4120, 4390, 4015, 3720, 3310], "Community": [2210, 2050, 2380, 2640, 2875],
         "No action": [6480, 7015, 7890, 8120, 7460]},
    ),
    "stacked100": Chart(
        "stacked100", "How victims answered", FORCES[:4],
        {"Satisfied": [52.0, 47.5, 61.0, 43.0], "Neither": [18.0, 22.5, 14.0, 25.0],
         "Dissatisfied": [30.0, 30.0, 25.0, 32.0]},
        unit="%",
    ),
    "level_stacked": Chart(
        "hstacked", "Complaints by kind", YEARS[:4],
        {"Upheld": [310, 280, 265, 240], "Not upheld": [655, 702, 684, 731]},
    ),
    "line": Chart("line", "Theft of motor vehicles", YEARS, {"Thefts": [6654, 9310, 10119, 9087, 7582]}),
    "line_labels": Chart(
        "line", "Domestic abuse crimes", YEARS, {"Crimes": [22549, 25672, 33513, 41546, 51650]}, labels=True
    ),
    "line_bare": Chart(
        "line", "People killed or seriously injured", YEARS, {"KSI": [980, 1010, 1105, 1040, 890]}, axis=False
    ),
    "lines": Chart(
        "line", "Complaints and conduct matters", ["2015", "2016", "2017", "2018", "2019", "2020"],
        {"Complaint": [1210, 921, 836, 530, 408, 3710], "Conduct": [278, 185, 143, 139, 144, 174],
         "Miscellaneous": [2160, 2356, 2893, 3166, 3180, 2456]},
    ),
    "lines_months": Chart(
        "line", "Offences by month", MONTHS,
        {"Violence": [2010, 2175, 2390, 2544, 2496, 2381, 2290, 2147, 1985, 1876, 1902, 2066],
         "Stalking": [610, 655, 702, 748, 801, 866, 913, 950, 978, 1004, 1022, 1051]},
    ),
    "line_cut": Chart("line", "Overall confidence (%)", YEARS, {"Confidence": [78.2, 76.9, 74.4, 71.8, 69.3]},
                      options={"from": 60}),
    "smooth": Chart("smooth", "Stop and search rate", YEARS, {"Rate": [4.1, 3.2, 5.6, 7.9, 8.8]}),
    "area": Chart("area", "Officers in post", YEARS, {"Officers": [6720, 6510, 6630, 6890, 7240]}),
    "pie": Chart("pie", "Crime by type", OFFENCES, {"Share": [34, 27, 11, 6, 22]}, labels=True, unit="%"),
    "pie_legend": Chart("pie", "Where the money goes", OFFENCES, {"Share": [41.5, 23.0, 17.5, 10.0, 8.0]}),
    "donut": Chart("donut", "Contacts by channel", ["999", "101", "Online", "In person"], {"Share": [31, 42, 19, 8]}),
}  # fmt: skip

_WORDS = (
    "the force has met each borough and its partners this year to hear what local people want from policing and the "
    "plan sets out how officers will answer demand where it rises while the panel asked for a review of calls that wait"
)


def prose(seed: str, words: int) -> str:
    """A paragraph of so many words, another one for each seed."""
    source = random.Random(seed)  # noqa: S311  # the same words each time
    text = " ".join(source.choice(_WORDS.split()) for _ in range(words))
    return text.capitalize() + "."
