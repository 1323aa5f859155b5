// In a row that is drawn aside, what has the focus is drawn in whole: Chromium leaves it half outside.
(function () {
  "use strict";

  addEventListener("focusin", (event) => {
    const one = event.target.closest(".cards--row > li, .index li");
    if (one) one.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
})();
