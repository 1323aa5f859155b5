// Remembers the language that a visitor chooses, for the pages that ask which one to open.
(function () {
  "use strict";

  document.addEventListener("click", function (event) {
    const link = event.target instanceof Element && event.target.closest("a[data-language]");
    if (!link) return;
    try {
      localStorage.setItem("language", link.getAttribute("data-language") || "");
    } catch (refused) {
      // A browser that keeps nothing is asked again next time.
    }
  });
})();
