// When nobody has touched a kiosk for a while it asks, then goes back to its first page and forgets the visitor.
(function () {
  "use strict";

  const IDLE = 90000;
  const SECONDS = 15;

  if (document.body.hasAttribute("data-kiosk-start")) return;

  const place = sessionStorage.getItem("kiosk") || "";
  const kit = /** @type {HTMLTemplateElement} */ (document.getElementById("_kiosk"));
  const page = location.protocol === "file:" ? "index.html" : "";
  const start = kit.getAttribute("data-starts") + place + "/" + page;
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("_kiosk-idle"));
  const visit = sessionStorage.getItem("kiosk-visit") || String(Date.now());
  let timer = 0;
  let left = 0;

  if (isOver()) return forget();
  sessionStorage.setItem("kiosk-visit", visit);
  history.replaceState(Object.assign({}, history.state, { kiosk: visit }), "");
  addEventListener("pageshow", function (event) {
    if (event.persisted && isOver()) forget();
  });

  ["pointerdown", "pointermove", "touchstart", "wheel", "scroll", "keydown", "input"].forEach(function (name) {
    addEventListener(name, stir, { capture: true, passive: true });
  });
  dialog.addEventListener("click", function () {
    dialog.close();
  });
  dialog.addEventListener("close", stay);
  wait();

  // A page that the browser kept from somebody's visit before.
  function isOver() {
    const here = sessionStorage.getItem("kiosk-visit");
    const kept = history.state && history.state.kiosk;
    return Boolean(kept) && kept !== here;
  }

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(ask, IDLE);
  }

  function stir() {
    if (!dialog.open) wait();
  }

  function ask() {
    left = SECONDS;
    tell();
    dialog.showModal();
    timer = setInterval(function () {
      left -= 1;
      tell();
      if (!left) forget();
    }, 1000);
  }

  function tell() {
    part("left").textContent = String(left);
    /** @type {HTMLProgressElement} */ (part("progress")).value = left;
  }

  /** @param {string} name */
  function part(name) {
    return /** @type {HTMLElement} */ (dialog.querySelector("[data-kiosk=" + name + "]"));
  }

  function stay() {
    clearInterval(timer);
    wait();
  }

  function forget() {
    clearInterval(timer);
    localStorage.clear();
    sessionStorage.clear();
    sessionStorage.setItem("kiosk", place);
    window.name = "";
    for (let i = 0; i < document.forms.length; i++) document.forms[i].reset();
    location.replace(start);
  }
})();
