// What is wrong, over the last good page; a draft is marked. It is a plug-in of livereload's script, which tells it when
// to look again, and it stands in a tree of its own: no style of the page reaches it, and none of its own the page.
(function () {
  "use strict";

  const PROBLEMS = "/preview/problems";
  const LOOKS = "/preview.css";
  const FOLDED = "ocop-preview-folded";
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const host = document.createElement("ocop-preview");
  const inside = host.attachShadow({ mode: "open" });
  let asked = 0;

  class Overlay {
    reload(/** @type {string} */ path) {
      if (path !== PROBLEMS) return false;
      look();
      return true;
    }
  }
  Object.assign(Overlay, { identifier: "ocop-preview", version: "1" });
  Object.assign(window, { LiveReloadPluginOcopPreview: Overlay });
  if (script.dataset.draft) mark(script.dataset.draft);
  look();

  async function look() {
    const turn = ++asked;
    const answer = await fetch(PROBLEMS);
    const told = answer.status === 200 ? await answer.text() : "";
    if (turn !== asked) return;
    const before = inside.querySelector("main");
    const main = told ? new DOMParser().parseFromString(told, "text/html").querySelector("main") : null;
    if (main) fold(main, before);
    if (before) before.remove();
    if (main) show(main);
  }

  function show(/** @type {Element} */ part) {
    if (!inside.querySelector("link")) {
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = LOOKS;
      inside.prepend(style);
    }
    inside.append(part);
    if (!host.isConnected) document.documentElement.append(host);
  }

  function mark(/** @type {string} */ words) {
    const sign = document.createElement("p");
    sign.className = "draft";
    sign.lang = script.lang;
    sign.textContent = words;
    show(sign);
  }

  // What was folded stays so while the same is wrong, on every page of this tab.
  function fold(/** @type {Element} */ main, /** @type {Element | null} */ before) {
    const button = /** @type {HTMLButtonElement} */ (main.querySelector("button"));
    const told = String(main.querySelector("ol")?.textContent);
    const list = /** @type {HTMLElement} */ (main.querySelector("div"));
    const set = function (/** @type {boolean} */ isFolded) {
      main.classList.toggle("folded", isFolded);
      list.hidden = isFolded;
      button.textContent = (isFolded ? button.dataset.more : button.dataset.less) || "";
      button.setAttribute("aria-expanded", String(!isFolded));
    };
    main.setAttribute("role", "status");
    main.classList.add("over");
    button.hidden = false;
    button.addEventListener("click", function () {
      set(!main.classList.contains("folded"));
      sessionStorage.setItem(FOLDED, main.classList.contains("folded") ? told : "");
    });
    set(sessionStorage.getItem(FOLDED) === told);
    if (before?.contains(inside.activeElement)) requestAnimationFrame(() => button.focus());
  }
})();
