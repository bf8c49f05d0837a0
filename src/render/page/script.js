"use strict";
// What the page does better with a script: sorting, filtering, evidence in place. It adds the controls itself, so that none stands
// there dead where scripts are off. No text of the page is ever read as markup.
(() => {
  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  const words = (row, column) => row.cells[column] ? row.cells[column].textContent.trim() : "";
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

  // Nothing said stands last, whichever way the others go.
  const compared = (a, b, way) => {
    const missing = (text) => text === "" || text === "–";
    if (missing(a) !== missing(b)) return missing(a) ? 1 : -1;
    const [x, y] = [a, b].map((text) => /^-?[\d.]+(e[+-]?\d+)?$/.test(text) ? Number(text) : NaN);
    return way * (Number.isNaN(x) || Number.isNaN(y) ? collator.compare(a, b) : x - y);
  };

  const sortable = (table) => {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells].filter((head) => !head.classList.contains("links"));
    const sort = (head) => {
      const column = head.cellIndex;
      const way = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", way === 1 ? "ascending" : "descending");
      const rows = [...body.rows].map((row) => [words(row, column), row]);
      rows.sort(([a], [b]) => compared(a, b, way));
      body.append(...rows.map(([, row]) => row));
    };
    for (const head of heads) {
      const button = element("button", { type: "button" }, ...head.childNodes);
      button.addEventListener("click", () => sort(head));
      head.append(button);
    }
  };

  const filterable = (table, index) => {
    const rows = [...table.tBodies[0].rows];
    if (rows.length < 4) return;
    const texts = rows.map((row) => row.textContent.toLowerCase());
    const input = element("input", { type: "search", id: `filter-${index}`, autocomplete: "off" });
    const output = element("output", { textContent: table.caption.textContent });
    output.setAttribute("for", input.id);
    input.addEventListener("input", () => {
      const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let count = 0;
      rows.forEach((row, at) => {
        row.hidden = !wanted.every((word) => texts[at].includes(word));
        count += row.hidden ? 0 : 1;
      });
      output.textContent = wanted.length ? `${count} of ${table.caption.textContent}` : table.caption.textContent;
    });
    const label = element("label", { htmlFor: input.id, textContent: "Filter" });
    table.closest(".scroll").before(element("div", { className: "filter" }, label, input, output));
  };

  // A copy of the evidence in a dialog, so that the reader keeps the place; with any modifier the link is a plain link.
  const dialog = element("dialog", {});
  const shown = element("div", {});
  const close = element("button", { type: "button", textContent: "Close" });
  const onward = element("a", { textContent: "Show it among all evidence" });
  dialog.setAttribute("aria-label", "Evidence");
  dialog.append(shown, element("p", { className: "actions" }, onward, close));
  close.addEventListener("click", () => dialog.close());
  onward.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);

  const copy = (node) => {
    const made = node.cloneNode(true);
    for (const inner of [made, ...made.querySelectorAll("[id]")]) inner.removeAttribute("id");
    return made;
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest && event.target.closest("a[href^='#claim-']");
    if (!link || link === onward || !dialog.showModal) return;
    const claim = document.getElementById(link.getAttribute("href").slice(1));
    if (!claim) return;
    event.preventDefault();
    shown.replaceChildren(copy(claim.closest(".source").querySelector("header")), copy(claim));
    onward.setAttribute("href", link.getAttribute("href"));
    dialog.showModal();
    close.focus();
  });

  document.querySelectorAll("table.report").forEach((table, index) => {
    sortable(table);
    filterable(table, index);
  });
})();
