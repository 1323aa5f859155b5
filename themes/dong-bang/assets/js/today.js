// Says what stars are worth on the visitor's day: all that a page will have to say stands in it, with its first day.
// The day is the site's, wherever the phone is. Each cell begins with what was so when it was built, and a clock that
// is behind finds no more than that: it revives nothing.
(function () {
  "use strict";

  const site = document.documentElement;
  const cells = document.getElementsByClassName("by-day");

  show();
  window.ocop = window.ocop || {};
  window.ocop.today = show;
  // A page may be open over midnight, or come back from where the browser kept it.
  addEventListener("pageshow", show);
  document.addEventListener("visibilitychange", show);
  setInterval(show, 600000);

  function show() {
    const day = dayOfSite(new Date());
    for (let i = 0; i < cells.length; i++) {
      choose(/** @type {HTMLCollectionOf<HTMLElement>} */ (cells[i].children), day);
    }
  }

  /**
   * @param {HTMLCollectionOf<HTMLElement>} stages
   * @param {string} day
   */
  function choose(stages, day) {
    let now = 0;
    for (let i = 1; i < stages.length; i++) {
      const from = stages[i].getAttribute("data-from");
      if (from !== null && from <= day) now = i;
    }
    for (let i = 0; i < stages.length; i++) stages[i].hidden = i !== now;
  }

  /** @param {Date} moment */
  function dayOfSite(moment) {
    try {
      /** @type {Record<string, string>} */
      const parts = {};
      /** @type {Intl.DateTimeFormatOptions} */
      const format = { year: "numeric", month: "2-digit", day: "2-digit" };
      format.timeZone = site.getAttribute("data-zone") || "";
      new Intl.DateTimeFormat("en-US", format).formatToParts(moment).forEach(function (part) {
        parts[part.type] = part.value;
      });
      return parts.year + "-" + parts.month + "-" + parts.day;
    } catch (unknown) {
      // An old browser, or one that does not know the zone: as far from UTC as on the day of the build.
      const shifted = moment.getTime() + Number(site.getAttribute("data-offset")) * 60000;
      return new Date(shifted).toISOString().slice(0, 10);
    }
  }
})();
