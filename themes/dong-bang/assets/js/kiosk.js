// Makes a showroom's touch screen of a browser that has opened a kiosk's first page. No other is given it.
(function () {
  "use strict";

  const site = document.documentElement;
  const kit = /** @type {HTMLTemplateElement} */ (document.getElementById("_kiosk"));
  const start = document.body.getAttribute("data-kiosk-start");
  /** @type {string | null} */
  let place;
  /** @type {string | null} */
  let isLarge;

  if (start) addEventListener("hashchange", leave);
  try {
    if (start && leave()) return;
    if (start) begin(start);
    place = sessionStorage.getItem("kiosk");
    isLarge = sessionStorage.getItem("kiosk-text");
  } catch (refused) {
    return;
  }
  if (!place) return;

  site.classList.add("kiosk");
  if (isLarge) site.classList.add("kiosk--large");
  /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-kiosk-at]")).forEach(function (line) {
    line.hidden = line.getAttribute("data-kiosk-at") !== place;
  });
  if (start) site.classList.add("kiosk--ready");
  else dress();
  told("scripts")
    .split(" ")
    .forEach(function (address) {
      const script = document.createElement("script");
      script.src = address;
      script.async = false;
      document.head.appendChild(script);
    });

  /** @param {string} name */
  function told(name) {
    return kit.getAttribute("data-" + name) || "";
  }

  // Until the sheet is there, which the browser has kept since the first page, the page before stays in sight.
  function dress() {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = told("style");
    sheet.onload = sheet.onerror = function () {
      site.classList.add("kiosk--ready");
    };
    document.head.appendChild(sheet);
  }

  // A browser that is a kiosk already has had a visitor: nothing of theirs stays.
  /** @param {string} here */
  function begin(here) {
    if (sessionStorage.getItem("kiosk")) {
      localStorage.clear();
      sessionStorage.clear();
    }
    sessionStorage.setItem("kiosk", here);
  }

  // In a folder there is no server to look for a folder's page.
  function page() {
    return location.protocol === "file:" ? "index.html" : "";
  }

  function leave() {
    if (location.hash !== "#leave") return false;
    localStorage.clear();
    sessionStorage.clear();
    location.replace(told("starts").replace(/kiosk\/$/, "") + page());
    return true;
  }
})();
