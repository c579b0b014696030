"""Charts as reports design them, where general rules were found wanting at first sight; with the numbers drawn."""

from specs import MONTHS, YEARS, Chart

TWELVE = [f"{month}-{22 if place < 9 else 23}" for place, month in enumerate(MONTHS)]
QUARTERS = ["Q1 2021/22", "Q2 2021/22", "Q3 2021/22", "Q4 2021/22", "Q1 2022/23", "Q2 2022/23"]

DESIGNS = {
    # Two axes: told apart by the colour of their labels, or by titles that the legend has as well.
    "twin_colours": Chart(
        "twin", "Offences and charge rate", YEARS,
        {"Offences": [3120, 3380, 2890, 3510, 3720], "Charge rate (%)": [14.2, 13.1, 15.8, 12.4, 11.9]},
    ),
    "twin_titles": Chart(
        "twin", "Calls and time to answer", YEARS,
        {"Calls received": [412000, 433500, 398200, 451700, 470300], "Minutes to answer": [1.9, 2.4, 1.6, 3.1, 3.8]},
    ),
    # Lines that lie apart in one plot, with a year that has no value and names behind their ends.
    "line_gap": Chart(
        "line", "Offences per 1,000 residents", ["2017", "2018", "2019", "2020", "2021", "2022"],
        {"Violence": [72, 81, 90, None, 96, 99], "Theft": [66, 64, 61, None, 48, 52],
         "Burglary": [31, 30, 27, None, 19, 18]},
    ),
    # Smooth lines with markers and no grid, an axis that does not begin at nought, months set aslant.
    "smooth_marked": Chart(
        "smooth", "Public confidence in twelve months (%)", TWELVE,
        {"This force": [72.1, 71.8, 73.0, 74.4, 73.9, 75.2, 76.0, 75.1, 74.7, 77.3, 78.1, 78.8],
         "National": [68.9, 69.2, 69.0, 68.4, 67.9, 68.3, 67.7, 67.1, 66.8, 67.2, 66.5, 66.1]},
        options={"from": 60, "to": 90},
    ),
    # Bars that are drawn from nought, and cut where the axis begins.
    "bars_cut": Chart(
        "bar", "Emergency calls answered in ten seconds", QUARTERS,
        {"Calls": [91.2, 93.5, 88.7, 94.1, 95.6, 92.9]}, unit="%", options={"from": 80},
    ),
    # Bars with no space between them.
    "steps": Chart(
        "bar", "Victims by age band", ["10-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+"],
        {"Victims": [4200, 11800, 15350, 12100, 8900, 5200, 2650]},
    ),
    # A slice pulled out of its pie; labels at the ends of leader lines.
    "pulled_apart": Chart(
        "pie", "Sources of funding", ["Government grant", "Council tax", "Specific grants", "Reserves"],
        {"Share": [56.4, 31.2, 9.1, 3.3]}, labels=True,
    ),
    "leaders": Chart(
        "pie", "How cases ended", ["Custody", "Community resolution", "Caution", "Fine", "Other"],
        {"Share": [42.7, 28.1, 15.2, 9.0, 5.0]}, labels=True,
    ),
    # Two years with values and coloured names beside the ends of the lines.
    "slope": Chart(
        "line", "Confidence by division", ["2021", "2022"],
        {"North": [58, 66], "South": [71, 69], "East": [49, 61]}, labels=True, axis=False, unit="%",
    ),
    # Years far below a line that has no axis.
    "line_far": Chart(
        "line", "Usable reserves", ["2018", "2019", "2020", "2021", "2022", "2023"],
        {"Reserves": [61.4, 57.9, 48.2, 44.7, 39.3, 36.8]}, labels=True, axis=False, unit="£m",
    ),
    # Level bars on a ground to 100%, names on the left edge; an axis of money below bars in pairs.
    "progress": Chart(
        "hbar", "Progress against priorities",
        ["Tackling violence", "Supporting victims", "Safer roads", "Rural policing"],
        {"Progress": [72, 88, 45, 61]}, labels=True, axis=False, unit="%",
    ),
    "level_money": Chart(
        "hgrouped", "Budget and outturn", ["Grants", "Council tax", "Other"],
        {"Budget": [412.0, 268.5, 21.4], "Outturn": [414.6, 266.9, 27.8]}, unit="£m",
    ),
    # Labels with a halo, which is drawn letter by letter below them; the whole of a ring in its middle.
    "halo_groups": Chart(
        "grouped", "Offences against vulnerable people",
        ["Domestic abuse", "Sexual offences", "Stalking", "Hate crime"],
        {"2020/21": [1320, 980, 2210, 760], "2021/22": [1515, 1044, 2384, 812], "2022/23": [1462, 1190, 2601, 790]},
        labels=True,
    ),
    "halo_level": Chart(
        "hbar", "Recorded offences", ["Drug offences", "Public order", "Vehicle crime", "Burglary", "Robbery"],
        {"Offences": [3120, 8455, 5210, 4102, 1377]}, labels=True, axis=False,
    ),
    "halo_ring": Chart(
        "donut", "Income in the year", ["Council tax", "Core grant", "Pension grant", "Fees"],
        {"Income": [294.1, 402.8, 21.6, 18.2]}, labels=True,
    ),
}  # fmt: skip
