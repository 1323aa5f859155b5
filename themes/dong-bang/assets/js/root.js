// Goes on from the site's root and from a printed code to the page in the visitor's language.
// `?choose` in the address stops it, so that one can always choose by hand.
(function () {
  "use strict";

  var body = document.body;
  if (!body.hasAttribute("data-forward") || /[?&]choose\b/.test(location.search)) return;

  var doors = {};
  document.querySelectorAll("main a[data-language]").forEach(function (door) {
    doors[door.getAttribute("data-language").toLowerCase()] = door.href;
  });

  var wanted = [chosen()].concat(navigator.languages || [navigator.language], body.getAttribute("data-fallback"));
  for (var i = 0; i < wanted.length; i++) {
    var language = (wanted[i] || "").toLowerCase();
    var door = doors[language] || doors[language.split("-")[0]];
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
