// The first page of a kiosk: pictures that change slowly, unless they are stopped or the visitor's system asks for calm.
(function () {
  "use strict";

  var STANDS = 8000;
  var IDLE = 90000;

  var site = document.documentElement;
  var slides = document.querySelectorAll(".loop__slide");
  var pause = document.querySelector("[data-kiosk=pause]");
  var calm = matchMedia("(prefers-reduced-motion: reduce)");
  var shown = 0;
  var turning, quiet;

  // One that the browser kept still shows what the last visitor left of it.
  addEventListener("pageshow", function (event) { if (event.persisted) location.reload(); });
  ["pointerdown", "keydown"].forEach(function (name) { addEventListener(name, rest, { capture: true, passive: true }); });
  if (pause) {
    pause.addEventListener("click", function () { turn(pause.getAttribute("aria-pressed") === "true"); });
    if (calm.addEventListener) calm.addEventListener("change", begin);
    begin();
  }

  function begin() {
    pause.hidden = calm.matches;
    turn(!calm.matches);
  }

  function turn(on) {
    clearInterval(turning);
    if (on) turning = setInterval(next, STANDS);
    pause.setAttribute("aria-pressed", String(!on));
  }

  function next() {
    slides[shown].classList.remove("is-shown");
    shown = (shown + 1) % slides.length;
    slides[shown].classList.add("is-shown");
  }

  // Whoever only enlarged the text or stopped the pictures and went away leaves no trace either.
  function rest() {
    clearTimeout(quiet);
    quiet = setTimeout(function () {
      site.classList.remove("kiosk--large");
      sessionStorage.removeItem("kiosk-text");
      var text = document.querySelector("[data-kiosk=text]");
      text.setAttribute("aria-pressed", "false");
      if (pause) begin();
    }, IDLE);
  }
})();
