// A kiosk's keys: start over, back, what is here, large text, languages. They go with every page but the first.
(function () {
  "use strict";

  var site = document.documentElement;
  var kit = document.getElementById("_kiosk");
  var place = sessionStorage.getItem("kiosk");
  var start = kit.getAttribute("data-starts") + place + "/";

  document.body.appendChild(document.importNode(kit.content, true));
  var bar = document.querySelector(".kiosk-bar");
  if (document.body.hasAttribute("data-kiosk-start")) bar.remove();
  else furnish();

  document.querySelectorAll("[data-kiosk=text]").forEach(function (key) {
    key.hidden = false;
    key.setAttribute("aria-pressed", String(site.classList.contains("kiosk--large")));
    key.addEventListener("click", enlarge);
  });

  function furnish() {
    var languages = document.querySelector(".top .switch");
    var here = key("place");
    key("start").href = start;
    here.href += place + "/";
    if (here.pathname === location.pathname) here.setAttribute("aria-current", "page");
    key("back").addEventListener("click", function () {
      if (history.length > 1) history.back();
      else location.replace(start);
    });
    if (languages) bar.appendChild(languages);
  }

  function key(name) {
    return bar.querySelector("[data-kiosk=" + name + "]");
  }

  function enlarge(event) {
    var isLarge = site.classList.toggle("kiosk--large");
    event.currentTarget.setAttribute("aria-pressed", String(isLarge));
    if (isLarge) sessionStorage.setItem("kiosk-text", "large");
    else sessionStorage.removeItem("kiosk-text");
  }
})();
