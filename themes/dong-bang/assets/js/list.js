// A visitor's own list: codes that this browser alone keeps. Counts them in the head; a product's button takes or leaves.
(function () {
  "use strict";

  var KEY = "list", MOST = 100, CODE = /^[A-Z]{2,4}[0-9]{3,5}$/;
  var own = [], isKept = true, watchers = [];
  var link = document.querySelector("[data-list]"), button = document.querySelector("[data-keep]");

  // What another script may ask: the codes, to change them, to hear of changes, whether the browser keeps anything.
  window.ocopList = {
    read: read,
    write: write,
    clean: clean,
    watch: function (watcher) { watchers.push(watcher); },
    isKept: function () { return isKept; },
  };

  // Of anything at all only codes are left, each once, no more than a list holds.
  function clean(anything) {
    var codes = [];
    if (!Array.isArray(anything)) return codes;
    for (var i = 0; i < anything.length && codes.length < MOST; i++) {
      var code = anything[i];
      if (typeof code === "string" && CODE.test(code) && codes.indexOf(code) < 0) codes.push(code);
    }
    return codes;
  }

  function read() {
    if (!isKept) return own.slice();
    try {
      var text = localStorage.getItem(KEY);
    } catch (refused) {
      isKept = false;
      return own.slice();
    }
    try {
      return clean(JSON.parse(text));
    } catch (garbage) {
      return [];
    }
  }

  // A browser that keeps nothing has the list as long as the page is open.
  function write(codes) {
    own = clean(codes);
    try {
      localStorage.setItem(KEY, JSON.stringify(own));
    } catch (refused) {
      isKept = false;
    }
    show();
  }

  function show() {
    var codes = read();
    if (link) {
      link.querySelector("[data-list-count]").textContent = codes.length ? "(" + codes.length + ")" : "";
      if (!isKept) link.hash = codes.join(".");
    }
    if (button) button.setAttribute("aria-pressed", codes.indexOf(button.getAttribute("data-code")) >= 0);
    watchers.forEach(function (watcher) { watcher(); });
  }

  function turn() {
    var codes = read(), at = codes.indexOf(button.getAttribute("data-code"));
    if (at >= 0) codes.splice(at, 1);
    else if (codes.length < MOST) codes.push(button.getAttribute("data-code"));
    else return say("full");
    write(codes);
    say(at >= 0 ? "left" : isKept ? "taken" : "unkept");
  }

  function say(key) {
    var place = button.nextElementSibling, way = document.createElement("a");
    place.textContent = place.getAttribute("data-" + key) + " ";
    if (!link || key === "left") return;
    way.href = link.href;
    way.textContent = link.firstChild.textContent.trim();
    place.appendChild(way);
  }

  if (button) {
    button.hidden = false;
    button.addEventListener("click", turn);
  }
  addEventListener("pageshow", show);
  addEventListener("storage", function (event) {
    if (event.key === KEY || event.key === null) show();
  });
  show();
})();
