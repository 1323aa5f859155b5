// Where a page is in every language: goes on from the site's root to the visitor's home page, and of the answer to a scan
// brings the visitor's own first, as long as nobody has begun to read. `?choose` in the address of the root stops it, so that
// one can always choose by hand.
(function () {
  "use strict";

  const body = document.body;
  /** @type {Record<string, HTMLAnchorElement>} */
  const doors = {};
  document.querySelectorAll("main a[data-language]").forEach(function (door) {
    const link = /** @type {HTMLAnchorElement} */ (door);
    doors[(link.getAttribute("data-language") || "").toLowerCase()] = link;
  });

  const wanted = [chosen()].concat(navigator.languages || [navigator.language], body.getAttribute("data-fallback"));
  for (let i = 0; i < wanted.length; i++) {
    const language = (wanted[i] || "").toLowerCase();
    const door = doors[language] || doors[language.split("-")[0]];
    if (door) {
      open(door);
      return;
    }
  }

  /** @param {HTMLAnchorElement} door */
  function open(door) {
    const voice = door.closest("[data-voice]");
    if (voice) show(voice);
    else if (!/[?&]choose\b/.test(location.search)) location.replace(door.href + location.hash);
  }

  // What is shown is put in anew, so that to the browser nothing moves: words take the place of words, the picture stays.
  /** @param {Element} voice */
  function show(voice) {
    if (location.hash || window.scrollY || document.activeElement !== body) return;
    const voices = /** @type {Element} */ (voice.parentElement);
    if (voice !== voices.firstElementChild) {
      voices.prepend(voice);
      Array.from(voices.children).slice(1).forEach(renew);
      voices.querySelectorAll(".entrance__name").forEach(function (name, at) {
        name.setAttribute("aria-level", at ? "2" : "1");
      });
    }
    document.querySelectorAll("[data-reads]").forEach(function (part) {
      /** @type {HTMLElement} */ (part).hidden = part.getAttribute("lang") !== voice.getAttribute("lang");
      renew(part);
    });
  }

  /** @param {Element} part */
  function renew(part) {
    const next = part.nextSibling;
    const parent = /** @type {Element} */ (part.parentElement);
    parent.removeChild(part);
    parent.insertBefore(part, next);
  }

  function chosen() {
    try {
      return localStorage.getItem("language");
    } catch (refused) {
      return null;
    }
  }
})();
