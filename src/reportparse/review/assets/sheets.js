// The pages: boxes over the image, drawn for the pages that are near, and the way to a page or a box.
"use strict";

const SVG = "http://www.w3.org/2000/svg";

class Sheets {
  /** `onPick(id)` is called for a click on a box, `onPage(number)` when another page fills the view. */
  constructor(root, index, { onPick, onPage }) {
    this.root = root;
    this.index = index;
    this.onPage = onPage;
    this.pages = new Map([...root.querySelectorAll(".page")].map((page) => [Number(page.dataset.page), page]));
    this.number = this.pages.keys().next().value ?? 1;
    this.current = null;
    this.shown = () => true;
    const boxes = this.boxesByPage();
    const near = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        const number = Number(entry.target.dataset.page);
        if (entry.isIntersecting) this.draw(number, boxes.get(number) || []);
        else entry.target.querySelector(".boxes").replaceChildren();
      }
    }, { root, rootMargin: "60% 0px" });
    for (const page of this.pages.values()) near.observe(page);
    this.boxes = boxes;
    root.addEventListener("click", (event) => {
      const id = event.target.dataset?.id;
      if (id) onPick(id);
    });
    let waits = false;
    root.addEventListener("scroll", () => {
      if (waits) return;
      waits = true;
      requestAnimationFrame(() => { waits = false; this.look(); });
    });
  }

  /** [record, x0, top, x1, bottom] by page, the large ones first, so that the small ones lie on top. */
  boxesByPage() {
    const found = new Map();
    for (const record of this.index.records) {
      for (const [page, ...sides] of record.boxes || []) {
        if (!found.has(page)) found.set(page, []);
        found.get(page).push([record, ...sides]);
      }
    }
    const area = ([, x0, top, x1, bottom]) => (x1 - x0) * (bottom - top);
    for (const boxes of found.values()) boxes.sort((a, b) => area(b) - area(a));
    return found;
  }

  draw(number, boxes) {
    const rects = boxes.filter(([record]) => this.shown(record)).map(([record, x0, top, x1, bottom]) => {
      const rect = document.createElementNS(SVG, "rect");
      const sides = { x: x0, y: top, width: Math.max(0, x1 - x0), height: Math.max(0, bottom - top), "data-id": record.id };
      for (const [name, value] of Object.entries(sides)) rect.setAttribute(name, value);
      rect.setAttribute("class", `kind-${record.kind}${record.failed ? " failed" : ""}${record.id === this.current ? " current" : ""}`);
      return rect;
    });
    this.pages.get(number).querySelector(".boxes").replaceChildren(...rects);
  }

  /** Draw again what is drawn, after `shown` has changed. */
  redraw() {
    for (const [number, page] of this.pages) {
      if (page.querySelector(".boxes").childElementCount || this.isNear(page)) this.draw(number, this.boxes.get(number) || []);
    }
  }

  isNear(page) {
    const view = this.root.getBoundingClientRect();
    const box = page.getBoundingClientRect();
    return box.bottom > view.top - view.height && box.top < view.bottom + view.height;
  }

  /** Which page fills the middle of the view; tells `onPage` where it is another one. */
  look() {
    const view = this.root.getBoundingClientRect();
    const middle = view.top + view.height / 3;
    for (const [number, page] of this.pages) {
      const box = page.getBoundingClientRect();
      if (box.bottom >= middle) {
        if (number !== this.number) {
          this.number = number;
          this.onPage(number);
        }
        return;
      }
    }
  }

  go(number) {
    const page = this.pages.get(number);
    if (!page) return;
    this.number = number;
    this.root.scrollTop = page.offsetTop - this.root.offsetTop;
    this.onPage(number);
  }

  /** Show where a record stands: its page comes into view where its first box is not, and its boxes stand out. */
  mark(record) {
    this.current = record.id;
    for (const rect of this.root.querySelectorAll("rect.current")) rect.classList.remove("current");
    for (const rect of this.root.querySelectorAll(`rect[data-id="${CSS.escape(record.id)}"]`)) rect.classList.add("current");
    const [place] = record.boxes || [];
    const page = this.pages.get(place ? place[0] : record.page);
    if (!page) return;
    const sheet = page.querySelector(".sheet");
    const height = page.querySelector(".boxes").viewBox.baseVal.height || 1;
    const offset = place ? ((place[2] - page.querySelector(".boxes").viewBox.baseVal.y) / height) * sheet.clientHeight : 0;
    const top = page.offsetTop + offset;
    const isSeen = top > this.root.scrollTop + 20 && top < this.root.scrollTop + this.root.clientHeight - 60;
    if (!isSeen) this.root.scrollTop = Math.max(0, top - this.root.clientHeight / 3);
    this.number = Number(page.dataset.page);
  }

  /** "fit", or pixels of the screen for each of paper at 96 to the inch. */
  zoom(size) {
    for (const page of this.pages.values()) {
      const width = page.querySelector(".boxes").viewBox.baseVal.width;
      page.style.width = size === "fit" ? "" : `${(width * 96 * Number(size)) / 72}px`;
    }
  }
}
