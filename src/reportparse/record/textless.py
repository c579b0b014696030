"""Pages without words: whether what they show may be text all the same, as in scans and where letters are drawn."""

from reportparse.pdf import Page, Path

# A page without words whose images cover at least this part of it is a scan.
MIN_SCAN_SHARE = 0.3

# Figures of a page's paths that may be letters, drawn as shapes: more than a sign or chart has, as many as two lines.
MIN_LETTERS = 150
# Their height in points: type from footnotes to headings.
_LETTER_HEIGHTS = (2.0, 40.0)


def may_show_text(page: Page) -> bool:
    """Whether the page has no words, but shows what can be recognised as text, or holds text unread.

    Blank pages and drawings do not: a record of them loses nothing.
    """
    return not page.words and (_is_image(page) or _holds_text(page) or _has_letters(page))


def is_unread(page: Page) -> bool:
    """Whether no reader could read anything of the page."""
    return any(code == "unread-page" for code, _ in page.problems)


def _is_image(page: Page) -> bool:
    return sum(image.box.area for image in page.images) >= MIN_SCAN_SHARE * page.box.area


def _holds_text(page: Page) -> bool:
    is_shut = any(code == "no-text-page" for code, _ in page.problems)
    return is_shut or any(item.reason == "unmapped" for item in page.hidden)


def _has_letters(page: Page) -> bool:
    return sum(_count_letters(path) for path in page.paths if path.fill is not None) >= MIN_LETTERS


def _count_letters(path: Path) -> int:
    """The figures that a path is made of, which are letters if it is as high as they are, or many."""
    least, most = _LETTER_HEIGHTS
    figures = sum(name == "m" for name, *_ in path.points) or 1
    return figures if path.box.height >= least and (figures > 1 or path.box.height <= most) else 0
