// A visitor's own list: codes that this browser alone keeps. Counts them in the head; a product's button takes or leaves.
(function () {
  "use strict";

  const KEY = "list";
  const MOST = 100;
  const CODE = /^[A-Z]{2,4}[0-9]{3,5}$/;
  /** @type {string[]} */
  let own = [];
  let isKept = true;
  /** @type {(() => void)[]} */
  const watchers = [];
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-list]"));
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-keep]"));
  const code = (button && button.getAttribute("data-code")) || "";

  window.ocop = window.ocop || {};
  window.ocop.list = {
    read: read,
    write: write,
    clean: clean,
    watch: function (watcher) {
      watchers.push(watcher);
    },
    isKept: function () {
      return isKept;
    },
  };

  // Of anything at all only codes are left, each once, no more than a list holds.
  /** @param {unknown} anything */
  function clean(anything) {
    /** @type {string[]} */
    const codes = [];
    if (!Array.isArray(anything)) return codes;
    for (let i = 0; i < anything.length && codes.length < MOST; i++) {
      const code = anything[i];
      if (typeof code === "string" && CODE.test(code) && codes.indexOf(code) < 0) codes.push(code);
    }
    return codes;
  }

  function read() {
    if (!isKept) return own.slice();
    try {
      return parsed(localStorage.getItem(KEY));
    } catch (refused) {
      isKept = false;
      return own.slice();
    }
  }

  /** @param {string | null} text */
  function parsed(text) {
    try {
      return clean(JSON.parse(text || "null"));
    } catch (garbage) {
      return [];
    }
  }

  // A browser that keeps nothing has the list as long as the page is open.
  /** @param {string[]} codes */
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
    const codes = read();
    if (link) {
      const count = link.querySelector("[data-list-count]");
      if (count) count.textContent = codes.length ? "(" + codes.length + ")" : "";
      if (!isKept) link.hash = codes.join(".");
    }
    if (button) button.setAttribute("aria-pressed", String(codes.indexOf(code) >= 0));
    watchers.forEach(function (watcher) {
      watcher();
    });
  }

  function turn() {
    const codes = read();
    const at = codes.indexOf(code);
    if (at >= 0) codes.splice(at, 1);
    else if (codes.length < MOST) codes.push(code);
    else return say("full");
    write(codes);
    say(at >= 0 ? "left" : isKept ? "taken" : "unkept");
  }

  /** @param {string} key */
  function say(key) {
    const place = /** @type {HTMLElement} */ (button && button.nextElementSibling);
    place.textContent = place.getAttribute("data-" + key) + " ";
    if (!link || key === "left") return;
    const way = document.createElement("a");
    way.href = link.href;
    way.textContent = ((link.firstChild && link.firstChild.textContent) || "").trim();
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
