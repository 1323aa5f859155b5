// What is so at this moment: the season of the site's month, what is open first, and what is near, when somebody asks.
// Where the visitor is stays in the browser.
(function () {
  "use strict";

  const EARTH = 6371;
  const list = /** @type {HTMLElement | null} */ (document.querySelector("[data-places]"));
  const near = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-nearest]"));

  months();
  if (list) open();
  if (list && near) begin();

  function months() {
    const now = new Date(Date.now() + Number(document.documentElement.getAttribute("data-offset")) * 60000);
    const sections = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-month]"));
    sections.forEach(function (section) {
      section.hidden = Number(section.getAttribute("data-month")) !== now.getUTCMonth() + 1;
    });
  }

  function places() {
    return /** @type {HTMLElement[]} */ (Array.from(/** @type {HTMLElement} */ (list).children));
  }

  /** @param {(place: HTMLElement) => number} key */
  function sort(key) {
    places()
      .map(function (place, at) {
        return { place: place, key: key(place), at: at };
      })
      .sort(function (one, other) {
        return one.key - other.key || one.at - other.at;
      })
      .forEach(function (each) {
        /** @type {HTMLElement} */ (list).appendChild(each.place);
      });
  }

  // What is open by its hours comes first.
  function open() {
    sort(function (place) {
      const hours = place.querySelector("[data-hours]");
      return hours && window.ocop.isOpen(hours.getAttribute("data-hours") || "") ? 0 : 1;
    });
  }

  // A kiosk knows where it stands; a phone is asked, on a tap and no sooner.
  function begin() {
    const button = /** @type {HTMLButtonElement} */ (near);
    const kiosk = stand();
    if (kiosk) return order(kiosk);
    button.hidden = !navigator.geolocation || !window.isSecureContext;
    button.addEventListener("click", function () {
      navigator.geolocation.getCurrentPosition(function (found) {
        order([found.coords.latitude, found.coords.longitude]);
      }, refused);
    });
  }

  /** @returns {number[] | undefined} */
  function stand() {
    try {
      const place = sessionStorage.getItem("kiosk");
      const here = places().filter(function (each) {
        return place && each.getAttribute("data-place") === place;
      })[0];
      return here ? point(here) : undefined;
    } catch (refused) {
      return undefined;
    }
  }

  function refused() {
    const said = /** @type {HTMLElement} */ (document.querySelector("[data-nearest-said]"));
    said.textContent = /** @type {HTMLElement} */ (near).getAttribute("data-refused");
  }

  /** @param {HTMLElement} place */
  function point(place) {
    const told = place.getAttribute("data-point");
    return told ? told.split(",").map(Number) : undefined;
  }

  /** @param {number[]} here */
  function order(here) {
    places().forEach(function (place) {
      const there = point(place);
      const line = /** @type {HTMLElement} */ (place.querySelector("[data-far]"));
      if (!there) return;
      const words = place.hasAttribute("data-exact") ? "far" : "about";
      const told = /** @type {HTMLElement} */ (near).getAttribute("data-" + words) || "";
      const km = far(here, there);
      line.textContent = told.replace("{km}", km < 10 ? km.toFixed(1) : String(Math.round(km)));
      line.hidden = false;
    });
    sort(function (place) {
      const there = point(place);
      return there ? far(here, there) : Infinity;
    });
  }

  /**
   * Kilometres on a sphere (haversine).
   * @param {number[]} one
   * @param {number[]} other
   */
  function far(one, other) {
    const turn = Math.PI / 180;
    const north = Math.sin(((other[0] - one[0]) * turn) / 2);
    const east = Math.sin(((other[1] - one[1]) * turn) / 2);
    const part = north * north + Math.cos(one[0] * turn) * Math.cos(other[0] * turn) * east * east;
    return 2 * EARTH * Math.asin(Math.sqrt(part));
  }
})();
