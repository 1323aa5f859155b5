// The first page of a kiosk: pictures that change slowly, unless they are stopped or the visitor's system asks for calm.
(function () {
  "use strict";

  const STANDS = 8000;
  const IDLE = 90000;

  const site = document.documentElement;
  const slides = document.querySelectorAll(".loop__slide");
  const pause = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-kiosk=pause]"));
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let shown = 0;
  let turning = 0;
  let quiet = 0;

  // One that the browser kept still shows what the last visitor left of it.
  addEventListener("pageshow", function (event) {
    if (event.persisted) location.reload();
  });
  ["pointerdown", "keydown"].forEach(function (name) {
    addEventListener(name, rest, { capture: true, passive: true });
  });
  if (pause) {
    pause.addEventListener("click", toggle);
    if (calm.addEventListener) calm.addEventListener("change", begin);
    begin();
  }

  function begin() {
    if (pause) pause.hidden = calm.matches;
    turn(!calm.matches);
  }

  function toggle() {
    turn(pause !== null && pause.getAttribute("aria-pressed") === "true");
  }

  /** @param {boolean} on */
  function turn(on) {
    clearInterval(turning);
    if (on) turning = setInterval(next, STANDS);
    if (pause) pause.setAttribute("aria-pressed", String(!on));
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
      const text = document.querySelector("[data-kiosk=text]");
      if (text) text.setAttribute("aria-pressed", "false");
      if (pause) begin();
    }, IDLE);
  }
})();
