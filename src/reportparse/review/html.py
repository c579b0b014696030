"""One HTML file that opens from disk: template, data, styles and scripts in it.

Nothing from outside is loaded: the page's own policy forbids it, and allows its own styles and scripts by their hash.
"""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup


def render(
    template: str, view: Mapping[str, object], *, styles: Sequence[str], scripts: Sequence[str], **parts: object
) -> str:
    """A page from its template with `view` as its data; all names are of files in `assets/`.

    The template gets `view`, `data` (the same as JSON), `policy`, `styles`, `scripts` and `parts`.
    """
    sheets, codes = [_asset(name) for name in styles], [_asset(name) for name in scripts]
    return _templates().get_template(template).render(
        view=view,
        data=embed_json(view),
        policy=policy(sheets, codes),
        styles=[Markup(sheet) for sheet in sheets],  # noqa: S704  # our own files
        scripts=[Markup(code) for code in codes],  # noqa: S704
        **parts,
    )


def embed_json(data: object) -> Markup:
    r"""JSON that can stand in a script element: no "<" in it, so that no words of a PDF can end the element.

    >>> embed_json({"text": "</script>"})
    Markup('{"text":"\\u003c/script>"}')
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))  # noqa: S704


def policy(styles: Sequence[str], scripts: Sequence[str]) -> str:
    """A Content-Security-Policy that lets the page's own parts in, and nothing from outside."""
    parts = {
        "default-src": "'none'",
        "img-src": "data:",
        "style-src": " ".join(map(_hash, styles)) or "'none'",
        "script-src": " ".join(map(_hash, scripts)) or "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _templates() -> Environment:
    """All values are escaped; a name that is not known is an error."""
    loader = FunctionLoader(_asset)
    return Environment(
        autoescape=True, loader=loader, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


@cache
def _asset(name: str) -> str:
    return (resources.files("reportparse.review") / "assets" / name).read_text(encoding="utf-8")
