// Hands the page to the phone's own sheet for sharing; where there is none, its address to the clipboard.
(function () {
  "use strict";

  var button = document.querySelector("[data-share]");
  var clipboard = navigator.clipboard;
  if (!button || !(navigator.share || clipboard)) return;

  var address = document.querySelector("link[rel=canonical]").href;
  button.hidden = false;
  button.addEventListener("click", function () {
    if (navigator.share) navigator.share({ title: document.title, url: address }).catch(leave);
    else clipboard.writeText(address).then(tell, leave);
  });

  function tell() {
    document.querySelector("[data-shared]").textContent = button.getAttribute("data-share");
  }

  // Whoever thinks better of it, or is refused, finds the page as it was.
  function leave() {}
})();
