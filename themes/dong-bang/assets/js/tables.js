// Tables that a visitor asks for: up to three products side by side, and for buyers a sheet with a line for each product
// of a list, to print or to take along as a file.
(function () {
  "use strict";

  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-list=table]"));
  if (!place) return;

  const heading = /** @type {HTMLElement} */ (place.querySelector("h2"));
  const area = /** @type {HTMLElement} */ (place.querySelector("[data-table=area]"));
  const FIELDS = ["packs", "price", "keeps", "storage", "allergens", "uses", "places", "phone", "gtins"];
  /** @type {string[][]} */
  let lines = [];

  window.ocop.tables = { compare: compare, sheet: sheet };
  place.addEventListener("click", act);

  /** @param {string} key */
  function words(key) {
    return /** @type {HTMLElement} */ (place).getAttribute("data-" + key) || "";
  }

  /** @param {Shown} shown */
  function told(shown) {
    const card = shown.card;
    const worth = card.worth[0];
    const count = worth ? Number.parseInt(worth.seal, 10) : 0;
    const stars = count ? words("stars").replace("{stars}", String(count)) + ", " : "";
    return [card.code, card.name, card.maker, card.place, worth ? stars + worth.words : ""].concat(
      FIELDS.map(function (field) {
        return shown.facts[field];
      })
    );
  }

  function labels() {
    return words("labels").split("|");
  }

  // --- side by side ------------------------------------------------------------------------------------------------

  /** @param {Shown[]} shown */
  function compare(shown) {
    const columns = shown.map(told);
    const table = begin("compare");
    table.className = "table table--compare";
    labels().forEach(function (label, row) {
      const isKnown = columns.some(function (column) {
        return column[row];
      });
      if (!isKnown) return;
      const line = table.appendChild(document.createElement("tr"));
      cell(line, "th", label, "row");
      columns.forEach(function (column, at) {
        const made = cell(
          line,
          row === 1 ? "th" : "td",
          row === 1 ? "" : column[row] || words("unknown"),
          row === 1 ? "col" : ""
        );
        if (row === 1) name(made, shown[at]);
      });
    });
    open();
  }

  // --- a line for each ---------------------------------------------------------------------------------------------

  /** @param {Shown[]} shown */
  function sheet(shown) {
    lines = [labels()].concat(shown.map(told));
    const known = labels().map(function (_, column) {
      return lines.slice(1).some(function (line) {
        return line[column];
      });
    });
    const table = begin("sheet");
    table.className = "table table--sheet";
    const head = table.appendChild(document.createElement("thead")).appendChild(document.createElement("tr"));
    labels().forEach(function (label, at) {
      if (known[at]) cell(head, "th", label, "col");
    });
    const body = table.appendChild(document.createElement("tbody"));
    shown.forEach(function (each) {
      const line = body.appendChild(document.createElement("tr"));
      told(each).forEach(function (text, at) {
        if (!known[at]) return;
        const made = cell(line, at === 1 ? "th" : "td", at === 1 ? "" : text, at === 1 ? "row" : "");
        if (at === 1) name(made, each);
      });
    });
    open();
  }

  /**
   * @param {HTMLElement} cell
   * @param {Shown} shown
   */
  function name(cell, shown) {
    const link = cell.appendChild(document.createElement("a"));
    link.href = shown.href;
    link.textContent = shown.card.name;
    if (shown.card.language) link.lang = shown.card.language;
    link.dir = "auto";
  }

  /**
   * @param {HTMLElement} line
   * @param {"th" | "td"} tag
   * @param {string} text
   * @param {string} scope
   */
  function cell(line, tag, text, scope) {
    const made = line.appendChild(document.createElement(tag));
    made.textContent = text;
    if (scope) made.setAttribute("scope", scope);
    return made;
  }

  // --- both --------------------------------------------------------------------------------------------------------

  /** @param {string} kind */
  function begin(kind) {
    heading.textContent = words(kind);
    area.textContent = "";
    /** @type {HTMLElement} */ (place)
      .querySelectorAll("[data-table=print], [data-table=file]")
      .forEach(function (each) {
        /** @type {HTMLElement} */ (each).hidden = kind !== "sheet";
      });
    return area.appendChild(document.createElement("table"));
  }

  function open() {
    /** @type {HTMLElement} */ (place).hidden = false;
    document.body.classList.add("has-table");
    heading.focus();
    heading.scrollIntoView();
  }

  /** @param {MouseEvent} event */
  function act(event) {
    const button = event.target instanceof Element && event.target.closest("button");
    const deed = button && button.getAttribute("data-table");
    if (deed === "print") print();
    else if (deed === "file") file();
    else if (deed === "close") close();
  }

  function close() {
    /** @type {HTMLElement} */ (place).hidden = true;
    document.body.classList.remove("has-table");
    const back = /** @type {HTMLElement | null} */ (document.querySelector("[data-list=tools] button:not([hidden])"));
    if (back) back.focus();
  }

  // As spreadsheets read it: UTF-8 with its mark, commas, and nothing that they would reckon as a formula.
  function file() {
    const text = lines
      .map(function (line) {
        return line
          .map(function (field) {
            return '"' + field.replace(/^[=+\-@\t]/, "'$&").replace(/"/g, '""') + '"';
          })
          .join(",");
      })
      .join("\r\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff" + text + "\r\n"], { type: "text/csv" }));
    link.download = words("file");
    link.click();
    URL.revokeObjectURL(link.href);
  }
})();
