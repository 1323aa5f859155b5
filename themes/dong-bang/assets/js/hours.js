// Says whether a place is open at this moment, by the hours that stand in the page and the site's own clock.
(function () {
  "use strict";

  const site = document.documentElement;
  const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

  show();
  addEventListener("pageshow", show);
  setInterval(show, 60000);
  window.ocop = window.ocop || {};
  window.ocop.isOpen = isOpen;

  function show() {
    document.querySelectorAll("[data-hours]").forEach(function (place) {
      const words = /** @type {HTMLCollectionOf<HTMLElement>} */ (place.children);
      const hours = place.getAttribute("data-hours") || "";
      words[0].hidden = !isOpen(hours);
      words[1].hidden = !spansOf(hours, momentOfSite(new Date()).day) || isOpen(hours);
    });
  }

  /** @param {string} hours */
  function isOpen(hours) {
    const now = momentOfSite(new Date());
    const yesterday = (now.day + 6) % 7;
    return isWithin(now.time, spansOf(hours, now.day) || []) || isLate(now.time, spansOf(hours, yesterday) || []);
  }

  /**
   * @param {string} time
   * @param {string[]} spans
   */
  function isWithin(time, spans) {
    return spans.some(function (span) {
      return span.slice(0, 5) <= time && (time < span.slice(6) || isOvernight(span));
    });
  }

  /**
   * Whether a night of the day before lasts until now.
   * @param {string} time
   * @param {string[]} spans
   */
  function isLate(time, spans) {
    return spans.some(function (span) {
      return isOvernight(span) && time < span.slice(6);
    });
  }

  /** @param {string} span */
  function isOvernight(span) {
    return span.slice(6) < span.slice(0, 5);
  }

  // `0-4=07:30-11:30,13:00-17:00;5-5=;`: a day that is not there is not told.
  /**
   * @param {string} hours
   * @param {number} day
   * @returns {string[] | undefined}
   */
  function spansOf(hours, day) {
    return hours
      .split(";")
      .map(function (line) {
        const parts = /^(\d)-(\d)=(.*)$/.exec(line);
        const isThen = parts && Number(parts[1]) <= day && day <= Number(parts[2]);
        return parts && isThen ? (parts[3] ? parts[3].split(",") : []) : undefined;
      })
      .filter(Boolean)
      .pop();
  }

  /** @param {Date} moment */
  function momentOfSite(moment) {
    try {
      /** @type {Record<string, string>} */
      const parts = {};
      /** @type {Intl.DateTimeFormatOptions & {hourCycle: "h23"}} */
      const format = { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
      format.timeZone = site.getAttribute("data-zone") || "";
      new Intl.DateTimeFormat("en-US", format).formatToParts(moment).forEach(function (part) {
        parts[part.type] = part.value;
      });
      return { day: DAYS.indexOf(parts.weekday), time: parts.hour + ":" + parts.minute };
    } catch (unknown) {
      // An old browser, or one that does not know the zone: as far from UTC as on the day of the build.
      const shifted = new Date(moment.getTime() + Number(site.getAttribute("data-offset")) * 60000);
      return { day: (shifted.getUTCDay() + 6) % 7, time: shifted.toISOString().slice(11, 16) };
    }
  }
})();
