// The index: the words of the catalogue, and what is told of them in parts that are asked for when they are needed.
// How it is written: ocop_site/search/scripts.py.
(function () {
  "use strict";

  let base = "";
  /** @type {SearchIndex} */
  let index;

  window.ocop = window.ocop || {};
  window.ocop.index = { open: open, numbers: numbers, parts: parts, ask: ask, told: told };

  /**
   * The index whose first script stands at an address.
   * @param {string} address
   * @returns {Promise<SearchIndex>}
   */
  async function open(address) {
    if (index) return index;
    await window.ocop.ask("words", address);
    const told = /** @type {SearchWords} */ (window.ocop.part("words"));
    base = address.slice(0, address.lastIndexOf("/") + 1);
    const states = numbers(told.states);
    index = {
      told: told,
      spellings: told.terms.split(" "),
      letters: window.ocop.folding.folded(told.terms).split(" "),
      count: states.length,
      products: told.kinds.length && told.kinds[0][0] === "products" ? told.kinds[0][1] : 0,
      states: states,
      names: numbers(told.names),
      translations: numbers(told.translations),
      others: numbers(told.others),
      ignored: told.ignored.split(" "),
    };
    return index;
  }

  /**
   * The numbers that stand in a text: ocop_site/search/numbers.py.
   * @param {string} text
   */
  function numbers(text) {
    const found = [];
    for (let at = 0; at < text.length; at++) {
      let number = sign(text, at);
      if (number < 0) {
        number = sign(text, at + 1) * 8028 + sign(text, at + 2);
        at += 2;
      }
      found.push(number);
    }
    return found;
  }

  /**
   * @param {string} text
   * @param {number} at
   */
  function sign(text, at) {
    const code = text.charCodeAt(at);
    return code > 126 ? code - 69 : code > 92 ? code - 35 : code > 34 ? code - 34 : code - 33;
  }

  /** @param {string[]} wanted */
  function parts(wanted) {
    return Promise.all(
      wanted.map(function (name) {
        return window.ocop.ask(name, base + index.told.files[name]);
      })
    );
  }

  /**
   * The part that holds an item, by the numbers of the parts' first items.
   * @param {number[]} starts
   * @param {number} item
   */
  function partOf(starts, item) {
    let part = starts.length - 1;
    while (starts[part] > item) part--;
    return part;
  }

  /**
   * @param {string} kind
   * @param {number[]} starts
   * @param {number[]} items
   */
  function ask(kind, starts, items) {
    /** @type {Record<string, boolean>} */
    const wanted = {};
    items.forEach(function (item) {
      wanted[kind + "-" + partOf(starts, item)] = true;
    });
    return parts(Object.keys(wanted));
  }

  /**
   * @param {string} kind
   * @param {number[]} starts
   * @param {number} item
   */
  function told(kind, starts, item) {
    const part = partOf(starts, item);
    return /** @type {string[]} */ (window.ocop.part(kind + "-" + part))[item - starts[part]];
  }
})();
