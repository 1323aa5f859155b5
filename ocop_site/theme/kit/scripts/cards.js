// What is shown of what was found: ocop_site/search/cards.py tells how a row is written.
(function () {
  "use strict";

  const RESTRAINED = 4;

  window.ocop = window.ocop || {};
  window.ocop.cards = function (index) {
    const ocop = window.ocop;
    const languages = index.told.languages;
    return cards;

    /** @param {number[]} entries */
    async function cards(entries) {
      /** @type {Record<string, boolean>} */
      const wanted = { worths: true };
      entries.forEach(function (entry) {
        wanted["cards-" + Math.floor(entry / index.told.cards)] = true;
      });
      await ocop.index.parts(Object.keys(wanted));
      return entries.map(card);
    }

    /**
     * Once its part is there. Texts are in a language of the site; what it lacks, in the fallback, or in the first.
     * @param {number} entry
     * @returns {FoundCard}
     */
    function card(entry) {
      const rows = /** @type {string[]} */ (ocop.part("cards-" + Math.floor(entry / index.told.cards)));
      const fields = rows[entry % index.told.cards].split("\n");
      const at = Math.max(languages.indexOf(document.documentElement.lang), 0);
      const spoken = function (/** @type {number} */ field, /** @type {number} */ language) {
        return [language, index.told.fallback, 0].filter(function (each) {
          return fields[4 + 3 * each + field];
        })[0];
      };
      const text = function (/** @type {number} */ field, /** @type {number} */ language) {
        return fields[4 + 3 * (spoken(field, language) || 0) + field] || "";
      };
      const id = fields[0][0] === "~" ? ocop.folding.slug(fields[4]) + fields[0].slice(1) : fields[0];
      const worths = /** @type {Worth[]} */ (ocop.part("worths"));
      return {
        kind: kindOf(entry),
        id: id,
        code: fields[1] || "",
        picture: /^\*/.test(fields[2] || "") ? "" : fields[2] || "",
        pattern: /^\*/.test(fields[2] || "") ? fields[2].slice(1) : "",
        name: text(0, at),
        language: spoken(0, at) === at ? "" : languages[spoken(0, at)] || "",
        others: languages
          .map(function (language, number) {
            return { language: language, name: fields[4 + 3 * number] || "" };
          })
          .filter(function (other) {
            return other.name && other.name !== text(0, at);
          }),
        maker: text(1, at),
        place: text(2, at),
        worth: fields[3]
          ? worths[Number(fields[3])].map(function (stage) {
              return { from: stage[0], seal: stage[1], words: stage[2][at] };
            })
          : [],
        isRestrained: Boolean(index.states[entry] & RESTRAINED),
        state: index.states[entry] & 3,
      };
    }

    /** @param {number} entry */
    function kindOf(entry) {
      let kind = 0;
      for (let end = index.told.kinds[0][1]; entry >= end; end += index.told.kinds[kind][1]) kind++;
      return index.told.kinds[kind][0];
    }
  };
})();
