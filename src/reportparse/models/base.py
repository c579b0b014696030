"""What all records share."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from reportparse.models.docstrings import read_docstrings


class Record(BaseModel):
    """A frozen record; a field that it does not know is an error, a field's docstring is its description."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", from_attributes=True, allow_inf_nan=False, defer_build=True
    )

    @classmethod
    def model_rebuild(cls, *, force: bool = False, raise_errors: bool = True, **_: Any) -> bool | None:
        """Built from the names of its module alone.

        Pydantic would look at the names of whoever needs the class first as well; where that is a generator, Python
        3.13.0 to 3.13.4 crash (python/cpython#125723).
        """
        return super().model_rebuild(force=force, raise_errors=raise_errors, _types_namespace={})

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema with the docstrings, which pydantic's own option would read from the source at every import."""
        schema = handler(core_schema)
        properties = handler.resolve_ref_schema(schema).get("properties", {})
        for name, text in read_docstrings(cls).items():
            if name in properties:
                properties[name].setdefault("description", text)
        return schema


def _round_sides(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = box
    return round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2)


BBox = Annotated[tuple[float, float, float, float], AfterValidator(_round_sides)]
"""[x0, top, x1, bottom] in points from the page's top-left corner, rounded to hundredths."""

PageNumber = Annotated[int, Field(ge=1)]
"""A page of the PDF, from 1."""

Number = Annotated[int | float, Field(union_mode="left_to_right")]
"""A JSON number, without a decimal point where it is whole; a `Decimal` becomes one."""


class Span(Record):
    """Where a record stands on one page, or in one column of it."""

    page: PageNumber
    bbox: BBox


class Reviewed(Record):
    """A record that people can accept, correct or reject."""

    review: Literal["accepted", "rejected"] | None = None
    """What a reader said of it; a rejected record stays, so that nothing is lost."""
    corrected: bool = False
    """Whether a reader changed a field of it."""
    was: dict[str, Any] = Field(default_factory=dict, json_schema_extra={"default": {}})  # `= {}` is copied deeply
    """The values that the parser gave, of the fields that were changed."""
