// What is found as the theme shows it: its template with the words, what was typed marked in them.
(function () {
  "use strict";

  const form = /** @type {HTMLElement | null} */ (document.querySelector("form[data-search]"));
  const template = form && form.querySelector("template");
  if (!form || !template) return;

  const RECALLED = 2;
  const folding = window.ocop.folding;

  window.ocop.found = { item: item, href: href };

  /** @param {FoundCard} card */
  function href(card) {
    return ofKind(card)[0].replace("*", card.id);
  }

  // Its address with `*` for the id, and what it is called.
  /** @param {FoundCard} card */
  function ofKind(card) {
    const told = /** @type {HTMLElement} */ (form).getAttribute("data-kind-" + card.kind) || "";
    const at = told.indexOf(" ");
    return [told.slice(0, at), told.slice(at + 1)];
  }

  /**
   * @param {FoundCard} card
   * @param {string[]} words
   * @param {HTMLTemplateElement} [like]
   */
  function item(card, words, like) {
    const source = like || /** @type {HTMLTemplateElement} */ (template);
    const made = /** @type {DocumentFragment} */ (document.importNode(source.content, true));
    const isProduct = card.kind === "products";
    say(made, "name", card.name, words, card.language);
    const other = isMarked(card.name, words) ? undefined : card.others.filter(holdsAny)[0];
    say(made, "other", other ? other.name : "", words, other && other.language);
    say(made, "kind", isProduct ? "" : ofKind(card)[1], []);
    say(made, "code", card.code, []);
    say(made, "maker", card.maker, words);
    say(made, "place", card.place, words);
    const law = place(made, "law");
    if (law && !card.isRestrained) law.remove();
    link(made, card);
    picture(made, card);
    worth(made, card);
    return made;

    /** @param {{name: string}} each */
    function holdsAny(each) {
      return isMarked(each.name, words);
    }
  }

  /**
   * @param {DocumentFragment} made
   * @param {string} field
   */
  function place(made, field) {
    return /** @type {HTMLElement | null} */ (made.querySelector("[data-found=" + field + "]"));
  }

  /**
   * What is not known leaves no empty element behind.
   * @param {DocumentFragment} made
   * @param {string} field
   * @param {string} text
   * @param {string[]} words
   * @param {string} [language]
   */
  function say(made, field, text, words, language) {
    const element = place(made, field);
    if (!element) return;
    if (!text) return element.remove();
    if (language) spoken(element, language);
    mark(element, text, words);
  }

  /**
   * @param {HTMLElement} element
   * @param {string} language
   */
  function spoken(element, language) {
    element.lang = language;
    element.dir = "auto";
  }

  // Where the name is a link, and whatever else is to know the product.
  /**
   * @param {DocumentFragment} made
   * @param {FoundCard} card
   */
  function link(made, card) {
    made.querySelectorAll("[data-found=link]").forEach(function (each) {
      const way = /** @type {HTMLAnchorElement} */ (each);
      way.href = href(card);
      way.textContent = card.name;
      if (card.language) spoken(way, card.language);
    });
    const keep = place(made, "keep");
    if (keep) {
      keep.setAttribute("data-code", card.code);
      keep.setAttribute("aria-label", (keep.getAttribute("data-label") || "").replace("{name}", card.name));
    }
    const pick = /** @type {HTMLInputElement | null} */ (made.querySelector("[data-found=pick]"));
    if (pick) pick.value = card.code;
  }

  /**
   * @param {DocumentFragment} made
   * @param {FoundCard} card
   */
  function picture(made, card) {
    const element = /** @type {HTMLImageElement | null} */ (place(made, "picture"));
    const cover = place(made, "cover");
    if (cover && card.picture) cover.remove();
    else if (cover) cover.setAttribute("data-pattern", card.pattern);
    if (!card.picture) {
      made.querySelectorAll("[data-found=picture], [data-found=pictured]").forEach(function (each) {
        each.remove();
      });
      return;
    }
    if (!element) return;
    const folder = /** @type {HTMLElement} */ (form).getAttribute("data-pictures") || "";
    element.src = folder + card.picture;
  }

  /**
   * All that there will be to say, each with its day, as on every page.
   * @param {DocumentFragment} made
   * @param {FoundCard} card
   */
  function worth(made, card) {
    const element = place(made, "worth");
    const cell = element && element.parentElement;
    if (!element || !cell) return;
    card.worth.forEach(function (stage) {
      const line = /** @type {HTMLElement} */ (element.cloneNode(true));
      line.querySelectorAll("[data-seal]").forEach(function (seal) {
        if (seal.getAttribute("data-seal") !== stage.seal) seal.remove();
      });
      const words = /** @type {HTMLElement} */ (line.querySelector("[data-found=words]"));
      words.textContent = stage.words;
      if (card.state === RECALLED) line.setAttribute("data-recalled", "");
      if (stage.from) line.setAttribute("data-from", stage.from);
      line.hidden = Boolean(stage.from);
      cell.appendChild(line);
    });
    element.remove();
    if (!card.worth.length) cell.remove();
  }

  // --- what was typed ----------------------------------------------------------------------------------------------

  /**
   * @param {string} text
   * @param {string[]} words
   */
  function isMarked(text, words) {
    return text.split(/\s+/).some(function (each) {
      return markedLetters(each, words) > 0;
    });
  }

  /**
   * @param {HTMLElement} element
   * @param {string} text
   * @param {string[]} words
   */
  function mark(element, text, words) {
    text.split(/([\s\-–/(),.“”"]+)/).forEach(function (piece) {
      const letters = markedLetters(piece, words);
      if (letters) element.appendChild(document.createElement("mark")).textContent = piece.slice(0, letters);
      element.appendChild(document.createTextNode(piece.slice(letters)));
    });
    element.normalize();
  }

  /**
   * How many letters of a word, from its first on, were typed.
   * @param {string} piece
   * @param {string[]} words
   */
  function markedLetters(piece, words) {
    const letters = folding.folded(folding.words(piece).map(folding.spelled).join(""));
    let most = 0;
    words.forEach(function (word) {
      if (word.length > most && letters.startsWith(word)) most = word.length;
    });
    return most;
  }
})();
