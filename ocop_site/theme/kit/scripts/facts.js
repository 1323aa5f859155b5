// What buyers ask of products: the catalogue's own parts tell it (ocop_site/search/facts.py), in the page's language.
(function () {
  "use strict";

  const FIELDS = ["packs", "price", "keeps", "storage", "allergens", "uses", "places", "phone", "gtins"];
  const PER_PART = 128;

  window.ocop = window.ocop || {};
  window.ocop.facts = async function (index, products) {
    const language = document.documentElement.lang;
    const own = index.told.languages.indexOf(language) < 0 ? index.told.languages[0] : language;
    /** @param {number} product */
    function part(product) {
      return "facts-" + own + "-" + Math.floor(product / PER_PART);
    }
    await window.ocop.index.parts(products.map(part));
    return products.map(function (product) {
      const row = /** @type {string[]} */ (window.ocop.part(part(product)))[product % PER_PART].split("\n");
      /** @type {Record<string, string>} */
      const facts = {};
      FIELDS.forEach(function (field, at) {
        facts[field] = row[at] || "";
      });
      return facts;
    });
  };
})();
