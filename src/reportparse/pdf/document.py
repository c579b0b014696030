"""A PDF as a whole: opened, asked page by page, closed."""

from __future__ import annotations

import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn, Self

from reportparse.errors import DamagedPdf, EncryptedPdf, NotAPdf, TooLarge
from reportparse.geometry import Box
from reportparse.pdf import codes, native
from reportparse.pdf.bulk import read_text
from reportparse.pdf.copies import drop_copies
from reportparse.pdf.drawings import Drawings, find_rules, read_drawings
from reportparse.pdf.fonts import FontShelf
from reportparse.pdf.glyph_codes import is_coded, mark_codes
from reportparse.pdf.grounds import split_patterned
from reportparse.pdf.limits import MAX_BYTES, MAX_PAGE_CHARACTERS, MAX_PAGES
from reportparse.pdf.links import read_bookmarks, read_links
from reportparse.pdf.page import Bookmark, HiddenWord, Page
from reportparse.pdf.render import draw_page
from reportparse.pdf.runs import TextPage
from reportparse.pdf.scanned import find_parts, level
from reportparse.pdf.space import Space, find_space
from reportparse.pdf.tags import read_tags
from reportparse.pdf.unpacked import find_bomb
from reportparse.pdf.visibility import is_recognised, split_hidden
from reportparse.pdf.words import Stretch, find_words

if TYPE_CHECKING:
    from pdfplumber.pdf import PDF
    from PIL.Image import Image

    from reportparse.pdf.plumber import FastPage
    from reportparse.pdf.unnamed import Named

Source = str | Path | bytes | BinaryIO

_WRONG_PASSWORD = 4  # FPDF_ERR_PASSWORD
# Acrobat's own rule is "%PDF-" within the first 1,024 bytes; some write "%PDF1.4".
_HEADER, _HEADER_ROOM = re.compile(rb"%PDF[-.\d]"), 1024
_METADATA = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")


