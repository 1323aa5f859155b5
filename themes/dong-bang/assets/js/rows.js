// In a row that is drawn aside, what has the focus is drawn in whole: Chromium leaves it half outside.
(function () {
  "use strict";

  addEventListener("focusin", (event) => {
    const on = event.target;
    const one = on instanceof Element && on.closest(".cards--row > li, .index li");
    if (one) one.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
})();
