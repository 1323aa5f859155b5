// Hands the page to the phone's own sheet for sharing; where there is none, its address to the clipboard.
(function () {
  "use strict";

  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-share]"));
  const link = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  if (!button || !link || !(navigator.share || navigator.clipboard)) return;

  const address = link.href;
  const done = button.getAttribute("data-share");
  button.hidden = false;
  button.addEventListener("click", function () {
    if (navigator.share) navigator.share({ title: document.title, url: address }).catch(leave);
    else navigator.clipboard.writeText(address).then(tell, leave);
  });

  function tell() {
    const place = document.querySelector("[data-shared]");
    if (place) place.textContent = done;
  }

  // Whoever thinks better of it, or is refused, finds the page as it was.
  function leave() {}
})();