class Document:
    """An open PDF.

    with Document("report.pdf") as document:
        pages = list(document.read_pages())
    """

    def __init__(self, source: Source, password: str | None = None) -> None:
        """Open a file by path, bytes, or a binary file object.

        Raises:
            NotAPdf, EncryptedPdf, DamagedPdf, TooLarge: What the caller would do differently in each case.
            OSError: The path can not be read.
        """
        self._handle: int | None = None
        self.name, self.data = _load(source)
        self._shelf = FontShelf(self._name_unnamed)
        self._named: list[Named] | None = None
        self._last_kids: dict[int, int] = {}
        self._plumber: PDF | None = None
        self._code: str | None = None
        self._is_code_sought = False
        if not _HEADER.search(self.data, 0, _HEADER_ROOM):
            raise NotAPdf(self.name)
        if len(self.data) > MAX_BYTES:
            raise TooLarge(self.name, "bytes", len(self.data), MAX_BYTES)
        if bomb := find_bomb(self.data):
            raise TooLarge(self.name, "bytes unpacked from one stream", *bomb)
        with native.LOCK:
            handle, self._password = self._unlock(password)
            self._handle = handle
            self.page_count: int = native.page_count(handle)
            self.is_tagged = native.is_tagged(handle) == 1
            self.is_encrypted = native.security_revision(handle) >= 0
            self.metadata = _read_metadata(handle)
        if self.page_count < 1:
            self.close()
            raise DamagedPdf(self.name, "it has no pages")
        if self.page_count > MAX_PAGES:
            self.close()
            raise TooLarge(self.name, "pages", self.page_count, MAX_PAGES)

    def _unlock(self, password: str | None) -> tuple[int, str | None]:
        """(the open file's handle, the password that opened it): one that protects changes alone opens without any."""
        for attempt in dict.fromkeys((password or None, None)):
            handle = native.load_document(self.data, len(self.data), attempt.encode() if attempt else None)
            if handle:
                return handle, attempt
            if native.last_error() != _WRONG_PASSWORD:
                break
        return self._raise_reason(password)

    def _raise_reason(self, password: str | None) -> NoReturn:
        if native.last_error() == _WRONG_PASSWORD:
            raise EncryptedPdf(self.name, bool(password))
        reason = "its end is missing" if b"%%EOF" not in self.data[-2048:] else "its structure is broken"
        raise DamagedPdf(self.name, reason)

    def __enter__(self) -> Self:
        """Nothing but the document itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """Give the memory back; pages already read stay as they are.  Closing twice does no harm."""
        with native.LOCK:
            if self._handle:
                native.close_document(self._handle)
            self._handle = None
            self._plumber = None  # its own close() reads every page first, and fails on a broken one

    def _open_handle(self) -> int:
        if not self._handle:
            message = f"{self.name} is closed"
            raise ValueError(message)
        return self._handle

    @property
    def path(self) -> str | None:
        """Where the file was opened; None for bytes and streams that have no name of their own."""
        return None if self.name.startswith("<") else self.name

    @property
    def sha256(self) -> str:
        """Hash of the file's bytes."""
        return hashlib.sha256(self.data).hexdigest()

    def read_bookmarks(self) -> list[Bookmark]:
        """The outline, flat and in order; `top` counts from the bottom of the page."""
        with native.LOCK:
            return read_bookmarks(self._open_handle())

    def read_pages(self, numbers: list[int] | None = None) -> Iterator[Page]:
        """The pages with these numbers (from 1), or all, one after the other.

        A page that PDFium can not read is read by pdfminer; if that fails too, it is empty.  Its `problems` say so.
        """
        for number in range(1, self.page_count + 1) if numbers is None else numbers:
            try:
                page = self.read_page(number)
            except DamagedPdf as error:
                yield self.read_page_slowly(number, ("broken-page", f"PDFium can not read this page: {error.reason}"))
                continue
            yield self._make_readable(page)

    def read_page_slowly(self, number: int, problem: tuple[str, str] = ("slow-page", "read by pdfminer")) -> Page:
        """Read page `number` (from 1) with pdfplumber and pdfminer; `problem` tells why, and is told in the page."""
        from reportparse.pdf import fallback  # noqa: PLC0415  # pdfplumber takes 0.12 s to import

        with native.LOCK:
            handle = self._open_handle()
            label = native.read_utf16(native.page_label, handle, number - 1) or str(number)
            try:
                pdf = self._open_plumber()
            except fallback.BROKEN as error:
                nothing = ("unread-page", f"nothing of this page can be read: {error}")
                return fallback.empty_page(number, label, (problem, nothing))
            return fallback.read_slowly(pdf, number, label, problem)

    def _make_readable(self, page: Page) -> Page:
        """The page, read in another way if it holds glyphs that have no Unicode for PDFium and that way knows them."""
        if not _count_unmapped(page):
            return page
        if not self._is_code_sought:
            self._is_code_sought = True
            self._code = self._find_code(page.number)
            page = self.read_page(page.number) if self._code else page
        return self._read_again(page) if _count_unmapped(page) > len(page.words) else page

    def _find_code(self, first: int) -> str | None:
        """What the codes of glyphs without Unicode are, if the words of this page and those behind it tell."""
        found: list[codes.Coded] = []
        for number in range(first, min(first + codes.MAX_PAGES_ASKED, self.page_count + 1)):
            with suppress(DamagedPdf), self._open_page(number) as handle, native.open_text(handle) as text:
                if text and native.count_chars(text) <= MAX_PAGE_CHARACTERS:
                    found.append(codes.find_unmapped(text, read_text(text)))
        return codes.find_table(found)

    def _read_again(self, page: Page) -> Page:
        """Let pdfminer try a page whose glyphs have no Unicode for PDFium; else keep the first reading."""
        reason = "most of its glyphs have no Unicode for PDFium, so this page is read by pdfminer"
        again = self.read_page_slowly(page.number, ("unmapped-text", reason))
        is_lost = any("(cid:" in word.text or is_coded(word.text) for word in again.words)
        if is_lost or len(again.words) < len(page.hidden) / 2:
            return page
        return again._replace(links=page.links, tags=page.tags, paths=page.paths, rules=page.rules, fills=page.fills)

    def plumber_page(self, number: int) -> FastPage:
        """Page `number` (from 1) as a `pdfplumber.page.Page` whose objects are PDFium's, read when first asked for.

            with Document("report.pdf") as document:
                tables = document.plumber_page(3).extract_tables()

        It lives as long as the document is open.

        Raises:
            DamagedPdf: pdfplumber can not open the file, or finds no such page in it.
            ValueError: The document is closed.
        """
        from reportparse.pdf.fallback import BROKEN  # noqa: PLC0415  # pdfplumber takes 0.12 s to import
        from reportparse.pdf.plumber import FastPage  # noqa: PLC0415

        with native.LOCK:
            self._open_handle()
            try:
                pdf = self._open_plumber()
                above = float(sum(page.height for page in pdf.pages[: number - 1]))
                return FastPage(pdf, number, above, partial(self._read_objects, number))
            except BROKEN as error:
                reason = f"pdfplumber can not open page {number}: {error}"
                raise DamagedPdf(self.name, reason) from error

    def _open_plumber(self) -> PDF:
        if self._plumber is None:
            from reportparse.pdf.plumber import open_pdf  # noqa: PLC0415  # pdfplumber takes 0.12 s to import

            self._plumber = open_pdf(self.data, self._password)
        return self._plumber

    def _name_unnamed(self, handle: int) -> tuple[str, int, int] | None:
        """What the file says of an open font for which PDFium has no name: name, flags and weight."""
        from reportparse.pdf.fallback import BROKEN  # noqa: PLC0415  # pdfplumber takes 0.12 s to import
        from reportparse.pdf.unnamed import find_named, read_named  # noqa: PLC0415

        if self._named is None:
            self._named = []
            with suppress(*BROKEN):
                self._named = read_named(self._open_plumber())
        found = find_named(handle, self._named)
        return found and found[:3]

    def _read_objects(self, number: int) -> dict[str, list[dict[str, Any]]]:
        """A page's objects as pdfplumber has them."""
        from reportparse.pdf.plumber import make_chars, make_objects  # noqa: PLC0415

        page = self.read_page(number)
        with self._open_page(number) as handle, native.open_text(handle) as text:
            space, _ = find_space(handle, page.rotation)
            chars = make_chars(self._make_text_page(text, space)) if text else []
        return make_objects(page, chars)

    def read_page(self, number: int) -> Page:
        """Read page `number` (from 1) and close it.

        Raises:
            DamagedPdf: PDFium can not load that page.
            ValueError: The document is closed.
        """
        with self._open_page(number) as handle:
            return self._read_open_page(handle, number)

    def draw_page(self, number: int, scale: float = 1.0) -> tuple[Image, Box]:
        """The image of page `number` (from 1), `scale` pixels a point, and the part of the page that it shows.

        Raises:
            DamagedPdf: PDFium can not load that page.
            ValueError: The document is closed.
        """
        with self._open_page(number) as handle:
            _, box = find_space(handle, native.page_rotation(handle) * 90)
            return draw_page(handle, box, scale), box

    @contextmanager
    def _open_page(self, number: int) -> Iterator[int]:
        """A page's handle, closed at the end; nobody else reads meanwhile."""
        with native.LOCK:
            handle = native.load_page(self._open_handle(), number - 1)
            if not handle:
                raise DamagedPdf(self.name, f"page {number} is broken")
            try:
                yield handle
            finally:
                native.close_page(handle)

    def _read_open_page(self, handle: int, number: int) -> Page:
        rotation = native.page_rotation(handle) * 90
        space, box = find_space(handle, rotation)
        stretches, problems = self._read_words(handle, space)
        drawings = read_drawings(handle, space, {stretch.address for stretch in stretches})
        rules, fills = find_rules(drawings.paths)
        words, hidden = split_hidden(stretches, box, drawings, fills)
        if hidden:
            look = partial(draw_page, handle, box, 1.0)
            found, hidden, drawings.paths = split_patterned(hidden, words, drawings.paths, box, look)
            if found:
                words = sorted([*words, *found], key=attrgetter("order"))
                rules, fills = find_rules(drawings.paths)
        problems.extend(_unmapped_problems(hidden))
        images = drawings.images
        if is_recognised(stretches, box, drawings):
            words = level(words)
            images = [*images, *find_parts(draw_page(handle, box, 1.0), box, words)]
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
            images=tuple(images),
            links=tuple(read_links(self._open_handle(), handle, space)),
            tags=read_tags(handle, _find_marks(stretches, drawings), self._last_kids) if self.is_tagged else (),
            problems=tuple(problems),
        )

    def _read_words(self, handle: int, space: Space) -> tuple[list[Stretch], list[tuple[str, str]]]:
        with native.open_text(handle) as text:
            if not text:
                return [], [("no-text-page", "the text of this page can not be read")]
            if (count := native.count_chars(text)) > MAX_PAGE_CHARACTERS:
                told = f"the page has {count:,} characters, more than {MAX_PAGE_CHARACTERS:,}; they are not read"
                return [], [("too-much-text", told)]
            sheet = self._make_text_page(text, space)
            found, doubled = find_words(sheet)
            stretches, copies = drop_copies(mark_codes(found, sheet.text), doubled)
        copies += doubled
        problems = [("doubled-text", f"{copies} characters are printed twice; each is read once")] if copies else []
        return stretches, problems

    def _make_text_page(self, handle: native.Pointer, space: Space) -> TextPage:
        text = read_text(handle)
        if self._code:
            text = codes.decode(codes.find_unmapped(handle, text), self._code)
        return TextPage(handle, space, text, self._shelf, is_coded=bool(self._code))


