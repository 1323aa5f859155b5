// The search field of a page: sends to the page of results, and asks for the rest of the search when somebody begins.
(function () {
  "use strict";

  window.ocop = window.ocop || {};
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-search]"));
  if (!form || !("content" in document.createElement("template")) || typeof Promise !== "function") return;

  /** @type {Record<string, Promise<unknown>>} */
  const asked = Object.create(null);
  window.ocop.load = load;
  form.action = form.getAttribute("data-page") || "";
  form.addEventListener("focusin", begin);
  if (form.contains(document.activeElement)) begin();

  function begin() {
    /** @type {HTMLFormElement} */ (form).removeEventListener("focusin", begin);
    load(/** @type {HTMLFormElement} */ (form).getAttribute("data-scripts") || "").catch(function () {
      // What did not come is asked for again when somebody comes back to the field.
      /** @type {HTMLFormElement} */ (form).addEventListener("focusin", begin);
    });
  }

  /** @param {string} addresses */
  function load(addresses) {
    return Promise.all(
      addresses.split(" ").map(function (address) {
        asked[address] = asked[address] || come(address);
        return asked[address];
      })
    );
  }

  // In their order, however late each comes.
  /**
   * @param {string} address
   * @returns {Promise<void>}
   */
  function come(address) {
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = address;
      script.async = false;
      script.onload = function () {
        resolve();
      };
      script.onerror = function () {
        delete asked[address];
        reject(new Error(address));
      };
      document.head.appendChild(script);
    });
  }
})();
