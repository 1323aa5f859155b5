// Shows of each stop's hours those of the day one goes on; without it those of all days stand there.
(function () {
  "use strict";

  const choice = /** @type {HTMLElement | null} */ (document.querySelector("[data-trail-day]"));
  const days = /** @type {HTMLSelectElement | null} */ (choice && choice.querySelector("select"));
  if (!choice || !days) return;

  choice.hidden = false;
  days.addEventListener("change", show);
  addEventListener("pageshow", show);

  function show() {
    const day = /** @type {HTMLSelectElement} */ (days).value;
    document.querySelectorAll("[data-first]").forEach(function (line) {
      const first = line.getAttribute("data-first") || "";
      const last = line.getAttribute("data-last") || "";
      /** @type {HTMLElement} */ (line).hidden = Boolean(day) && (day < first || last < day);
    });
  }
})();
