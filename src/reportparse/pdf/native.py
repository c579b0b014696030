"""PDFium's C functions, as Python calls them fastest.

pypdfium2 ships the library and starts it.  Its own prototypes let other threads run during each call, on which PDFium
crashes (its manual: not thread-safe), and convert every pointer; these here hold the interpreter's lock (`PyDLL`) and
take addresses as plain integers.  Those that are called for every word or object of a page take them as `pointer`
makes them, and convert nothing.
"""

import ctypes
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import c_double, c_float, c_int, c_size_t, c_uint, c_ulong, c_void_p
from typing import Any

import pypdfium2.raw  # noqa: F401  # starts the library
from pypdfium2_raw import bindings

LOCK = threading.RLock()
"""Held round everything that one page needs, since the fonts of a document are shared between its pages."""

_LIBRARY = ctypes.PyDLL(bindings._libs["pdfium"]._name)


class Rect(ctypes.Structure):
    """FS_RECTF: left, top, right, bottom in user space."""

    _fields_ = [("left", c_float), ("top", c_float), ("right", c_float), ("bottom", c_float)]


class Matrix(ctypes.Structure):
    """FS_MATRIX."""

    _fields_ = [(name, c_float) for name in "abcdef"]


def _function(name: str, result: Any, *arguments: Any) -> Any:
    function = getattr(_LIBRARY, name)
    function.restype, function.argtypes = result, arguments
    return function


Pointer = Any
"""An address as ctypes hands it on; the functions that take plain integers take it too."""

pointer: Callable[[int | None], Pointer] = c_void_p.from_param


def _quick(name: str, result: Any) -> Any:
    """A function that takes only pointers made by `pointer` or `byref`, and C ints.

    ctypes passes these on as they are, in 40% of the time that it takes to convert arguments.  An address as a plain
    integer would lose its upper half on the way.
    """
    function = getattr(_LIBRARY, name)
    function.restype = result
    return function


_p, _i = c_void_p, c_int
load_document = _function("FPDF_LoadMemDocument64", _p, _p, c_size_t, _p)
close_document = _function("FPDF_CloseDocument", None, _p)
last_error = _function("FPDF_GetLastError", c_ulong)
page_count = _function("FPDF_GetPageCount", _i, _p)
load_page = _function("FPDF_LoadPage", _p, _p, _i)
close_page = _function("FPDF_ClosePage", None, _p)
page_rotation = _function("FPDFPage_GetRotation", _i, _p)
page_media_box = _function("FPDFPage_GetMediaBox", _i, _p, _p, _p, _p, _p)
page_bounds = _function("FPDF_GetPageBoundingBox", _i, _p, _p)
page_label = _function("FPDF_GetPageLabel", c_ulong, _p, _i, _p, c_ulong)
meta_text = _function("FPDF_GetMetaText", c_ulong, _p, _p, _p, c_ulong)
is_tagged = _function("FPDFCatalog_IsTagged", _i, _p)
security_revision = _function("FPDF_GetSecurityHandlerRevision", _i, _p)

load_text = _function("FPDFText_LoadPage", _p, _p)
close_text = _function("FPDFText_ClosePage", None, _p)
count_chars = _function("FPDFText_CountChars", _i, _p)
get_text = _function("FPDFText_GetText", _i, _p, _i, _i, _p)
char_unicode = _function("FPDFText_GetUnicode", c_uint, _p, _i)
char_object = _quick("FPDFText_GetTextObject", _p)
char_origin = _quick("FPDFText_GetCharOrigin", _i)
char_loose_box = _function("FPDFText_GetLooseCharBox", _i, _p, _i, _p)
char_box = _quick("FPDFText_GetCharBox", _i)
char_matrix = _quick("FPDFText_GetMatrix", _i)
char_size = _quick("FPDFText_GetFontSize", c_double)
char_color = _quick("FPDFText_GetFillColor", _i)
char_is_unmapped = _function("FPDFText_HasUnicodeMapError", _i, _p, _i)
char_is_generated = _function("FPDFText_IsGenerated", _i, _p, _i)

count_objects = _function("FPDFPage_CountObjects", _i, _p)
get_object = _quick("FPDFPage_GetObject", _p)
object_type = _quick("FPDFPageObj_GetType", _i)
object_matrix = _quick("FPDFPageObj_GetMatrix", _i)
object_bounds = _quick("FPDFPageObj_GetBounds", _i)
object_mark = _quick("FPDFPageObj_GetMarkedContentID", _i)
object_fill = _quick("FPDFPageObj_GetFillColor", _i)
object_stroke = _quick("FPDFPageObj_GetStrokeColor", _i)
object_clip = _function("FPDFPageObj_GetClipPath", _p, _p)
image_data = _function("FPDFImageObj_GetImageDataRaw", c_ulong, _p, _p, c_ulong)
clip_count = _function("FPDFClipPath_CountPaths", _i, _p)
clip_segments = _function("FPDFClipPath_CountPathSegments", _i, _p, _i)
clip_segment = _function("FPDFClipPath_GetPathSegment", _p, _p, _i, _i)
object_stroke_width = _quick("FPDFPageObj_GetStrokeWidth", _i)
text_render_mode = _quick("FPDFTextObj_GetTextRenderMode", _i)
text_font = _quick("FPDFTextObj_GetFont", _p)
count_form_objects = _function("FPDFFormObj_CountObjects", _i, _p)
get_form_object = _function("FPDFFormObj_GetObject", _p, _p, c_ulong)

