// The comparison page: which measures are shown, and what is shown as CSV.
"use strict";

/** A cell of CSV: quoted where it must be, and no formula for a spreadsheet. */
function csvCell(text) {
  const plain = text.replace(/\s+/g, " ").trim();
  const safe = /^[=+\-@]/.test(plain) && !/^[-+]?[\d.,]+%?$/.test(plain) ? `'${plain}` : plain;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rows of a table that are shown, its head first. */
function csvOf(table) {
  const rows = [...table.rows].filter((row) => !row.hidden);
  const text = (cell) => cell.dataset.value ?? (cell.querySelector("bdi")?.textContent || cell.textContent);
  return rows.map((row) => `${[...row.cells].map((cell) => csvCell(text(cell))).join(",")}\r\n`).join("");
}

const query = document.getElementById("query");
const common = document.getElementById("common");

function filterMeasures() {
  const terms = query.value.toLowerCase().split(/\s+/).filter(Boolean);
  const isShown = (name, isCommon) => terms.every((term) => name.toLowerCase().includes(term)) && (isCommon || !common.checked);
  for (const row of document.querySelectorAll(".measures tbody tr")) {
    row.hidden = !isShown(row.cells[0].textContent, row.dataset.common === "true");
  }
  for (const one of document.querySelectorAll(".one")) one.hidden = !isShown(one.dataset.name, one.dataset.common === "true");
}

query.addEventListener("input", filterMeasures);
common.addEventListener("change", filterMeasures);
document.getElementById("csv").addEventListener("click", () => {
  const text = [...document.querySelectorAll(".measures")].map(csvOf).join("\r\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = "comparison.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
});
