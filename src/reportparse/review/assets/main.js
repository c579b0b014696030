// Puts the page together: the records beside their pages, and what keys and buttons do.
"use strict";

const CHUNK = 30; // cards built at a time: of 30 figures in about 40 ms (benchmarks/review.py)

class Review {
  constructor(view) {
    this.view = view;
    this.index = buildIndex(view);
    this.filter = emptyFilter();
    this.log = new CorrectionLog(window.localStorage, `reportparse:${view.sha256}`);
    this.current = null;
    this.editing = null;
    this.at = (id) => document.getElementById(id);
    this.tools = { log: this.log, forms: view.forms, go: (id) => this.pick(id), act: (record, name) => this.act(record, name) };
    this.sheets = new Sheets(this.at("pages"), this.index, { onPick: (id) => this.pick(id), onPage: (number) => this.turn(number) });
    this.more = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.append();
    }, { root: this.at("records"), rootMargin: "400px" });
    this.at("filters").open = window.matchMedia("(min-width: 56rem)").matches;
    this.fillChoices();
    this.wire();
    this.list();
    this.count();
    this.follow();
  }

  fillChoices() {
    for (const name of ["kind", "theme", "role"]) {
      for (const choice of this.view.choices[name]) this.at(name).append(element("option", { value: choice }, choice));
    }
  }

  wire() {
    for (const name of ["query", "kind", "theme", "role"]) {
      this.at(name).addEventListener("input", () => this.refilter(name, this.at(name).value));
    }
    for (const name of ["failed", "low", "residue"]) {
      this.at(name).addEventListener("change", () => this.refilter(name, this.at(name).checked));
    }
    this.at("scope").addEventListener("change", () => this.list());
    this.at("clear").addEventListener("click", () => this.clear());
    this.at("go").addEventListener("change", () => this.sheets.go(Number(this.at("go").value)));
    this.at("zoom").addEventListener("change", () => this.sheets.zoom(this.at("zoom").value));
    this.at("undo").addEventListener("click", () => this.undo());
    this.at("download").addEventListener("click", () => this.download());
    this.at("help-open").addEventListener("click", () => this.at("help").showModal());
    this.at("help-close").addEventListener("click", () => this.at("help").close());
    this.at("list").addEventListener("click", (event) => {
      if (event.target.closest("button, a, input, select, form")) return;
      const card = event.target.closest(".card");
      if (card) this.pick(card.dataset.id);
    });
    document.addEventListener("keydown", (event) => this.press(event));
    window.addEventListener("hashchange", () => this.follow());
  }

  /** `review.html#f12` opens at that record. */
  follow() {
    const id = decodeURIComponent(window.location.hash.slice(1));
    if (this.index.byId.has(id)) this.pick(id);
  }

  refilter(name, value) {
    this.filter[name] = value;
    if (!isEmpty(this.filter)) this.at("scope").value = "report";
    this.sheets.shown = (record) => passes(record, this.filter);
    this.sheets.redraw();
    this.list();
  }

  clear() {
    this.filter = emptyFilter();
    for (const name of ["query", "kind", "theme", "role"]) this.at(name).value = "";
    for (const name of ["failed", "low", "residue"]) this.at(name).checked = false;
    this.at("scope").value = "page";
    this.sheets.shown = () => true;
    this.sheets.redraw();
    this.list();
  }

  /** The records that are listed: of this page, or of the whole report. */
  list() {
    const page = this.at("scope").value === "page" ? this.sheets.number : null;
    this.found = select(this.index, this.filter, page);
    this.listed = 0;
    this.editing = null;
    this.at("list").replaceChildren();
    this.at("records").scrollTop = 0;
    this.append();
    const where = page === null ? "in the report" : `on page ${page}`;
    this.at("count").textContent = `${this.found.length} ${this.found.length === 1 ? "record" : "records"} ${where}`;
  }

  append() {
    const next = this.found.slice(this.listed, this.listed + CHUNK);
    this.more.disconnect();
    this.at("list").append(...next.map((record) => cardOf(record, this.tools)));
    this.listed += next.length;
    if (this.listed < this.found.length) this.more.observe(this.at("list").lastElementChild);
  }

  turn(number) {
    this.at("go").value = String(number);
    if (this.at("scope").value === "page" && !this.editing) this.list();
  }

  /** Make a record the current one: its card is seen and has the focus, its boxes stand out. */
  pick(id) {
    const record = this.index.byId.get(id);
    if (!record) return;
    if (!this.found.includes(record)) {
      if (this.at("scope").value === "page" && passes(record, this.filter)) {
        this.sheets.number = record.page;
        this.at("go").value = String(record.page);
        this.list();
      } else {
        this.clear();
        this.sheets.number = record.page;
        this.list();
      }
    }
    while (this.listed < this.found.length && this.found.indexOf(record) >= this.listed) this.append();
    this.current = record;
    this.sheets.mark(record);
    for (const card of this.at("list").querySelectorAll('[aria-current="true"]')) card.removeAttribute("aria-current");
    const card = this.cardOf(record);
    card.setAttribute("aria-current", "true");
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  }

  cardOf(record) {
    return this.at(`card-${record.id}`);
  }

  step(by) {
    const at = this.current ? this.found.indexOf(this.current) : -1;
    const next = this.found[Math.max(0, at + by)];
    if (next) this.pick(next.id);
  }

  act(record, name) {
    if (!record.words) return;
    if (name === "edit") this.edit(record);
    else {
      const word = name === "accept" ? "accepted" : "rejected";
      const isUndone = this.log.current(record, "review") === word;
      this.change(record, [["review", isUndone ? null : word]], isUndone ? `${record.id} is open again` : `${record.id} ${word}`);
    }
  }

  edit(record) {
    const forms = this.view.forms[record.kind];
    if (!forms) return;
    this.pick(record.id);
    const card = this.cardOf(record);
    card.querySelector("form")?.remove();
    this.editing = record;
    const close = () => { this.editing = null; this.renew(record); };
    const form = formOf(record, forms, this.log, (values) => { this.editing = null; this.change(record, values, `${record.id} changed`); }, close);
    card.append(form);
    form.querySelector("input, select").focus();
    form.scrollIntoView({ block: "nearest" });
  }

  change(record, changes, said) {
    const isKept = this.log.add(record, changes, this.at("who").value.trim());
    this.renew(record);
    this.count();
    this.say(isKept ? said : `${said}; this browser keeps nothing, so download before you leave`);
  }

  /** The card again, as the log has it now. */
  renew(record) {
    const old = this.cardOf(record);
    if (!old) return;
    const card = cardOf(record, this.tools);
    const isCurrent = this.current === record;
    if (isCurrent) card.setAttribute("aria-current", "true");
    const hadFocus = old.contains(document.activeElement);
    old.replaceWith(card);
    if (hadFocus || isCurrent) card.focus({ preventScroll: true });
  }

  undo() {
    const id = this.log.undo();
    if (id === null) return;
    this.renew(this.index.byId.get(id) || {});
    this.count();
    this.say(`undone: ${id}`);
  }

  count() {
    const size = this.log.size;
    this.at("undo").disabled = !this.log.entries.length;
    this.at("download").disabled = !size;
    this.at("download").textContent = size ? `Download ${size} ${size === 1 ? "correction" : "corrections"}` : "Download corrections";
  }

  say(words) {
    this.at("said").textContent = words;
  }

  download() {
    const url = URL.createObjectURL(new Blob([this.log.toJsonLines()], { type: "application/jsonl" }));
    element("a", { href: url, download: "corrections.jsonl" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (event.key === "Escape" && this.editing) {
      const record = this.editing;
      this.editing = null;
      this.renew(record);
      this.pick(record.id);
      return;
    }
    if (isTyping || this.at("help").open || !this.at("keys").checked) return;
    const turn = (by) => this.sheets.go(this.sheets.number + by);
    const act = (name) => this.current && this.act(this.current, name);
    const keys = {
      j: () => this.step(1), k: () => this.step(-1), n: () => turn(1), p: () => turn(-1),
      a: () => act("accept"), e: () => act("edit"), r: () => act("reject"), u: () => this.undo(),
      "/": () => this.at("query").focus(), "?": () => this.at("help").showModal(),
    };
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  }
}

const review = new Review(JSON.parse(document.getElementById("data").textContent));
