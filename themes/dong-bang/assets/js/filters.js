// The filters of a list: asks for the rest of their scripts when somebody begins. Until then, and where they do not come in
// time, each is a link to a list of its own.
(function () {
  "use strict";

  const PATIENCE = 8000;
  const bar = /** @type {HTMLElement | null} */ (document.querySelector("[data-filters]"));
  if (!bar || !window.ocop.load) return;

  let isBusy = false;
  bar.addEventListener("pointerdown", begin);
  bar.addEventListener("focusin", begin);
  bar.addEventListener("click", turn);
  bar.addEventListener("keydown", press);
  if (/[?&][a-z_]+=/.test(location.search) || location.hash === "#_sheet") begin();

  function begin() {
    return window.ocop.load(/** @type {HTMLElement} */ (bar).getAttribute("data-scripts") || "").then(function () {
      return window.ocop.filters ? window.ocop.filters.begin().then(yes, no) : false;
    }, no);
  }

  function yes() {
    return true;
  }

  function no() {
    return false;
  }

  // The chips are buttons once they add up, and so the space bar is theirs.
  /** @param {KeyboardEvent} event */
  function press(event) {
    const link = event.target instanceof HTMLElement && event.target.closest("a[role=button]");
    if (event.key !== " " || !link) return;
    event.preventDefault();
    /** @type {HTMLElement} */ (link).click();
  }

  /** @param {MouseEvent} event */
  function turn(event) {
    const link = /** @type {HTMLAnchorElement | null} */ (
      event.target instanceof Element && event.target.closest("a[data-filter]")
    );
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    link.setAttribute("aria-busy", "true");
    const late = setTimeout(leave, PATIENCE);
    begin().then(function (isReady) {
      clearTimeout(late);
      isBusy = false;
      /** @type {HTMLElement} */ (link).removeAttribute("aria-busy");
      if (isReady && window.ocop.filters) window.ocop.filters.turn(link.getAttribute("data-filter") || "");
      else leave();
    });

    function leave() {
      location.href = /** @type {HTMLAnchorElement} */ (link).href;
    }
  }
})();
