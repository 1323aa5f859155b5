// Says what stars are worth on the visitor's day: all that a page will have to say stands in it, with its first day.
// The day is the site's, wherever the phone is. Each cell begins with what was so when it was built, and a clock that
// is behind finds no more than that: it revives nothing.
(function () {
  "use strict";

  var site = document.documentElement;
  var cells = document.getElementsByClassName("by-day");

  show();
  // For scripts that write such cells later.
  window.ocopToday = show;
  // A page may be open over midnight, or come back from where the browser kept it.
  addEventListener("pageshow", show);
  document.addEventListener("visibilitychange", show);
  setInterval(show, 600000);

  function show() {
    var day = dayOfSite(new Date());
    for (var i = 0; i < cells.length; i++) choose(cells[i].children, day);
  }

  function choose(stages, day) {
    var now = 0;
    for (var i = 1; i < stages.length; i++) {
      if (stages[i].getAttribute("data-from") <= day) now = i;
    }
    for (i = 0; i < stages.length; i++) stages[i].hidden = i !== now;
  }

  function dayOfSite(moment) {
    try {
      var parts = {};
      var format = { timeZone: site.getAttribute("data-zone"), year: "numeric", month: "2-digit", day: "2-digit" };
      new Intl.DateTimeFormat("en-US", format).formatToParts(moment).forEach(function (part) {
        parts[part.type] = part.value;
      });
      return parts.year + "-" + parts.month + "-" + parts.day;
    } catch (unknown) {
      // An old browser, or one that does not know the zone: as far from UTC as on the day of the build.
      return new Date(moment.getTime() + site.getAttribute("data-offset") * 60000).toISOString().slice(0, 10);
    }
  }
})();
