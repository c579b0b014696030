"""Years told by a season: "the autumn 2019 survey" is of the year from April that it is in, or of the calendar's."""

import re
from calendar import month_name

from reportparse.comparison.terms.times import type_of

BARE_YEAR = re.compile(r"(?<![\d/–-])(20\d\d)(?![\d/–-])")
# "In the autumn 2019 survey": of the financial year that the season is in.
SEASON = re.compile(r"\b(?:summer|autumn|winter)(?:\sof)?\s(20\d\d)\b(?![/–-])", re.IGNORECASE)
_OF_SEASON_OR_MONTH = re.compile(rf"{SEASON.pattern}|\b(?:{'|'.join(month_name[1:])})\s20\d\d\b", re.IGNORECASE)


def year_of_season(period: str, text: str) -> str | None:
    """The financial year of a season, whose year alone a figure has: "the autumn 2019 survey".

    None where the text sets years without a season beside it: "in autumn 2025, compared with 71% in 2024".
    """
    match = SEASON.search(text) if type_of(period) == "calendar year" else None
    if match and BARE_YEAR.search(_OF_SEASON_OR_MONTH.sub("", text)):
        return None
    return f"{period}/{(int(period) + 1) % 100:02}" if match and match[1] == period else None
