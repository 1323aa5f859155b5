// The filters of a list: asks for the rest of their scripts when somebody begins. Until then, and where they do not come,
// each is a link to a list of its own.
(function () {
  "use strict";

  const bar = /** @type {HTMLElement | null} */ (document.querySelector("[data-filters]"));
  if (!bar || !window.ocop.load) return;

  const isShared = /[?&](sort|open|[a-z_]+)=/.test(location.search);
  bar.addEventListener("pointerdown", begin);
  bar.addEventListener("focusin", begin);
  bar.addEventListener("click", turn);
  if (isShared) begin().catch(function () {});

  function begin() {
    return window.ocop.load(/** @type {HTMLElement} */ (bar).getAttribute("data-scripts") || "");
  }

  /** @param {MouseEvent} event */
  function turn(event) {
    const link = /** @type {HTMLAnchorElement | null} */ (
      event.target instanceof Element && event.target.closest("a[data-filter]")
    );
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    begin().then(
      function () {
        if (window.ocop.filters) window.ocop.filters.turn(link.getAttribute("data-filter") || "");
        else location.href = link.href;
      },
      function () {
        location.href = link.href;
      }
    );
  }
})();
