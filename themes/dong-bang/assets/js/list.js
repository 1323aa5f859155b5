// A visitor's own list: codes that this browser alone keeps. Counts them in the head; the button of a product, on its page
// and on its card, takes or leaves it.
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
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("[data-list]"));

  window.ocop = window.ocop || {};
  window.ocop.list = {
    read: read,
    write: write,
    clean: clean,
    show: show,
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
    links.forEach(function (link) {
      const count = link.querySelector("[data-list-count]");
      if (count) count.textContent = codes.length ? "(" + codes.length + ")" : "";
      if (!isKept) link.hash = codes.join(".");
    });
    document.querySelectorAll("[data-keep]").forEach(function (button) {
      const isKeeping = codes.indexOf(button.getAttribute("data-code") || "") >= 0;
      button.setAttribute("aria-pressed", String(isKeeping));
      /** @type {HTMLElement} */ (button).hidden = false;
    });
    watchers.forEach(function (watcher) {
      watcher();
    });
  }

  /** @param {Event} event */
  function turn(event) {
    const button = event.target instanceof Element && event.target.closest("[data-keep]");
    if (!button) return;
    const code = button.getAttribute("data-code") || "";
    const codes = read();
    const at = codes.indexOf(code);
    if (at >= 0) codes.splice(at, 1);
    else if (codes.length < MOST) codes.push(code);
    else return say(button, "full");
    write(codes);
    say(button, at >= 0 ? "left" : isKept ? "taken" : "unkept");
  }

  // Beside the button where there is room, else in the head.
  /**
   * @param {Element} button
   * @param {string} key
   */
  function say(button, key) {
    const next = button.nextElementSibling;
    const place = next && next.hasAttribute("data-taken") ? next : document.querySelector("[data-keep-said]");
    if (!place) return;
    place.textContent = place.getAttribute("data-" + key) + " ";
    const link = links[0];
    if (!link || key === "left" || place !== next) return;
    const way = document.createElement("a");
    way.href = link.href;
    way.textContent = ((link.firstChild && link.firstChild.textContent) || "").trim();
    place.appendChild(way);
  }

  document.addEventListener("click", turn);
  addEventListener("pageshow", show);
  addEventListener("storage", function (event) {
    if (event.key === KEY || event.key === null) show();
  });
  show();
})();
