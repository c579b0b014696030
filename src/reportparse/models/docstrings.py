"""The docstrings of a class's attributes, which Python itself throws away."""

import ast
import inspect
from itertools import pairwise
from textwrap import dedent


def read_docstrings(owner: type) -> dict[str, str]:
    """Each annotated attribute of `owner` and of its bases that has a string behind it, by name.

    A class whose source is not at hand, as one typed in at the prompt, has none.
    """
    found: dict[str, str] = {}
    for base in reversed(owner.__mro__):
        if base.__module__.partition(".")[0] == owner.__module__.partition(".")[0]:
            found |= _read_own(base)
    return found


def _read_own(owner: type) -> dict[str, str]:
    try:
        source = inspect.getsource(owner)
    except OSError:
        return {}
    (tree,) = ast.parse(dedent(source)).body
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in pairwise(getattr(tree, "body", ()))
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant) and isinstance(text.value.value, str)
    }
