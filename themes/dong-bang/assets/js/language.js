// Where a page is in every language: goes on from the site's root to the visitor's home page, and of the answer to a scan
// shows the visitor's own, as long as nobody has begun to read. `?choose` in the address of the root stops it, so that
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

  /** @param {Element} voice */
  function show(voice) {
    const before = voice.previousElementSibling;
    const isBelow = before && before.getBoundingClientRect().bottom <= voice.getBoundingClientRect().top;
    if (isBelow && !location.hash && !window.scrollY) voice.scrollIntoView();
  }

  function chosen() {
    try {
      return localStorage.getItem("language");
    } catch (refused) {
      return null;
    }
  }
})();
