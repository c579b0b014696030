"""What the tags of a page call headings."""

from collections.abc import Iterable

from reportparse.pdf.page import Page, Tag


def read_heading_tags(page: Page) -> dict[int, int]:
    """The marks of what is drawn as a heading, each with the level of this; what is a cell or an item is none."""
    return {mark: level for tag in page.tags for mark, level in _walk(tag, 0)}


def _walk(tag: Tag, level: int) -> Iterable[tuple[int, int]]:
    if tag.type[:1] == "H" and tag.type[1:].isdigit():
        level = int(tag.type[1:])
    elif tag.type in ("Table", "L", "Figure", "P"):
        level = 0
    if level:
        yield from ((mark, level) for mark in tag.marks)
    for kid in tag.kids:
        yield from _walk(kid, level)
