"""Streams that unpack to more than a report's do, found before PDFium unpacks them whole."""

import re
import zlib
from collections import Counter
from collections.abc import Iterator

from reportparse.pdf.limits import MAX_UNPACKED, MAX_UNPACKED_IMAGE

# Deflate packs at most 1,032 bytes into one, so a short stream needs no look.  Source: zlib's technical details.
MAX_RATIO = 1032
# A stream's dictionary stands within this many bytes before it.
_DICTIONARY_ROOM = 600
_STREAM = re.compile(rb"stream\r?\n")
_PACKED = re.compile(rb"/(?:FlateDecode|Fl)\b")
_OBJECT = re.compile(rb"(\d+)\s+\d+\s+obj\b")
_CONTENTS = re.compile(rb"/Contents\s*\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+)\s+\d+\s+R\b")
_PIECE = 1 << 16


def find_bomb(data: bytes) -> tuple[int, int] | None:
    """(bytes it unpacks to at the least, limit) of the first packed stream of a PDF that is over its limit.

    A stream that one page names many times counts as often.  Streams of encrypted files, and those packed otherwise
    than by deflate, can not be told.
    """
    times_named = _count_repeats(data)
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _DICTIONARY_ROOM) : match.start()]
        begin = head.rfind(b" obj") + 1
        layers = len(_PACKED.findall(head, begin))
        limit = MAX_UNPACKED_IMAGE if b"/Image" in head[begin:] else MAX_UNPACKED
        length = data.find(b"endstream", match.end()) - match.end()
        times = times_named.get(_number_of(head), 1) if times_named else 1
        if not layers or times * length * MAX_RATIO**layers <= limit:
            continue
        size = times * _unpacked_size(_pieces(data, match.end(), length), layers, limit // times)
        if size > limit:
            return size, limit
    return None


def _count_repeats(data: bytes) -> dict[bytes, int]:
    """How many times one page names a stream as its content, by the stream's number, where that is more than once."""
    times: dict[bytes, int] = {}
    for match in _CONTENTS.finditer(data):
        for number, count in Counter(_REFERENCE.findall(match[1])).items():
            if count > times.get(number, 1):
                times[number] = count
    return times


def _number_of(head: bytes) -> bytes:
    """The number of the object whose beginning stands last in `head`."""
    numbers: list[bytes] = _OBJECT.findall(head)
    return numbers[-1] if numbers else b""


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
