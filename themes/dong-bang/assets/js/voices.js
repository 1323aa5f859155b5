// Of an answer in several languages shows the visitor's own, as long as nobody has begun to read.
(function () {
  "use strict";

  /** @type {Record<string, Element>} */
  const voices = {};
  document.querySelectorAll("[data-voice]").forEach(function (voice) {
    voices[(voice.getAttribute("data-voice") || "").toLowerCase()] = voice;
  });

  const fallback = document.body.getAttribute("data-fallback");
  const wanted = [chosen()].concat(navigator.languages || [navigator.language], fallback);
  for (let i = 0; i < wanted.length; i++) {
    const language = (wanted[i] || "").toLowerCase();
    const voice = voices[language] || voices[language.split("-")[0]];
    if (voice) {
      const isBelow = voice.getBoundingClientRect().top > window.innerHeight / 2;
      if (isBelow && !location.hash && !window.scrollY) voice.scrollIntoView();
      return;
    }
  }

  function chosen() {
    try {
      return localStorage.getItem("language");
    } catch (refused) {
      return null;
    }
  }
})();
