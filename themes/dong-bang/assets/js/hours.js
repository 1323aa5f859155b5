// Says whether a place is open at this moment, by the hours that stand in the page and the site's own clock.
(function () {
  "use strict";

  var site = document.documentElement;
  var DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

  show();
  addEventListener("pageshow", show);
  setInterval(show, 60000);

  function show() {
    var now = momentOfSite(new Date());
    document.querySelectorAll("[data-hours]").forEach(function (place) {
      var spans = spansOf(place.getAttribute("data-hours"), now.day);
      var isOpen = spans && spans.some(function (span) {
        return span.slice(0, 5) <= now.time && now.time < span.slice(6);
      });
      place.children[0].hidden = !spans || !isOpen;
      place.children[1].hidden = !spans || isOpen;
    });
  }

  // `0-4=07:30-11:30,13:00-17:00;5-5=;`: a day that is not there is not told.
  function spansOf(hours, day) {
    var found = null;
    hours.split(";").forEach(function (line) {
      var parts = /^(\d)-(\d)=(.*)$/.exec(line);
      if (parts && parts[1] <= day && day <= parts[2]) found = parts[3] ? parts[3].split(",") : [];
    });
    return found;
  }

  function momentOfSite(moment) {
    try {
      var parts = {};
      var format = { timeZone: site.getAttribute("data-zone"), weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
      new Intl.DateTimeFormat("en-US", format).formatToParts(moment).forEach(function (part) {
        parts[part.type] = part.value;
      });
      return { day: DAYS.indexOf(parts.weekday), time: parts.hour + ":" + parts.minute };
    } catch (unknown) {
      // An old browser, or one that does not know the zone: as far from UTC as on the day of the build.
      var shifted = new Date(moment.getTime() + site.getAttribute("data-offset") * 60000);
      return { day: (shifted.getUTCDay() + 6) % 7, time: shifted.toISOString().slice(11, 16) };
    }
  }
})();
