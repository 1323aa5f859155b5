// When nobody has touched a kiosk for a while it asks, then goes back to its first page and forgets the visitor.
(function () {
  "use strict";

  var IDLE = 90000;
  var SECONDS = 15;

  if (document.body.hasAttribute("data-kiosk-start")) return;

  var place = sessionStorage.getItem("kiosk");
  var start = document.getElementById("_kiosk").getAttribute("data-starts") + place + "/";
  var dialog = document.getElementById("_kiosk-idle");
  var visit = sessionStorage.getItem("kiosk-visit") || String(Date.now());
  var timer, left;

  if (isOver()) return forget();
  sessionStorage.setItem("kiosk-visit", visit);
  history.replaceState(Object.assign({}, history.state, { kiosk: visit }), "");
  addEventListener("pageshow", function (event) { if (event.persisted && isOver()) forget(); });

  ["pointerdown", "pointermove", "touchstart", "wheel", "scroll", "keydown", "input"].forEach(function (name) {
    addEventListener(name, stir, { capture: true, passive: true });
  });
  dialog.addEventListener("click", function () { dialog.close(); });
  dialog.addEventListener("close", stay);
  wait();

  // A page that the browser kept from somebody's visit before.
  function isOver() {
    var here = sessionStorage.getItem("kiosk-visit");
    var kept = history.state && history.state.kiosk;
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
    dialog.querySelector("[data-kiosk=left]").textContent = left;
    dialog.querySelector("[data-kiosk=progress]").value = left;
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
    for (var i = 0; i < document.forms.length; i++) document.forms[i].reset();
    location.replace(start);
  }
})();
