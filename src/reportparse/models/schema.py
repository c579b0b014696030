"""The JSON Schema of a record, as committed in `schema/report.schema.json`."""

import json

from reportparse.models.report import SCHEMA_VERSION, Report


def write_schema() -> str:
    """The schema as indented JSON that ends with a newline; equal models give equal text."""
    schema = Report.model_json_schema(mode="serialization")
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", "version": SCHEMA_VERSION, **schema},
                      indent=2, ensure_ascii=False) + "\n"  # fmt: skip
