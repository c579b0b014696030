"""A PDF as a whole: opened, asked page by page, closed."""

import ctypes
import hashlib
from collections.abc import Iterator
from ctypes import byref
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from reportparse.errors import DamagedPdf, EncryptedPdf, NotAPdf
from reportparse.geometry import Box
from reportparse.pdf import native
from reportparse.pdf.copies import drop_copies
from reportparse.pdf.drawings import Drawings, find_rules, read_drawings
from reportparse.pdf.fonts import FontShelf
from reportparse.pdf.links import read_bookmarks, read_links
from reportparse.pdf.page import Bookmark, Page
from reportparse.pdf.runs import TextPage, read_text
from reportparse.pdf.space import Space, page_space
from reportparse.pdf.tags import read_tags
from reportparse.pdf.visibility import split_hidden
from reportparse.pdf.words import PlacedWord, find_words

Source = str | Path | bytes | BinaryIO

_WRONG_PASSWORD = 4  # FPDF_ERR_PASSWORD
_HEADER_ROOM = 1024  # Acrobat's own rule: "%PDF-" within the first 1,024 bytes
_METADATA = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")


class Document:
    """An open PDF.

        with Document("report.pdf") as document:
            pages = list(document.read_pages())
    """

    def __init__(self, source: Source, password: str | None = None) -> None:
        """Open a file by path, bytes, or a binary file object.

        Raises:
            NotAPdf, EncryptedPdf, DamagedPdf: What the caller would do differently in each case.
            OSError: The path can not be read.
        """
        self.name, self.data = _load(source)
        self._shelf: FontShelf = {}
        if b"%PDF-" not in self.data[:_HEADER_ROOM]:
            raise NotAPdf(self.name)
        with native.LOCK:
            self._handle = native.load_document(self.data, len(self.data), password.encode() if password else None)
            if not self._handle:
                self._raise_reason(password)
            self.page_count: int = native.page_count(self._handle)
            self.is_tagged = native.is_tagged(self._handle) == 1
            self.is_encrypted = native.security_revision(self._handle) >= 0
            self.metadata = self._read_metadata()
        if self.page_count < 1:
            self.close()
            raise DamagedPdf(self.name, "it has no pages")

    def _raise_reason(self, password: str | None) -> None:
        if native.last_error() == _WRONG_PASSWORD:
            raise EncryptedPdf(self.name, bool(password))
        reason = "its end is missing" if b"%%EOF" not in self.data[-2048:] else "its structure is broken"
        raise DamagedPdf(self.name, reason)

    def _read_metadata(self) -> dict[str, str]:
        pairs = ((key, native.read_utf16(native.meta_text, self._handle, key.encode())) for key in _METADATA)
        return {key: value for key, value in pairs if value}

    def __enter__(self) -> Self:
        """Nothing but the document itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """Give the memory back; pages already read stay as they are."""
        with native.LOCK:
            if self._handle:
                native.close_document(self._handle)
            self._handle = None

    @property
    def sha256(self) -> str:
        """Hash of the file's bytes."""
        return hashlib.sha256(self.data).hexdigest()

    def read_bookmarks(self) -> list[Bookmark]:
        """The outline, flat and in order; `top` counts from the bottom of the page."""
        with native.LOCK:
            return read_bookmarks(self._handle)

    def read_pages(self, numbers: list[int] | None = None) -> Iterator[Page]:
        """The pages with these numbers (from 1), or all, one after the other."""
        for number in numbers or range(1, self.page_count + 1):
            yield self.read_page(number)

    def read_page(self, number: int) -> Page:
        """Read page `number` (from 1) and close it.

        Raises:
            DamagedPdf: PDFium can not load that page.
        """
        with native.LOCK:
            handle = native.load_page(self._handle, number - 1)
            if not handle:
                raise DamagedPdf(self.name, f"page {number} is broken")
            try:
                return self._read_open_page(handle, number)
            finally:
                native.close_page(handle)

    def _read_open_page(self, handle: int, number: int) -> Page:
        rotation = native.page_rotation(handle) * 90
        space, box = _find_space(handle, rotation)
        drawings = read_drawings(handle, space)
        rules, fills = find_rules(drawings.paths)
        placed, problems = self._read_words(handle, space)
        words, hidden = split_hidden(placed, box, drawings, fills)
        if drawings.is_cut:
            problems.append(("many-segments", "drawings with very many segments are kept as boxes only"))
        return Page(
            number=number,
            label=native.read_utf16(native.page_label, self._handle, number - 1) or str(number),
            box=box,
            rotation=rotation,
            words=tuple(words),
            hidden=tuple(hidden),
            paths=tuple(drawings.paths),
            rules=tuple(rules),
            fills=tuple(fills),
            images=tuple(drawings.images),
            links=tuple(read_links(self._handle, handle, space)),
            tags=read_tags(handle) if self.is_tagged else (),
            problems=tuple(problems),
        )

    def _read_words(self, handle: int, space: Space) -> tuple[list[PlacedWord], list[tuple[str, str]]]:
        text_handle = native.load_text(handle)
        if not text_handle:
            return [], [("no-text-page", "the text of this page can not be read")]
        try:
            page = TextPage(text_handle, space, read_text(text_handle), self._shelf)
            found, doubled = find_words(page)
            placed, copies = drop_copies(found)
        finally:
            native.close_text(text_handle)
        copies += doubled
        problems = [("doubled-text", f"{copies} characters are printed twice; each is read once")] if copies else []
        return placed, problems


def _load(source: Source) -> tuple[str, bytes]:
    """(a name to speak of it by, its bytes)"""
    if isinstance(source, bytes):
        return "<bytes>", source
    if isinstance(source, str | Path):
        return str(source), Path(source).read_bytes()
    return str(getattr(source, "name", "<stream>")), source.read()


def _find_space(page: int, rotation: int) -> tuple[Space, Box]:
    """How user space lies on the page, and what of it is shown."""
    bounds = native.Rect()
    native.page_bounds(page, byref(bounds))
    media = [ctypes.c_float() for _ in range(4)]
    if native.page_media_box(page, *map(byref, media)):
        left, low, right, high = (side.value for side in media)
    else:
        left, low, right, high = bounds.left, bounds.bottom, bounds.right, bounds.top
    space = page_space((min(left, right), min(low, high), max(left, right), max(low, high)), rotation)
    return space, space.box(bounds.left, bounds.bottom, bounds.right, bounds.top)


__all__ = ["Document", "Drawings", "Source"]
