"""Names of records: from the input's own file name, never from what stands in a file."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from urllib.parse import unquote

from reportparse.batches.places import is_url, read_bytes

# Bytes of a name, of the 255 that file systems give, with room for a hash, ".json" and a temporary ending.
MAX_LENGTH = 180
# Hex digits of the hash in a name.
HASH_LENGTH = 8
# What some systems take for devices, whatever the ending.
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")


def name_records(inputs: Sequence[str], known: Mapping[str, str]) -> dict[str, str]:
    """A file name for each input's record; all differ, also where case does not count.

    Inputs of one name have a part of their content's hash behind it; copies of one file are counted.  An input whose
    name is known from an earlier run keeps it.

    >>> name_records(["a/kent.pdf", "b/surrey.pdf"], {"old/Kent.pdf": "Kent.json", "b/surrey.pdf": "s.json"})
    {'a/kent.pdf': 'kent-f7fd0d8d.json', 'b/surrey.pdf': 's.json'}
    """
    taken = {name.casefold() for name in known.values()}
    stems = {place: safe_stem(place) for place in (*inputs, *known)}
    counts = Counter(stem.casefold() for stem in stems.values())
    names: dict[str, str] = {}
    for place in inputs:
        if place in known:
            names[place] = known[place]
            continue
        stem = stems[place]
        is_alone = counts[stem.casefold()] == 1 and f"{stem}.json".casefold() not in taken
        name = f"{stem}.json" if is_alone else _find_free(f"{stem}-{_hash(place)}", taken)
        taken.add(name.casefold())
        names[place] = name
    return names


def safe_stem(place: str) -> str:
    """The file's own name without its ending, in letters that no system minds.

    >>> safe_stem("reports/Kent 2022–23 (final).pdf"), safe_stem("s3://store/a%2Fb.pdf?x=1"), safe_stem("../..")
    ('Kent-2022-23-final', 'b', 'report')
    """
    if is_url(place):
        place = unquote(re.split(r"[?#]", place)[0])
    last = re.split(r"[/\\]", place.rstrip("/\\"))[-1]
    stem = re.sub(r"(?i)\.pdf$", "", last)
    clean = re.sub(r"[^\w.]+", "-", stem, flags=re.ASCII if not stem.isprintable() else 0).strip("-._")
    cut = clean.encode()[:MAX_LENGTH].decode("utf-8", "ignore")
    return f"_{cut}" if _DEVICES.match(cut) else cut or "report"


def _hash(place: str) -> str:
    """Of the content; of the path where that can not be read."""
    try:
        data = read_bytes(place)
    except OSError:
        data = place.encode("utf-8", "surrogateescape")
    return hashlib.sha256(data).hexdigest()[:HASH_LENGTH]


def _find_free(name: str, taken: set[str]) -> str:
    free, number = f"{name}.json", 1
    while free.casefold() in taken:
        number += 1
        free = f"{name}-{number}.json"
    return free
