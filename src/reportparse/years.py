"""Words by which a report names the year before the one it is about, as parts of regular expressions.

The first part leaves out "last year", which at times is that year and at times the report's own.  The last one is what
times a statement and says no more: "For the year ended 31 March 2023", "at 31 March 2023".
"""

_YEAR = r"(?:financial\s|reporting\s|fiscal\s)?year"
YEAR_EARLIER = (
    rf"(?:(?:the\s)?(?<!any\s)(?:previous|prior|preceding)\s(?:{_YEAR}|(?:twelve|12)\smonths)"
    r"|(?:the|an?|one)\syear\s(?:before(?!\sthat)|earlier|ago|previously)"
    r"|(?:(?:the|a)\s)?(?:twelve|12)\smonths\s(?:before|earlier|ago|previously))"
)
YEAR_BEFORE = rf"(?:{YEAR_EARLIER}|(?:the\s)?last\s{_YEAR})"
TELLS_WHEN = (
    r"(?:for\s)?(?:the\s)?(?:(?:\w+\s)?(?:years?|period|months|weeks|quarter)\s(?:ended|ending|to)|(?:as\s)?at)"
    r"\s(?:\w+\s){1,3}\d{4}"
)
