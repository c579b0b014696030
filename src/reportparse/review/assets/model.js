// What the page knows: the records, and which of them a filter lets through. No part of it touches the document.
"use strict";

/** The records by id, by page and in order. */
function buildIndex(view) {
  const byId = new Map();
  const byPage = new Map();
  for (const record of view.records) {
    byId.set(record.id, record);
    if (!byPage.has(record.page)) byPage.set(record.page, []);
    byPage.get(record.page).push(record);
  }
  return { byId, byPage, records: view.records };
}

/** What a card tells of a record beside its words: [name, value], the fields of a figure first. */
const SHOWN_FIELDS = ["measure", "period", "role", "direction", "qualifier", "place", "kind"];
function factsOf(record) {
  const fields = record.kind === "figure" ? SHOWN_FIELDS.map((name) => [name, record.fields?.[name] ?? null]) : [];
  return [...fields.filter(([, value]) => value !== null), ...(record.facts || [])];
}

/** The lower-case text that a search looks into, put together when it is first asked for. */
function findableText(record) {
  record.find ??= [record.id, record.title, record.text, ...factsOf(record).map(([, value]) => value)].join(" ").toLowerCase();
  return record.find;
}

/** The filter that lets everything through. */
function emptyFilter() {
  return { query: "", kind: "", theme: "", role: "", failed: false, low: false, residue: false };
}

function isEmpty(filter) {
  return Object.values(filter).every((value) => !value);
}

/** Whether a record passes: each filter that is set must let it through, and each word of the query be in it. */
function passes(record, filter) {
  if (filter.kind && record.kind !== filter.kind) return false;
  if (filter.theme && !(record.themes || []).includes(filter.theme)) return false;
  if (filter.role && record.role !== filter.role) return false;
  if (filter.failed && !record.failed) return false;
  if (filter.low && !record.low) return false;
  if (filter.residue && record.kind !== "residue") return false;
  const terms = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
  return terms.every((term) => findableText(record).includes(term));
}

/** The records of a page, or of the whole report where `page` is null, that pass. */
function select(index, filter, page) {
  const records = page === null ? index.records : index.byPage.get(page) || [];
  return isEmpty(filter) ? records : records.filter((record) => passes(record, filter));
}

/** A number as people write it: 2700000 becomes "2,700,000". */
function sayNumber(value) {
  return value.toLocaleString("en-GB", { maximumFractionDigits: 4 });
}

/** A figure's value in words: "£2,700,000", "45 to 48 %", "86.9 per 1,000 population". */
function sayValue(fields) {
  const one = (value) => (fields.unit === "GBP" ? `£${sayNumber(value)}` : sayNumber(value));
  const unit = fields.unit && fields.unit !== "GBP" ? (fields.unit === "%" ? "%" : ` ${fields.unit}`) : "";
  if (typeof fields.value === "number") return one(fields.value) + unit;
  if (typeof fields.low === "number") return `${one(fields.low)} to ${one(fields.high)}${unit}`;
  return "";
}
