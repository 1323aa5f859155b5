// The search field of a page: sends to the page of results, and asks for the rest of the search when somebody begins.
(function () {
  "use strict";

  window.ocop = window.ocop || {};
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-search]"));
  if (!form || !("content" in document.createElement("template")) || typeof Promise !== "function") return;

  form.action = form.getAttribute("data-page") || "";
  form.addEventListener("focusin", begin);
  if (form.contains(document.activeElement) || document.querySelector("[data-results]")) begin();

  function begin() {
    /** @type {HTMLFormElement} */ (form).removeEventListener("focusin", begin);
    const scripts = /** @type {HTMLFormElement} */ (form).getAttribute("data-scripts") || "";
    scripts.split(" ").forEach(function (address) {
      const script = document.createElement("script");
      script.src = address;
      script.async = false;
      document.head.appendChild(script);
    });
  }
})();
