// A kiosk's keys: start over, back, what is here, large text, languages. They go with every page but the first.
(function () {
  "use strict";

  const site = document.documentElement;
  const kit = /** @type {HTMLTemplateElement} */ (document.getElementById("_kiosk"));
  const place = sessionStorage.getItem("kiosk") || "";
  // In a folder there is no server to look for a folder's page.
  const page = location.protocol === "file:" ? "index.html" : "";
  const start = (kit.getAttribute("data-starts") || "") + place + "/" + page;

  document.body.appendChild(document.importNode(kit.content, true));
  const bar = /** @type {HTMLElement} */ (document.querySelector(".kiosk-bar"));
  if (document.body.hasAttribute("data-kiosk-start")) bar.remove();
  else furnish();

  /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-kiosk=text]")).forEach(function (key) {
    key.hidden = false;
    key.setAttribute("aria-pressed", String(site.classList.contains("kiosk--large")));
    key.addEventListener("click", function () {
      enlarge(key);
    });
  });

  // What stands in the room comes before what the room looks like.
  function furnish() {
    const languages = document.querySelector(".top .switch");
    const here = key("place");
    key("start").href = start;
    here.href += place + "/" + page + "#_here";
    if (here.pathname === location.pathname) here.setAttribute("aria-current", "page");
    key("back").addEventListener("click", function () {
      if (history.length > 1) history.back();
      else location.replace(start);
    });
    if (languages) bar.appendChild(languages);
  }

  /** @param {string} name */
  function key(name) {
    return /** @type {HTMLAnchorElement} */ (bar.querySelector("[data-kiosk=" + name + "]"));
  }

  /** @param {HTMLElement} key */
  function enlarge(key) {
    const isLarge = site.classList.toggle("kiosk--large");
    key.setAttribute("aria-pressed", String(isLarge));
    if (isLarge) sessionStorage.setItem("kiosk-text", "large");
    else sessionStorage.removeItem("kiosk-text");
  }
})();
