// On a narrow screen the menu is a row that a thumb moves: it begins where one is.
(function () {
  "use strict";

  const here = /** @type {HTMLElement | null} */ (document.querySelector(".menu [aria-current]"));
  const row = here && here.closest("ul");
  if (here && row && row.scrollWidth > row.clientWidth) {
    row.scrollLeft += here.getBoundingClientRect().left - row.getBoundingClientRect().left - row.clientWidth / 3;
  }
})();
