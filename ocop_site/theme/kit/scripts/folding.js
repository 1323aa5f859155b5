// Words as people type them, split, spelled and folded as ocop_site/text/folding.py does it; a test holds the two together.
(function () {
  "use strict";

  /** @type {Record<string, string>} */
  const MARKS = { "\u0302": "^", "\u0306": "(", "\u031b": "+" };
  /** @type {Record<string, string>} */
  const TONES = { "\u0300": "`", "\u0309": "?", "\u0303": "~", "\u0301": "'", "\u0323": "." };
  const WORD =
    /[\ud840-\ud8bf][\udc00-\udfff]|[\u3005-\u3007\u3021-\u3035\u3040-\u312f\u31a0-\u31ff\u3400-\u9fff\ua000-\ua4cf\uf900-\ufaff]|(?:[\u0300-\u036f]|[0-9a-z\u00aa\u00b5\u00ba\u00df-\u00f6\u00f8-\u02af\u0370-\u1fff\u2c00-\u2dff\u3130-\u318f\ua4d0-\uabff\uac00-\ud7a3])+/g;
  const UNWRITTEN =
    /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
  const SIGN = /[\u05be\u05c0\u05c3\u060c\u061b\u061f\u066a-\u066d\u06d4]/g;
  const DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;

  window.ocop = window.ocop || {};
  window.ocop.folding = { words: words, spelled: spelled, folded: folded, slug: slug };

  /**
   * @param {string} text
   * @returns {string[]}
   */
  function words(text) {
    const plain = text.toLowerCase().replace(/ð/g, "đ").normalize("NFKD").replace(SIGN, " ").replace(UNWRITTEN, "");
    return plain.replace(DIGIT, digit).match(WORD) || [];
  }

  /** @param {string} sign */
  function digit(sign) {
    return String(sign.charCodeAt(0) & 15);
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
