// Says whether a place is open at this moment, and until when it stays so, by the hours that stand in the page and the
// site's own clock. What the words for that are, the script's element tells.
(function () {
  "use strict";

  const site = document.documentElement;
  const words = /** @type {HTMLElement | null} */ (document.currentScript);
  const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

  show();
  addEventListener("pageshow", show);
  setInterval(show, 60000);
  window.ocop = window.ocop || {};
  window.ocop.isOpen = isOpen;

  function show() {
    const now = momentOfSite(new Date());
    document.querySelectorAll("[data-hours]").forEach(function (place) {
      const said = /** @type {HTMLCollectionOf<HTMLElement>} */ (place.children);
      const hours = place.getAttribute("data-hours") || "";
      said[0].hidden = !isOpen(hours);
      said[1].hidden = !spansOf(hours, now.day) || isOpen(hours);
      tell(said[0], until(hours, now));
      tell(said[1], again(hours, now));
    });
  }

  // Where it is not known until when, the page's own words stay.
  /**
   * @param {HTMLElement} place
   * @param {string} more
   */
  function tell(place, more) {
    const own = place.getAttribute("data-own") || place.textContent || "";
    place.setAttribute("data-own", own);
    place.textContent = more || own;
  }

  /** @param {string} hours */
  function isOpen(hours) {
    const now = momentOfSite(new Date());
    return Boolean(spanOf(hours, now));
  }

  // The hours within which it is now: of this day, or of a night that began the day before.
  /**
   * @param {string} hours
   * @param {Moment} now
   */
  function spanOf(hours, now) {
    const today = (spansOf(hours, now.day) || []).filter(function (span) {
      return span.slice(0, 5) <= now.time && (now.time < span.slice(6) || isOvernight(span));
    });
    const before = (spansOf(hours, (now.day + 6) % 7) || []).filter(function (span) {
      return isOvernight(span) && now.time < span.slice(6);
    });
    return today.concat(before)[0];
  }

  /** @param {string} span */
  function isOvernight(span) {
    return span.slice(6) < span.slice(0, 5);
  }

  /**
   * @param {string} hours
   * @param {Moment} now
   */
  function until(hours, now) {
    const span = spanOf(hours, now);
    return span ? filled("until", span.slice(6), "") : "";
  }

  // When it opens next; nothing where that lies behind a day of which no hours are told.
  /**
   * @param {string} hours
   * @param {Moment} now
   */
  function again(hours, now) {
    const days = (word("days") || "").split("|");
    for (let later = 0; later <= 7; later++) {
      const day = (now.day + later) % 7;
      const spans = spansOf(hours, day);
      if (!spans) return "";
      const next = spans.filter(function (span) {
        return later > 0 || span.slice(0, 5) > now.time;
      })[0];
      if (next) return filled(later ? "again" : "later", next, days[day]);
    }
    return "";
  }

  /**
   * @param {string} name
   * @param {string} time
   * @param {string} day
   */
  function filled(name, time, day) {
    return word(name).replace("{time}", time.slice(0, 5).replace(/^0/, "")).replace("{day}", day);
  }

  /** @param {string} name */
  function word(name) {
    return (words && words.getAttribute("data-hours-" + name)) || "";
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

  /** @typedef {{day: number, time: string}} Moment */
  /**
   * @param {Date} moment
   * @returns {Moment}
   */
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
