// What the catalogue tells scripts: published parts, each asked for once, when it is needed. Scripts and not data, since
// a page that lies in a folder may fetch nothing.
(function () {
  "use strict";

  window.ocop = window.ocop || {};
  /** @type {Record<string, unknown>} */
  const parts = Object.create(null);
  /** @type {Record<string, Promise<void>>} */
  const awaited = Object.create(null);

  window.ocop.told = function (name, told) {
    parts[name] = told;
  };

  window.ocop.part = function (name) {
    return parts[name];
  };

  window.ocop.ask = function (name, address) {
    if (name in parts) return Promise.resolve();
    awaited[name] = awaited[name] || come(name, address);
    return awaited[name];
  };

  // What did not come, as on a weak connection, may be asked for again.
  /**
   * @param {string} name
   * @param {string} address
   * @returns {Promise<void>}
   */
  function come(name, address) {
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = address;
      script.onload = function () {
        resolve();
      };
      script.onerror = function () {
        delete awaited[name];
        script.remove();
        reject(new Error(address));
      };
      document.head.appendChild(script);
    });
  }
})();
