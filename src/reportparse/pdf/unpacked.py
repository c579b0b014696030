"""Streams that unpack to more than a report's do, found before PDFium unpacks them whole."""

import re
import zlib
from collections.abc import Iterator

from reportparse.pdf.limits import MAX_UNPACKED, MAX_UNPACKED_IMAGE

# Deflate packs at most 1,032 bytes into one, so a short stream needs no look.  Source: zlib's technical details.
MAX_RATIO = 1032
# A stream's dictionary stands within this many bytes before it.
_DICTIONARY_ROOM = 600
_STREAM = re.compile(rb"stream\r?\n")
_PACKED = re.compile(rb"/(?:FlateDecode|Fl)\b")
_PIECE = 1 << 16


def find_bomb(data: bytes) -> tuple[int, int] | None:
    """(bytes it unpacks to at the least, limit) of the first packed stream of a PDF that is over its limit.

    Streams of encrypted files, and those packed otherwise than by deflate, can not be told.
    """
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _DICTIONARY_ROOM) : match.start()]
        head = head[head.rfind(b" obj") + 1 :]
        layers = len(_PACKED.findall(head))
        limit = MAX_UNPACKED_IMAGE if b"/Image" in head else MAX_UNPACKED
        length = data.find(b"endstream", match.end()) - match.end()
        if not layers or length * MAX_RATIO**layers <= limit:
            continue
        size = _unpacked_size(_pieces(data, match.end(), length), layers, limit)
        if size > limit:
            return size, limit
    return None


def _pieces(data: bytes, start: int, length: int) -> Iterator[bytes]:
    for place in range(start, start + length, _PIECE):
        yield data[place : min(place + _PIECE, start + length)]


def _unpacked_size(pieces: Iterator[bytes], layers: int, limit: int) -> int:
    """Bytes after all layers; no more are unpacked than the limit and one piece."""
    for _ in range(layers):
        pieces = _unpack(pieces)
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > limit:
            break
    return size


def _unpack(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """What is packed in some pieces, a piece at a time; it ends where they are no more packed."""
    unpacker = zlib.decompressobj()
    for piece in pieces:
        left = piece
        while left and not unpacker.eof:
            try:
                found = unpacker.decompress(left, _PIECE)
            except zlib.error:
                return
            if found:
                yield found
            left = unpacker.unconsumed_tail
