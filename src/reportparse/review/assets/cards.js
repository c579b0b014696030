// A record as a card. All words come from a PDF: they are set as text, never as markup.
"use strict";

/** An element with attributes and children; strings become text. */
function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** The words of a record, with the stretch that it was read from marked. */
function wordsOf(record) {
  if (!record.text) return null;
  const line = element("p", { class: "words" });
  if (!record.mark) {
    line.append(record.text);
    return line;
  }
  const [start, end] = record.mark;
  line.append(record.text.slice(0, start), element("mark", {}, record.text.slice(start, end)), record.text.slice(end));
  return line;
}

function tableOf(record) {
  if (!record.rows) return null;
  const body = record.rows.map((row) =>
    element("tr", {}, ...row.map((cell) => element(cell.h ? "th" : "td", { rowspan: cell.r || null, colspan: cell.c || null, scope: cell.h || null }, cell.t))),
  );
  return element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": `Table ${record.id}` }, element("table", {}, element("tbody", {}, ...body)));
}

function factList(record, log) {
  const facts = factsOf(record);
  const changes = log.changesOf(record);
  if (!facts.length && !changes.length) return null;
  const list = element("dl");
  for (const [name, value] of facts) {
    const change = changes.find(([field]) => field === name);
    const now = change ? change[2] : value;
    if (now === null || now === "") continue;
    list.append(element("dt", {}, name), element("dd", {}, element("bdi", {}, String(now))));
  }
  for (const [field, before, now] of changes) {
    list.append(element("dt", {}, `${field} was`), element("dd", { class: "was" }, element("bdi", {}, `${before ?? "empty"}, now ${now ?? "empty"}`)));
  }
  return list;
}

function linksOf(record, go) {
  const ends = (record.ends || []).map((id) => element("button", { type: "button", "data-go": id, onclick: () => go(id) }, `→ ${id}`));
  const links = (record.links || []).map((link) => element("a", { href: link.uri, rel: "noopener noreferrer", target: "_blank" }, link.text || link.uri));
  if (!ends.length && !links.length) return null;
  return element("div", { class: "actions" }, ...ends, ...links);
}

/** One field of the form: a list where the choices are known, else a line. */
function fieldOf(form, value) {
  const name = form.name;
  if (!form.choices) return element("input", { name, value: value ?? "", inputmode: form.number ? "decimal" : null, "aria-label": name });
  const options = form.choices.map((choice) => element("option", { value: choice ?? "", selected: (choice ?? null) === (value ?? null) }, choice ?? "none"));
  return element("select", { name, "aria-label": name }, ...options);
}

/** What was typed, as the record has it: empty is null, a number a number; undefined where it is no number. */
function readField(form, typed) {
  const text = typed.trim();
  if (!text) return null;
  if (!form.number) return text;
  const number = Number(text.replaceAll(",", ""));
  return Number.isFinite(number) ? number : undefined;
}

function formOf(record, forms, log, save, cancel) {
  const fields = log.fieldsOf(record);
  const inputs = forms.map((form) => [form, fieldOf(form, fields[form.name])]);
  const problem = element("p", { class: "bad", role: "alert" });
  const form = element("form", { "aria-label": `Edit ${record.id}`, onsubmit: (event) => {
    event.preventDefault();
    const values = inputs.map(([each, input]) => [each.name, readField(each, input.value)]);
    const wrong = values.find(([, value]) => value === undefined);
    if (wrong) problem.textContent = `${wrong[0]} is not a number`;
    else save(values);
  } });
  for (const [each, input] of inputs) form.append(element("span", { "aria-hidden": "true" }, each.name), input);
  form.append(element("div", { class: "actions" },
    element("button", { type: "submit", class: "main" }, "Save"),
    element("button", { type: "button", onclick: cancel }, "Cancel"), problem));
  return form;
}

function actionsOf(record, state, act, hasForm) {
  if (!record.words) return null;
  const button = (name, word) => element("button", { type: "button", "data-act": name, "aria-pressed": String(state === word), onclick: () => act(name) }, name[0].toUpperCase() + name.slice(1));
  return element("div", { class: "actions" }, button("accept", "accepted"), hasForm ? element("button", { type: "button", "data-act": "edit", onclick: () => act("edit") }, "Edit") : null, button("reject", "rejected"));
}

/** The card of a record. `tools` holds log, forms, go(id), act(record, name). */
function cardOf(record, tools) {
  const state = tools.log.current(record, "review");
  const value = record.kind === "figure" ? sayValue(tools.log.fieldsOf(record)) : "";
  const chips = [...(record.chips || [])].map((chip) => element("span", { class: "chip" }, chip));
  if (record.failed) chips.push(element("span", { class: "chip bad" }, "check failed"));
  if (record.low) chips.push(element("span", { class: "chip" }, "low confidence"));
  if (state) chips.push(element("span", { class: `chip ${state === "rejected" ? "bad" : "good"}` }, state));
  const title = record.title ? element("h3", {}, element("bdi", {}, record.title)) : null;
  const card = element("li", { class: `card kind-${record.kind}${record.inner ? " inner" : ""}${state === "rejected" ? " rejected" : ""}`, id: `card-${record.id}`, "data-id": record.id, tabindex: "-1" },
    element("div", { class: "head" },
      element("span", { class: "kind" }, `${record.kind} ${record.id}`),
      value ? element("span", { class: "value" }, value) : null, ...chips),
    title, wordsOf(record), tableOf(record), factList(record, tools.log), linksOf(record, tools.go),
    actionsOf(record, state, (name) => tools.act(record, name), Boolean(tools.forms[record.kind])));
  return card;
}
