// Goes on from the site's root to the home page in the visitor's language.
// `?choose` in the address stops it, so that one can always choose by hand.
(function () {
  "use strict";

  const body = document.body;
  if (!body.hasAttribute("data-forward") || /[?&]choose\b/.test(location.search)) return;

  /** @type {Record<string, string>} */
  const doors = {};
  document.querySelectorAll("main a[data-language]").forEach(function (door) {
    const link = /** @type {HTMLAnchorElement} */ (door);
    doors[(link.getAttribute("data-language") || "").toLowerCase()] = link.href;
  });

  const wanted = [chosen()].concat(navigator.languages || [navigator.language], body.getAttribute("data-fallback"));
  for (let i = 0; i < wanted.length; i++) {
    const language = (wanted[i] || "").toLowerCase();
    const door = doors[language] || doors[language.split("-")[0]];
    if (door) {
      location.replace(door + location.hash);
      return;
    }
  }

  function chosen() {
    try {
      return localStorage.getItem("language");
    } catch (refused) {
      return null;
    }
  }
})();
