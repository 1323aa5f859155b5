// A browser that has begun as a showroom's touch screen asks for what makes it one; nobody else's asks for anything.
(function () {
  "use strict";

  const site = document.documentElement;
  const kit = document.getElementById("_kiosk");

  if (!kit || document.body.hasAttribute("data-kiosk-start") || !isKiosk()) return;
  // Until it is dressed the page before stays in sight.
  site.classList.add("kiosk");
  const script = document.createElement("script");
  script.src = kit.getAttribute("data-kiosk") || "";
  script.onerror = function () {
    site.classList.remove("kiosk");
  };
  document.head.appendChild(script);

  function isKiosk() {
    try {
      return Boolean(sessionStorage.getItem("kiosk"));
    } catch (refused) {
      return false;
    }
  }
})();
