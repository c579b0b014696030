"""The scripts of the pages, function by function, in the browser that runs them."""

import json
from importlib import resources

import pytest

ASSETS = resources.files("reportparse.review") / "assets"


@pytest.fixture
def run(browser):
    """Evaluate JavaScript on an empty page that has the scripts without a document of their own."""
    page = browser.new_page()
    for name in ("model.js", "log.js", "cards.js"):
        page.add_script_tag(content=(ASSETS / name).read_text())
    yield lambda code: page.evaluate(f"() => {{ {code} }}")
    page.close()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"value": 2700000, "unit": "GBP"}, "£2,700,000"),
        ({"low": 45, "high": 48, "unit": "%"}, "45 to 48%"),
        ({"value": 86.9, "unit": "per 1,000 population"}, "86.9 per 1,000 population"),
        ({"value": 0, "unit": None}, "0"),
        ({}, ""),
    ],
)
def test_a_value_is_said_as_people_write_it(run, fields, said):
    assert run(f"return sayValue({json.dumps(fields)})") == said


@pytest.mark.parametrize(
    ("typed", "read"), [("1,204", 1204), (" 12.5 ", 12.5), ("", None), ("-3", -3), ("many", "undefined")]
)
def test_what_is_typed_into_a_number_is_a_number_or_told(run, typed, read):
    code = f"const value = readField({{name: 'value', number: true}}, {json.dumps(typed)});"

    assert run(f"{code} return value === undefined ? 'undefined' : value") == read


def test_the_log_keeps_one_line_for_each_field_that_ends_up_other(run):
    lines = run("""
        const kept = {};
        const storage = { getItem: (key) => kept[key] ?? null, setItem: (key, value) => { kept[key] = value; } };
        const log = new CorrectionLog(storage, "r", () => "2026-01-01T00:00:00Z");
        const record = { id: "f1", kind: "figure", words: "abc", fields: { value: 3, unit: "calls" } };
        log.add(record, [["value", 4], ["unit", "calls"]], "");
        log.add(record, [["value", 5]], "Ann");
        log.add(record, [["unit", "letters"]], "");
        log.add(record, [["unit", "calls"]], "");
        return new CorrectionLog(storage, "r").toJsonLines();
    """)
    [line] = [json.loads(line) for line in lines.splitlines()]

    assert (line["field"], line["old"], line["new"], line["who"]) == ("value", 3, 5, "Ann")


def test_undo_takes_a_whole_step_back_and_a_full_store_is_no_loss(run):
    state = run("""
        const full = { getItem: () => "not json", setItem: () => { throw new Error("full"); } };
        const log = new CorrectionLog(full, "r");
        const record = { id: "f1", kind: "figure", words: "abc", fields: { low: null, high: null } };
        const isKept = log.add(record, [["low", 1], ["high", 2]], "");
        const before = log.size;
        log.undo();
        return [isKept, before, log.size, log.undo()];
    """)

    assert state == [False, 2, 0, None]


@pytest.mark.parametrize(
    ("change", "passes"),
    [
        ({}, True),
        ({"query": "robbery 1,261"}, True),
        ({"query": "robbery burglary"}, False),
        ({"kind": "table"}, False),
        ({"theme": "victims"}, True),
        ({"role": "target"}, False),
        ({"failed": True}, False),
        ({"low": True}, True),
    ],
)
def test_every_filter_that_is_set_must_let_a_record_through(run, change, passes):
    record = {"id": "f1", "kind": "figure", "text": "Robbery: 1,261", "themes": ["victims"]}
    record |= {"role": "actual", "low": True}
    code = f"return passes({json.dumps(record)}, {{...emptyFilter(), ...{json.dumps(change)}}})"

    assert run(code) is passes
