// The corrections: what was accepted, edited or rejected, kept in this browser and written as JSON lines.
"use strict";

class CorrectionLog {
  /** `storage` is the browser's, or any object with getItem and setItem; `key` names the report in it. */
  constructor(storage, key, now = () => new Date().toISOString()) {
    this.storage = storage;
    this.key = key;
    this.now = now;
    this.entries = this.read();
  }

  read() {
    try {
      const kept = JSON.parse(this.storage.getItem(this.key) || "[]");
      return Array.isArray(kept) ? kept : [];
    } catch {
      return []; // another hand has written there, or the browser keeps nothing for files
    }
  }

  keep() {
    try {
      this.storage.setItem(this.key, JSON.stringify(this.entries));
      return true;
    } catch {
      return false; // full or forbidden: the log is whole in this page until it closes
    }
  }

  /** One field of a record gets a new value; `changes` is a list of [field, new]. All of a call are undone together. */
  add(record, changes, who) {
    const when = this.now();
    const step = this.entries.length ? this.entries[this.entries.length - 1].step + 1 : 1;
    for (const [field, value] of changes) {
      const old = this.current(record, field);
      if (old === value) continue;
      this.entries.push({ step, id: record.id, kind: record.kind, words: record.words, field, old, new: value, who: who || null, when });
    }
    return this.keep();
  }

  /** Take the last step back; the id of its record, or null. */
  undo() {
    if (!this.entries.length) return null;
    const last = this.entries[this.entries.length - 1];
    this.entries = this.entries.filter((entry) => entry.step !== last.step);
    this.keep();
    return last.id;
  }

  /** What a field holds now: the last correction, or what the record came with. */
  current(record, field) {
    for (let at = this.entries.length - 1; at >= 0; at -= 1) {
      const entry = this.entries[at];
      if (entry.id === record.id && entry.field === field) return entry.new;
    }
    if (field === "review") return record.review ?? null;
    return record.fields?.[field] ?? null;
  }

  /** All fields as they are now. */
  fieldsOf(record) {
    const fields = { ...record.fields };
    for (const entry of this.entries) if (entry.id === record.id && entry.field !== "review") fields[entry.field] = entry.new;
    return fields;
  }

  /** Fields that differ from what the record came with: [field, first value, value now]. */
  changesOf(record) {
    const names = new Set(this.entries.filter((entry) => entry.id === record.id && entry.field !== "review").map((entry) => entry.field));
    return [...names]
      .map((name) => [name, record.fields?.[name] ?? null, this.current(record, name)])
      .filter(([, before, now]) => before !== now);
  }

  /** One line for each field that ends up other than it began, in the order of the last change. */
  toJsonLines() {
    const last = new Map();
    for (const { step, ...entry } of this.entries) {
      const place = `${entry.id}\n${entry.field}`;
      const first = last.get(place);
      last.delete(place);
      last.set(place, first ? { ...entry, old: first.old } : entry);
    }
    const lines = [...last.values()].filter((entry) => entry.old !== entry.new);
    return lines.map((entry) => `${JSON.stringify(entry)}\n`).join("");
  }

  get size() {
    return this.toJsonLines().split("\n").length - 1;
  }
}
