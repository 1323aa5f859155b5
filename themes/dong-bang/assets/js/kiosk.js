// Makes a showroom's touch screen of a browser that has opened a kiosk's first page; to all other visitors it does nothing.
(function () {
  "use strict";

  var site = document.documentElement;
  var kit = document.getElementById("_kiosk");
  var start = document.body.getAttribute("data-kiosk-start");
  var place, isLarge;

  if (start) addEventListener("hashchange", leave);
  try {
    if (start && leave()) return;
    if (start) begin();
    place = sessionStorage.getItem("kiosk");
    isLarge = sessionStorage.getItem("kiosk-text");
  } catch (refused) {
    return;
  }
  if (!place) return;

  site.classList.add("kiosk");
  if (isLarge) site.classList.add("kiosk--large");
  document.querySelectorAll("[data-kiosk-at]").forEach(function (line) {
    line.hidden = line.getAttribute("data-kiosk-at") !== place;
  });
  if (start) site.classList.add("kiosk--ready");
  else dress();
  kit.getAttribute("data-scripts").split(" ").forEach(function (address) {
    var script = document.createElement("script");
    script.src = address;
    script.async = false;
    document.head.appendChild(script);
  });

  // Until the sheet is there, which the browser has kept since the first page, the page before stays in sight.
  function dress() {
    var sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = kit.getAttribute("data-style");
    sheet.onload = sheet.onerror = function () { site.classList.add("kiosk--ready"); };
    document.head.appendChild(sheet);
  }

  // A browser that is a kiosk already has had a visitor: nothing of theirs stays.
  function begin() {
    if (sessionStorage.getItem("kiosk")) {
      localStorage.clear();
      sessionStorage.clear();
    }
    sessionStorage.setItem("kiosk", start);
  }

  function leave() {
    if (location.hash !== "#leave") return false;
    localStorage.clear();
    sessionStorage.clear();
    location.replace(kit.getAttribute("data-starts").replace(/kiosk\/$/, ""));
    return true;
  }
})();
