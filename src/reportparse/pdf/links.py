"""Links on a page and the bookmarks of a document."""

import ctypes
from collections.abc import Iterator
from ctypes import byref

from reportparse.pdf import native
from reportparse.pdf.page import Bookmark, Link
from reportparse.pdf.space import Space

_TO_PAGE, _TO_WEB = 1, 3  # PDFACTION_GOTO, PDFACTION_URI

# Bookmarks beyond these are not followed; a broken outline may refer to itself.
MAX_BOOKMARKS = 10_000
MAX_LEVEL = 32


def read_links(document: int, page: int, space: Space) -> list[Link]:
    """The links of an open page, in the order of its annotations."""
    links: list[Link] = []
    position, link = ctypes.c_int(0), ctypes.c_void_p()
    while native.next_link(page, byref(position), byref(link)):
        rect = native.Rect()
        if not link.value or not native.link_rect(link.value, byref(rect)):
            continue
        box = space.box(rect.left, rect.bottom, rect.right, rect.top)
        links.append(Link(box, *_read_target(document, link.value)))
    return links


def _read_target(document: int, link: int) -> tuple[str | None, int | None]:
    """(address, None), (None, page) or (None, None)."""
    dest = native.link_dest(document, link)
    action = None if dest else native.link_action(link)
    if action:
        kind = native.action_type(action)
        if kind == _TO_WEB:
            return _read_uri(document, action), None
        dest = native.action_dest(document, action) if kind == _TO_PAGE else None
    return None, _page_of(document, dest)


def _read_uri(document: int, action: int) -> str | None:
    length = native.action_uri(document, action, None, 0)
    buffer = ctypes.create_string_buffer(max(1, length))
    native.action_uri(document, action, buffer, length)
    return buffer.value.decode("utf-8", "replace") or None


def _page_of(document: int, dest: int | None) -> int | None:
    index = native.dest_page(document, dest) if dest else -1
    return index + 1 if index >= 0 else None


def read_bookmarks(document: int) -> list[Bookmark]:
    """The outline of an open document, flat, in reading order; `top` is still in user space, from the bottom."""
    return list(_walk(document, None, 1, set()))


def _walk(document: int, parent: int | None, level: int, seen: set[int]) -> Iterator[Bookmark]:
    bookmark = native.first_bookmark(document, parent)
    while bookmark and bookmark not in seen and len(seen) < MAX_BOOKMARKS:
        seen.add(bookmark)
        title = " ".join(native.read_utf16(native.bookmark_title, bookmark).split())
        dest = native.bookmark_dest(document, bookmark)
        if not dest:
            action = native.bookmark_action(bookmark)
            dest = native.action_dest(document, action) if action else None
        yield Bookmark(title, level, _page_of(document, dest), _height_of(dest))
        if level < MAX_LEVEL:
            yield from _walk(document, bookmark, level + 1, seen)
        bookmark = native.next_bookmark(document, bookmark)


def _height_of(dest: int | None) -> float | None:
    if not dest:
        return None
    has_x, has_y, has_zoom = (ctypes.c_int() for _ in range(3))
    x, y, zoom = (ctypes.c_float() for _ in range(3))
    is_told = native.dest_location(dest, byref(has_x), byref(has_y), byref(has_zoom), byref(x), byref(y), byref(zoom))
    return y.value if is_told and has_y.value else None
