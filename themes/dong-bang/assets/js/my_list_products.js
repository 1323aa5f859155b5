// What the catalogue tells of the products on a list: its own scripts do, each asked for once, when a code needs it.
(function () {
  "use strict";

  const page = document.getElementById("_list");
  if (!page) return;

  const scripts = (page.getAttribute("data-scripts") || "").split(" ");
  /** @type {boolean[]} */
  const asked = [];
  let awaited = 0;
  let hasFailed = false;
  /** @type {Record<string, ListedProduct>} */
  const known = Object.create(null);
  /** @type {() => void} */
  let then;

  window.ocop.listed = function (told) {
    Object.keys(told).forEach(function (code) {
      known[code] = told[code];
    });
  };

  window.ocop.products = {
    ask: function (codes, whenTold) {
      then = whenTold;
      codes.forEach(ask);
      if (!awaited) then();
    },
    of: function (code) {
      return known[code];
    },
    hasFailed: function () {
      return hasFailed;
    },
  };

  /** @param {string} code */
  function ask(code) {
    const number = Number(code.replace(/\D/g, "")) % scripts.length;
    if (asked[number]) return;
    asked[number] = true;
    awaited++;
    const script = document.createElement("script");
    script.src = scripts[number];
    script.onload = arrive;
    script.onerror = function () {
      hasFailed = true;
      arrive();
    };
    document.head.appendChild(script);
  }

  function arrive() {
    if (!--awaited) then();
  }
})();
