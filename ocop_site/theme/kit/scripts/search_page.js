// The page of results: what the address asks for, as links, more of them when they are wanted.
(function () {
  "use strict";

  const PAGE = 24;
  const ocop = window.ocop;
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-search]"));
  const results = /** @type {HTMLElement | null} */ (document.querySelector("[data-results]"));
  if (!form || !results || !ocop.load) return;

  const list = document.createElement("ul");
  const told = /** @type {HTMLElement} */ (results.querySelector("[data-part=told]"));
  const more = /** @type {HTMLButtonElement} */ (results.querySelector("button"));
  const query = (new URLSearchParams(location.search).get("q") || "").slice(0, 200).trim();
  let limit = PAGE;

  /** @type {HTMLInputElement} */ (form.querySelector("input")).value = query;
  list.className = results.getAttribute("data-results") || "";
  told.insertAdjacentElement("afterend", list);
  more.addEventListener("click", function () {
    const next = list.children.length;
    limit += PAGE;
    show().then(function () {
      const link = list.children[next] && list.children[next].querySelector("a");
      if (link) link.focus();
    });
  });
  document.querySelectorAll("a[data-language]").forEach(function (link) {
    /** @type {HTMLAnchorElement} */ (link).search = location.search;
  });
  if (query) show();

  /** @param {string} key */
  function words(key) {
    return /** @type {HTMLElement} */ (form).getAttribute("data-" + key) || "";
  }

  async function show() {
    try {
      await ocop.load(words("scripts"));
      const index = await ocop.index.open(words("search"));
      const finding = ocop.finding(index);
      const found = await finding.find(query, limit);
      const entries = found.count ? found.entries : await finding.nearest(query, 6);
      const cards = await ocop.cards(index)(entries);
      cards.slice(list.children.length).forEach(function (card) {
        const link = list.appendChild(document.createElement("li")).appendChild(document.createElement("a"));
        link.href = ocop.found.href(card);
        link.appendChild(ocop.found.item(card, found.words));
      });
      const text = found.count ? "count" : cards.length ? "near" : "none";
      told.textContent = words(text)
        .replace("{count}", String(found.count))
        .replace("{query}", "\u2068" + query + "\u2069");
      more.hidden = found.count <= cards.length;
      if (ocop.today) ocop.today();
    } catch (lost) {
      told.textContent = words("failed");
    }
    /** @type {HTMLElement} */ (results).hidden = false;
  }
})();
