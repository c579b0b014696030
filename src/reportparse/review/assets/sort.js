// A table whose head is clicked is sorted by that column; a second click turns the order.
"use strict";

/** Numbers before words, each in its own order; what is not known ("–") comes last. */
function compareCells(a, b) {
  const [first, second] = [a, b].map((cell) => cell.dataset.value ?? cell.textContent.trim());
  if ((first === "–") !== (second === "–")) return first === "–" ? 1 : -1;
  const [x, y] = [Number(first), Number(second)];
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  return first.localeCompare(second, "en", { numeric: true });
}

for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.querySelectorAll("thead th")];
  table.tHead.addEventListener("click", (event) => {
    const head = event.target.closest("th");
    if (!head?.querySelector("button")) return;
    const at = heads.indexOf(head);
    const isDown = head.getAttribute("aria-sort") === "ascending";
    for (const other of heads) if (other.hasAttribute("aria-sort")) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows].sort((a, b) => compareCells(a.cells[at], b.cells[at]) * (isDown ? -1 : 1));
    table.tBodies[0].append(...rows);
  });
}