def _find_marks(stretches: list[Stretch], drawings: Drawings) -> set[int]:
    """Ids of the marked content that a page draws."""
    drawn = {item.mark for items in (drawings.paths, drawings.images) for item in items}
    return (drawn | {stretch.words[0].mark for stretch in stretches}) - {-1}


def _read_metadata(handle: int) -> dict[str, str]:
    pairs = ((key, native.read_utf16(native.meta_text, handle, key.encode())) for key in _METADATA)
    return {key: value for key, value in pairs if value}


def _count_unmapped(page: Page) -> int:
    return sum(hidden.reason == "unmapped" for hidden in page.hidden)


def _unmapped_problems(hidden: list[HiddenWord]) -> list[tuple[str, str]]:
    """One problem for each font whose glyphs have no Unicode."""
    fonts = Counter(word.style.font for word, reason in hidden if reason == "unmapped")
    told = "words in {} are glyphs without Unicode, so they can not be read; OCR may help"
    return [("unmapped-glyphs", f"{n} {told.format(font or 'a nameless font')}") for font, n in fonts.items()]


class NamedBytes(io.BytesIO):
    """Bytes that know where they came from, as a source."""

    def __init__(self, data: bytes, name: str | None) -> None:
        """`name` is what is told of it; None for bytes of nowhere."""
        super().__init__(data)
        self.name = name or "<bytes>"


def _load(source: Source) -> tuple[str, bytes]:
    """(a name to speak of it by, its bytes)"""
    if isinstance(source, bytes):
        return "<bytes>", source
    if isinstance(source, str | Path):
        return str(source), Path(source).read_bytes()
    return str(getattr(source, "name", "<stream>")), source.read()


__all__ = ["Document", "Drawings", "NamedBytes", "Source"]
