// On a narrow screen the menu is a row that a thumb moves: it begins where one is.
(function () {
  "use strict";

  var here = document.querySelector(".menu [aria-current]");
  var row = here && here.closest("ul");
  if (row && row.scrollWidth > row.clientWidth) row.scrollLeft = here.offsetLeft - row.clientWidth / 3;
})();
