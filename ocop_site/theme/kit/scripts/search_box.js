// The search field as a combobox: what is found while typing stands below it in a list (ARIA APG, combobox with listbox).
(function () {
  "use strict";

  const SHOWN = 8;
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-search]"));
  const ocop = window.ocop;
  if (!form || !ocop.found) return;

  const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const list = /** @type {HTMLElement} */ (form.querySelector("[role=listbox]"));
  const none = /** @type {HTMLElement} */ (form.querySelector("[data-part=none]"));
  const said = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  /** @type {{finding: Finding, cards: (entries: number[]) => Promise<FoundCard[]>} | undefined} */
  let search;
  let asked = 0;
  let shownFor = "";
  let active = -1;

  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");
  field.addEventListener("input", update);
  field.addEventListener("keydown", press);
  field.addEventListener("focus", update);
  form.addEventListener("focusout", leave);
  list.addEventListener("mousedown", function (event) {
    event.preventDefault();
  });
  list.addEventListener("click", choose);
  if (document.activeElement === field) update();

  /** @param {string} key */
  function words(key) {
    return /** @type {HTMLElement} */ (form).getAttribute("data-" + key) || "";
  }

  async function ready() {
    if (!search) {
      const index = await ocop.index.open(words("search"));
      search = { finding: ocop.finding(index), cards: ocop.cards(index) };
    }
    return search;
  }

  // What came late for what was typed before is not shown.
  async function update() {
    const query = field.value.trim();
    const turn = ++asked;
    try {
      const own = await ready();
      if (turn !== asked) return;
      if (query.length < 2) return close();
      if (query === shownFor && !list.hidden) return;
      const found = await own.finding.find(query, SHOWN);
      const near = found.count ? [] : await own.finding.nearest(query, 3);
      const cards = await own.cards(found.count ? found.entries : near);
      if (turn === asked) show(query, found, cards);
    } catch (lost) {
      if (turn === asked) fail();
    }
  }

  /**
   * @param {string} query
   * @param {Found} found
   * @param {FoundCard[]} cards
   */
  function show(query, found, cards) {
    shownFor = query;
    list.textContent = "";
    cards.forEach(function (card) {
      const option = add(ocop.found.href(card));
      option.appendChild(ocop.found.item(card, found.words));
    });
    if (found.count > cards.length) {
      add(words("page") + "?q=" + encodeURIComponent(query)).textContent = words("all").replace(
        "{count}",
        String(found.count)
      );
    }
    if (!found.count) add(words("other-ways")).textContent = words("other-ways-name");
    none.hidden = found.count > 0;
    none.textContent = found.count
      ? ""
      : words(cards.length ? "near" : "none").replace("{query}", "\u2068" + query + "\u2069");
    if (ocop.today) ocop.today();
    open();
    said.textContent = found.count ? words("count").replace("{count}", String(found.count)) : none.textContent;
  }

  /** @param {string} href */
  function add(href) {
    const option = list.appendChild(document.createElement("div"));
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.id = list.id + "-" + list.children.length;
    option.setAttribute("data-href", href);
    return option;
  }

  function fail() {
    list.textContent = "";
    add(words("other-ways")).textContent = words("other-ways-name");
    none.hidden = false;
    none.textContent = words("failed");
    said.textContent = words("failed");
    open();
  }

  function open() {
    active = -1;
    field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-expanded", "true");
    list.hidden = false;
    /** @type {HTMLElement} */ (list.parentElement).hidden = false;
  }

  function close() {
    asked++;
    shownFor = "";
    active = -1;
    field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-expanded", "false");
    list.hidden = true;
    none.hidden = true;
    said.textContent = "";
    /** @type {HTMLElement} */ (list.parentElement).hidden = true;
  }

  /** @param {FocusEvent} event */
  function leave(event) {
    const next = event.relatedTarget;
    if (!(next instanceof Node) || !(/** @type {HTMLElement} */ (form).contains(next))) close();
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.isComposing) return;
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === "ArrowDown" && !count) update();
    else if (event.key === "ArrowDown") move(((active + 2) % (count + 1)) - 1);
    else if (event.key === "ArrowUp" && count) move(active < 0 ? count - 1 : active - 1);
    else if (event.key === "Escape" && count) close();
    else if (event.key === "Tab") return close();
    else if (/^(Home|End|ArrowLeft|ArrowRight)$/.test(event.key)) return move(-1);
    else if (event.key === "Enter" && active >= 0) go(/** @type {HTMLElement} */ (list.children[active]));
    else return;
    event.preventDefault();
  }

  // Below the last and above the first is the field itself.
  /** @param {number} to */
  function move(to) {
    if (active >= 0) list.children[active].setAttribute("aria-selected", "false");
    active = to;
    if (to < 0) return field.removeAttribute("aria-activedescendant");
    const option = list.children[to];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", option.id);
  }

  /** @param {MouseEvent} event */
  function choose(event) {
    const option = event.target instanceof Element && event.target.closest("[role=option]");
    if (option) go(/** @type {HTMLElement} */ (option));
  }

  /** @param {HTMLElement} option */
  function go(option) {
    location.href = option.getAttribute("data-href") || "";
  }
})();
