// Filters that add up: of one facet any value is enough, of uses every one is asked for; the facets all have to hold.
// Beside each value stands how many products there are with it.
(function () {
  "use strict";

  const LISTED = 8;
  const EVERY = "suits";

  window.ocop = window.ocop || {};
  window.ocop.filtering = async function (index, of) {
    const ocop = window.ocop;
    const language = document.documentElement.lang;
    const own = index.told.languages.indexOf(language) < 0 ? index.told.languages[0] : language;
    const all = index.told.groups.map(function (_, part) {
      return "groups-" + part;
    });
    await ocop.index.parts(all.concat("filters-" + own, "sorts"));
    const told = /** @type {FilterWords} */ (ocop.part("filters-" + own));
    const sorts = /** @type {Record<string, string>} */ (ocop.part("sorts"));
    /** @type {Record<string, FilterValue>} */
    const values = Object.create(null);
    told.facets.forEach(function (facet) {
      facet[2].forEach(function (value) {
        values[value[0] + " " + value[1]] = { facet: facet[0], label: value[2], products: members(value[3]) };
      });
    });
    const open = placesOpen();
    if (open.length) values["open now"] = { facet: "open", label: "", products: open };
    const base = baseOf(of);
    return { told: told, values: values, narrow: narrow, order: order };

    /** @param {number} group */
    function members(group) {
      let product = 0;
      return ocop.index.numbers(ocop.index.told("groups", index.told.groups, group)).map(function (gap) {
        product += gap;
        return product;
      });
    }

    // What is to be had at this moment, by the hours of the places that have it.
    function placesOpen() {
      const here = new Uint8Array(index.products);
      Object.keys(told.hours).forEach(function (place) {
        const value = values["places " + place];
        if (value && ocop.isOpen(told.hours[place])) mark(here, value.products);
      });
      return Array.from(here.keys()).filter(function (product) {
        return here[product];
      });
    }

    /**
     * Of what the list is, among the products of the listings; the stars' lists hold what is recalled, too.
     * @param {string} list
     */
    function baseOf(list) {
      const within = new Uint8Array(index.products);
      const kinds = list.startsWith("stars ") ? ["in_force", "told", "recalled"] : [list.split(" ")[0]];
      kinds.forEach(function (kind) {
        const key = kind + " " + list.split(" ")[1];
        if (values[key]) mark(within, values[key].products);
        told.hidden.forEach(function (value) {
          if (value[0] + " " + value[1] === key) mark(within, members(value[3]));
        });
      });
      for (let product = 0; product < within.length; product++) {
        within[product] = (!list || within[product]) && index.states[product] & LISTED ? 1 : 0;
      }
      return within;
    }

    /**
     * @param {Uint8Array} set
     * @param {number[]} products
     */
    function mark(set, products) {
      products.forEach(function (product) {
        set[product] = 1;
      });
    }

    /**
     * What is left, and how many there would be with each value: of a facet where any is enough as if it stood beside
     * those that are chosen, of uses as if it were asked for too.
     * @param {string[]} chosen
     * @returns {Narrowed}
     */
    function narrow(chosen) {
      const asked = tests(chosen);
      const failed = new Uint8Array(index.products);
      const blame = new Int8Array(index.products);
      asked.forEach(function (test, number) {
        for (let product = 0; product < failed.length; product++) {
          if (test.passing[product]) continue;
          failed[product]++;
          blame[product] = number;
        }
      });
      /** @type {number[]} */
      const products = [];
      for (let product = 0; product < failed.length; product++) {
        if (base[product] && !failed[product]) products.push(product);
      }
      /** @type {Record<string, number>} */
      const counts = {};
      Object.keys(values).forEach(function (key) {
        const own = asked.findIndex(function (test) {
          return test.facet === values[key].facet && test.facet !== EVERY;
        });
        counts[key] = values[key].products.filter(function (product) {
          return base[product] && (!failed[product] || (failed[product] === 1 && blame[product] === own));
        }).length;
      });
      return { products: products, counts: counts };
    }

    /**
     * What every product has to pass: one test a facet, one a use.
     * @param {string[]} chosen
     */
    function tests(chosen) {
      /** @type {{facet: string, passing: Uint8Array}[]} */
      const found = [];
      chosen.forEach(function (key) {
        const value = values[key];
        let test = found.filter(function (each) {
          return each.facet === value.facet && each.facet !== EVERY;
        })[0];
        if (!test) {
          test = { facet: value.facet, passing: new Uint8Array(index.products) };
          found.push(test);
        }
        mark(test.passing, value.products);
      });
      return found;
    }

    /**
     * By name; by the newest recognition or the lowest price, what is not known last.
     * @param {number[]} products
     * @param {string} by
     */
    function order(products, by) {
      const ranks = new Uint32Array(index.products);
      ocop.index.numbers(told.order).forEach(function (product, rank) {
        ranks[product] = rank;
      });
      const keys = by === "name" ? [] : ocop.index.numbers(sorts[by]);
      const sign = by === "recognised" ? -1 : 1;
      return products.slice().sort(function (one, other) {
        const first = keys[one] || 0;
        const second = keys[other] || 0;
        if (first !== second) return first && second ? sign * (first - second) : first ? -1 : 1;
        return ranks[one] - ranks[other];
      });
    }
  };
})();
