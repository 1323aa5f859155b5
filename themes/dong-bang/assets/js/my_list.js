// The page of a visitor's own list, or of one that somebody shared, which stands in the address after the #.
// What is shown of a code is what the catalogue's own scripts tell of it; a code that they do not tell of is not shown.
(function () {
  "use strict";

  const ocop = window.ocop;
  const page = /** @type {HTMLElement} */ (document.getElementById("_list"));
  if (!page || !ocop.products) return;

  const list = ocop.list;
  const groups = /** @type {HTMLElement} */ (page.querySelector("[data-groups]"));
  /** @type {string[]} */
  let shared = [];
  /** @type {string[]} */
  let before = [];
  let drawn = "";

  addEventListener("hashchange", function () {
    // A jump within the page is no list.
    if (!/^#_/.test(location.hash)) open();
  });
  page.addEventListener("click", act);
  list.watch(begin);
  open();

  /** @param {string} key */
  function words(key) {
    return page.getAttribute("data-" + key) || "";
  }

  /** @param {string} selector */
  function find(selector) {
    return /** @type {HTMLElement} */ (page.querySelector(selector));
  }

  // --- what is to be shown ---------------------------------------------------------------------------------------

  function open() {
    shared = list.clean(location.hash.slice(1, 2000).split("."));
    begin();
  }

  function begin() {
    ocop.products.ask(list.read().concat(shared), draw);
  }

  /** @param {string} code */
  function isKnown(code) {
    return Boolean(ocop.products.of(code));
  }

  function draw() {
    const theirs = shared.filter(isKnown);
    const isShared = theirs.length > 0;
    const codes = isShared ? theirs : list.read().filter(isKnown);
    const hasFailed = ocop.products.hasFailed();
    const now = JSON.stringify([isShared, codes, hasFailed, list.isKept()]);
    if (now === drawn) return;
    drawn = now;
    const here = document.activeElement;
    const focused = here && groups.contains(here) ? here.getAttribute("data-pick") : "";
    show("own", !isShared);
    show("shared", isShared);
    show("unkept", !list.isKept());
    show("failed", hasFailed);
    show("empty", !codes.length && !hasFailed);
    show("carry", codes.length > 0);
    find("[data-do=clear]").hidden = isShared;
    groups.textContent = "";
    ocop.stops(codes, isShared).forEach(function (stop) {
      groups.appendChild(stop);
    });
    ocop.today();
    ocop.carry(codes);
    // The same list in the other languages.
    document.querySelectorAll("a[data-language]").forEach(function (way) {
      const link = /** @type {HTMLAnchorElement} */ (way);
      if (isShared || link.hash) link.hash = isShared ? theirs.join(".") : "";
    });
    if (focused) focusOn(focused, 0);
  }

  /**
   * @param {string} name
   * @param {boolean} isShown
   */
  function show(name, isShown) {
    find("[data-part=" + name + "]").hidden = !isShown;
  }

  // --- changing it -----------------------------------------------------------------------------------------------

  /** @param {MouseEvent} event */
  function act(event) {
    const button = event.target instanceof Element && event.target.closest("button");
    if (!button) return;
    const code = button.getAttribute("data-pick");
    const deed = button.getAttribute("data-do");
    if (code) drop(code, button);
    else if (deed === "print") print();
    else if (deed === "clear") change([], words("cleared"), true);
    else if (deed === "undo") undo();
    else if (deed === "take") take();
  }

  /**
   * @param {string} code
   * @param {HTMLButtonElement} button
   */
  function drop(code, button) {
    const at = Array.prototype.indexOf.call(groups.querySelectorAll("[data-pick]"), button);
    const rest = list.read().filter(function (each) {
      return each !== code;
    });
    const product = /** @type {ListedProduct} */ (ocop.products.of(code));
    change(rest, words("dropped").replace("{name}", product.name[0]), true);
    focusOn("", at);
  }

  /**
   * @param {string[]} codes
   * @param {string} text
   * @param {boolean} canUndo
   */
  function change(codes, text, canUndo) {
    before = list.read();
    list.write(codes);
    tell(text, canUndo);
    if (!groups.firstChild) find("[data-do=undo]").focus();
  }

  function undo() {
    list.write(before);
    tell(words("undone"), false);
    find("h1").focus();
  }

  function take() {
    const theirs = shared.filter(isKnown);
    const all = list.clean(list.read().concat(theirs));
    const isWhole = theirs.every(function (code) {
      return all.indexOf(code) >= 0;
    });
    shared = [];
    location.hash = "";
    change(all, words(isWhole ? "taken" : "taken-some"), true);
    find("h1").focus();
  }

  /**
   * @param {string} text
   * @param {boolean} canUndo
   */
  function tell(text, canUndo) {
    find("[data-part=told]").classList.add("told--open");
    find("[data-part=told] > *").textContent = text;
    find("[data-do=undo]").hidden = !canUndo;
  }

  // On the button of a product, else on the one that stands where it stood, else on the last.
  /**
   * @param {string} code
   * @param {number} at
   */
  function focusOn(code, at) {
    const buttons = /** @type {NodeListOf<HTMLElement>} */ (groups.querySelectorAll("[data-pick]"));
    for (let i = 0; i < buttons.length; i++) if (buttons[i].getAttribute("data-pick") === code) at = i;
    if (buttons.length) buttons[Math.min(at, buttons.length - 1)].focus();
  }
})();
