// Words as people type them, split, spelled and folded as ocop_site/text/folding.py does it; a test holds the two together.
(function () {
  "use strict";

  /** @type {Record<string, string>} */
  const MARKS = { "\u0302": "^", "\u0306": "(", "\u031b": "+" };
  /** @type {Record<string, string>} */
  const TONES = { "\u0300": "`", "\u0309": "?", "\u0303": "~", "\u0301": "'", "\u0323": "." };
  const WORD =
    /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|(?:[\u0300-\u036f]|[0-9a-z\u00aa\u00b5\u00ba\u00df-\u00f6\u00f8-\u02af\u0370-\u1fff\u3130-\u318f\uac00-\ud7a3])+/g;

  window.ocop = window.ocop || {};
  window.ocop.folding = { words: words, spelled: spelled, folded: folded, slug: slug };

  /**
   * @param {string} text
   * @returns {string[]}
   */
  function words(text) {
    return text.toLowerCase().replace(/ð/g, "đ").normalize("NFKD").match(WORD) || [];
  }

  /** @param {string} word */
  function spelled(word) {
    let letters = "";
    let tones = "";
    for (let i = 0; i < word.length; i++) {
      const sign = word[i];
      if (sign === "đ") letters += "d-";
      else if (sign < "\u0300" || sign > "\u036f") letters += sign;
      else if (TONES[sign]) tones += TONES[sign];
      else letters += MARKS[sign] || "";
    }
    return letters + tones;
  }

  // Of one spelling, or of many with spaces between.
  /** @param {string} spellings */
  function folded(spellings) {
    return spellings.replace(/[\^(+\-`?~'.]/g, "").replace(/([aeiou]?)y/g, function (both, vowel, at, all) {
      return vowel && !(vowel === "u" && all[at - 1] === "q") ? both : vowel + "i";
    });
  }

  // The address word of a text, as the program writes it.
  /** @param {string} text */
  function slug(text) {
    const plain = text
      .replace(/đ/gi, "d")
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase();
    return (plain.match(/[a-z0-9]+/g) || []).join("-");
  }
})();