font_name = _function("FPDFFont_GetBaseFontName", c_size_t, _p, _p, c_size_t)
font_flags = _function("FPDFFont_GetFlags", _i, _p)
font_weight = _function("FPDFFont_GetWeight", _i, _p)
font_descent = _function("FPDFFont_GetDescent", _i, _p, c_float, _p)
font_data = _function("FPDFFont_GetFontData", _i, _p, _p, c_size_t, _p)
font_is_embedded = _function("FPDFFont_GetIsEmbedded", _i, _p)
font_glyph_width = _function("FPDFFont_GetGlyphWidth", _i, _p, c_uint, c_float, _p)

path_draw_mode = _quick("FPDFPath_GetDrawMode", _i)
path_count = _quick("FPDFPath_CountSegments", _i)
path_segment = _quick("FPDFPath_GetPathSegment", _p)
segment_point = _quick("FPDFPathSegment_GetPoint", _i)
segment_type = _quick("FPDFPathSegment_GetType", _i)
segment_closes = _quick("FPDFPathSegment_GetClose", _i)

next_link = _function("FPDFLink_Enumerate", _i, _p, _p, _p)
link_rect = _function("FPDFLink_GetAnnotRect", _i, _p, _p)
link_action = _function("FPDFLink_GetAction", _p, _p)
link_dest = _function("FPDFLink_GetDest", _p, _p, _p)
action_type = _function("FPDFAction_GetType", c_ulong, _p)
action_uri = _function("FPDFAction_GetURIPath", c_ulong, _p, _p, _p, c_ulong)
action_dest = _function("FPDFAction_GetDest", _p, _p, _p)
dest_page = _function("FPDFDest_GetDestPageIndex", _i, _p, _p)
dest_location = _function("FPDFDest_GetLocationInPage", _i, _p, _p, _p, _p, _p, _p, _p)

first_bookmark = _function("FPDFBookmark_GetFirstChild", _p, _p, _p)
next_bookmark = _function("FPDFBookmark_GetNextSibling", _p, _p, _p)
bookmark_title = _function("FPDFBookmark_GetTitle", c_ulong, _p, _p, c_ulong)
bookmark_dest = _function("FPDFBookmark_GetDest", _p, _p, _p)
bookmark_action = _function("FPDFBookmark_GetAction", _p, _p)

tree_for_page = _function("FPDF_StructTree_GetForPage", _p, _p)
close_tree = _function("FPDF_StructTree_Close", None, _p)
tree_count = _function("FPDF_StructTree_CountChildren", _i, _p)
tree_child = _function("FPDF_StructTree_GetChildAtIndex", _p, _p, _i)
element_count = _quick("FPDF_StructElement_CountChildren", _i)
element_child = _quick("FPDF_StructElement_GetChildAtIndex", _p)
element_child_mark = _quick("FPDF_StructElement_GetChildMarkedContentID", _i)
element_type = _quick("FPDF_StructElement_GetType", c_ulong)
element_alt = _function("FPDF_StructElement_GetAltText", c_ulong, _p, _p, c_ulong)
element_attribute_count = _quick("FPDF_StructElement_GetAttributeCount", _i)
element_attribute = _quick("FPDF_StructElement_GetAttributeAtIndex", _p)
attribute_value = _quick("FPDF_StructElement_Attr_GetValue", _p)
attribute_number = _function("FPDF_StructElement_Attr_GetNumberValue", _i, _p, _p)


bitmap_create = _function("FPDFBitmap_CreateEx", _p, _i, _i, _i, _p, _i)
bitmap_fill = _function("FPDFBitmap_FillRect", _i, _p, _i, _i, _i, _i, c_ulong)
bitmap_destroy = _function("FPDFBitmap_Destroy", None, _p)
render_page = _function("FPDF_RenderPageBitmap", None, _p, _p, _i, _i, _i, _i, _i, _i)


@contextmanager
def open_text(page: int) -> Iterator[Pointer | None]:
    """The text of an open page, closed at the end; None where PDFium can not read it."""
    handle = load_text(page)
    try:
        yield pointer(handle) if handle else None
    finally:
        if handle:
            close_text(handle)


def read_utf16(function: Any, *arguments: Any) -> str:
    """The text that `function` writes as UTF-16, asked for its length first; "" for none."""
    length = function(*arguments, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    function(*arguments, buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")
