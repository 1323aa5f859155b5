// What an address leads to is unfolded, where the browser does not do so by itself.
(function () {
  "use strict";

  unfold();
  addEventListener("hashchange", unfold);

  function unfold() {
    const target = document.querySelector(":target");
    const fold = target && target.closest("details");
    if (!fold || fold.open) return;
    fold.open = true;
    target.scrollIntoView();
  }
})();
