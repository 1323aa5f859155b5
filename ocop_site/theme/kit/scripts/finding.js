// Finds what is typed. The words of the catalogue stand in parts (ocop_site/search/); those that a query needs are asked
// for. What is found alike comes in the order of these rules, the first that tells two apart deciding:
//   1. fewer typing mistakes;
//   2. where the last of the words stands: the words are the whole name, with the marks that were typed or with others;
//      the whole of another name; in the name; another name; kind of thing; maker; place; text. The beginning of a word
//      in a name counts as another name does; a word with other marks than those typed comes after another name;
//   3. whole words;
//   4. all words in one kind of place, not some of another name: `Long Hựu Đông` is no `hữu cơ` of `Đông Thạnh`; more of
//      them in the better places;
//   5. certificate in force, told, under a recall;
//   6. products before other pages;
//   7. fewer unfinished words, short names before long ones, then the alphabet.
// What is typed with marks is found in running text with these marks alone.
// A spirit is found where it is asked for: by a word for spirits, or by the whole of its name.
(function () {
  "use strict";

  const TEXT = 6;
  const GROUPS = 7;
  const NONE = 255;
  const RESTRAINED = 4;
  const MOST_WORDS = 8;

  window.ocop = window.ocop || {};
  window.ocop.finding = function (index) {
    const ocop = window.ocop;
    const told = index.told;
    const groupRanks = ranksOf(told.ranks);
    const asking = told.asking.split(" ");
    return { find: find, nearest: nearest };

    /** @param {[number, number][]} ranks */
    function ranksOf(ranks) {
      /** @type {number[]} */
      const all = [];
      ranks.forEach(function (rank) {
        for (let i = 0; i < rank[1]; i++) all.push(rank[0]);
      });
      return all;
    }

    /**
     * The best of what a query finds.
     * @param {string} query
     * @param {number} limit
     * @returns {Promise<Found>}
     */
    async function find(query, limit) {
      const coded = await byNumber(query);
      if (coded.length) return { count: coded.length, entries: coded.slice(0, limit), words: [] };
      const typed = distinct(ocop.folding.words(query).map(ocop.folding.spelled)).slice(0, MOST_WORDS);
      if (!typed.length) return { count: 0, entries: [], words: [] };
      for (const said of ocop.readings(index, typed).all()) {
        const isPossible = said.every(function (each) {
          return each.hits.length;
        });
        const found = isPossible && (await matching(said, limit));
        if (found && found.count) return found;
      }
      return { count: 0, entries: [], words: [] };
    }

    /** @param {string[]} typed */
    function distinct(typed) {
      return typed.filter(function (each, at) {
        return typed.indexOf(each) === at;
      });
    }

    /**
     * @param {Word[]} said
     * @param {number} limit
     * @returns {Promise<Found>}
     */
    async function matching(said, limit) {
      const lists = await postings(said);
      return chosen(said, lists, limit);
    }

    /**
     * What is told of each word's terms; the groups that they name are there then too.
     * @param {Word[]} said
     * @returns {Promise<number[][][]>}
     */
    async function postings(said) {
      /** @type {number[]} */
      const wanted = [];
      said.forEach(function (each) {
        each.hits.forEach(function (hit) {
          wanted.push(hit.term);
        });
      });
      await ocop.index.ask("postings", told.postings, wanted);
      /** @type {number[]} */
      const groups = [];
      const lists = said.map(function (each) {
        return each.hits.map(function (hit) {
          const posting = ocop.index.numbers(ocop.index.told("postings", told.postings, hit.term));
          eachList(posting, function (rank, from, to) {
            let group = 0;
            for (let at = from; rank === GROUPS && at < to; at++) {
              group += posting[at];
              groups.push(group);
            }
          });
          return posting;
        });
      });
      await ocop.index.ask("groups", told.groups, groups);
      return lists;
    }

    /**
     * @param {number[]} posting
     * @param {(rank: number, from: number, to: number) => void} visit
     */
    function eachList(posting, visit) {
      for (let at = 0; at < posting.length; at += 2 + posting[at + 1]) {
        visit(posting[at], at + 2, at + 2 + posting[at + 1]);
      }
    }

    /**
     * @param {Word[]} said
     * @param {number[][][]} lists
     * @param {number} limit
     * @returns {Found}
     */
    function chosen(said, lists, limit) {
      const names = [0, 1, 2].map(function () {
        return new Uint8Array(index.count);
      });
      const isAsked = said.some(asksForSpirits);
      const best = said.map(function (each, at) {
        return valued(each, lists[at], names);
      });
      /** @type {{key: number, entry: number}[]} */
      const top = [];
      let found = 0;
      for (let entry = 0; entry < index.count; entry++) {
        const key = keyOf(entry, best, names, isAsked);
        if (key < 0) continue;
        found++;
        if (top.length === limit && key >= top[limit - 1].key) continue;
        let at = top.length;
        while (at && top[at - 1].key > key) at--;
        top.splice(at, 0, { key: key, entry: entry });
        if (top.length > limit) top.pop();
      }
      return {
        count: found,
        entries: top.map(function (each) {
          return each.entry;
        }),
        words: shown(said),
      };
    }

    /**
     * For each entry the best place of a word in it: 32 a mistake, 4 a rank, 2 for other marks, 1 for what is not whole.
     * Counts the words that stand in its name, in the site's first language, in the others, and in other names.
     * @param {Word} said
     * @param {number[][]} postings
     * @param {Uint8Array[]} names
     */
    function valued(said, postings, names) {
      const most = said.most === undefined ? GROUPS : said.most;
      const best = new Uint8Array(index.count).fill(NONE);
      const seen = new Uint8Array(index.count);
      said.hits.forEach(function (hit, number) {
        const posting = postings[number];
        eachList(posting, function (rank, from, to) {
          if (rank > most || (rank === TEXT && hit.cost & 2)) return;
          let entry = 0;
          for (let at = from; at < to; at++) {
            entry += posting[at];
            if (rank === GROUPS) improveGroup(best, entry, hit.cost);
            else improve(best, entry, hit.cost + 4 * rank);
            if (rank < names.length) seen[entry] |= 1 << rank;
          }
        });
      });
      for (let entry = 0; entry < index.count; entry++) {
        for (let rank = 0; seen[entry] >> rank; rank++) names[rank][entry] += (seen[entry] >> rank) & 1;
      }
      return best;
    }

    /**
     * @param {Uint8Array} best
     * @param {number} entry
     * @param {number} value
     */
    function improve(best, entry, value) {
      if (value < best[entry]) best[entry] = value;
    }

    /**
     * @param {Uint8Array} best
     * @param {number} group
     * @param {number} cost
     */
    function improveGroup(best, group, cost) {
      const value = cost + 4 * groupRanks[group];
      let entry = 0;
      const members = ocop.index.numbers(ocop.index.told("groups", told.groups, group));
      members.forEach(function (gap) {
        entry += gap;
        improve(best, entry, value);
      });
    }

    /**
     * The order of the rules as one number; below nothing where the entry is not found.
     * @param {number} entry
     * @param {Uint8Array[]} best
     * @param {Uint8Array[]} names
     * @param {boolean} isAsked
     */
    function keyOf(entry, best, names, isAsked) {
      let typos = 0;
      let worst = 0;
      let sum = 0;
      let seen = 0;
      let unfinished = 0;
      const own = isAll(names[0][entry], index.names[entry]) ? names[0][entry] : 0;
      const translated = isAll(names[1][entry], index.translations[entry]) ? names[1][entry] : 0;
      const isNamed = own || translated;
      for (let at = 0; at < best.length; at++) {
        const value = best[at][entry];
        if (value === NONE) return -1;
        const rank = (value & 31) >> 2;
        const place = placeOf(rank, value);
        typos += value >> 5;
        sum += rank;
        if (rank > 1) seen |= 1 << rank;
        else if (!isNamed) seen |= 1;
        if (place > worst) worst = place;
        unfinished += value & 1;
      }
      const isWhole = isAll(own, best.length) || isAll(translated, best.length);
      const isOther = names[2][entry] === best.length && (index.others[entry] >> (best.length - 1)) & 1;
      if (index.states[entry] & RESTRAINED && !isAsked && !isWhole) return -1;
      let key = Math.min(typos, 7);
      key = key * 32 + (unfinished || !(isWhole || isOther) ? worst : isWhole ? (worst > 3 ? 1 : 0) : 2);
      key = key * 2 + (unfinished ? 1 : 0);
      key = key * 8 + (isWhole ? 0 : bits(seen));
      key = key * 64 + (isWhole ? 0 : sum);
      key = key * 4 + (index.states[entry] & 3);
      key = key * 2 + (entry < index.products ? 0 : 1);
      key = key * 16 + unfinished;
      key = key * 16 + (names[0][entry] ? index.names[entry] : index.translations[entry]);
      return key;
    }

    /** @param {Word} each */
    function asksForSpirits(each) {
      return each.hits.some(function (hit) {
        return hit.cost < 2 && asking.indexOf(index.spellings[hit.term]) >= 0;
      });
    }

    /**
     * @param {number} rank
     * @param {number} value
     */
    function placeOf(rank, value) {
      return 1 + 2 * Math.max(rank, 1) + (value & 2 ? 3 : 0) + (value & 1 && rank < 2 ? 2 : 0);
    }

    /** @param {number} set */
    function bits(set) {
      let found = 0;
      for (; set; set &= set - 1) found++;
      return found;
    }

    /**
     * @param {number} matched
     * @param {number} length
     */
    function isAll(matched, length) {
      return matched > 0 && matched === length;
    }

    /**
     * The bare letters of what was found, for whoever marks them.
     * @param {Word[]} said
     */
    function shown(said) {
      /** @type {string[]} */
      const words = [];
      said.forEach(function (each) {
        words.push(each.text);
        each.hits.forEach(function (hit) {
          if (hit.cost >= 32 || index.letters[hit.term].length < each.text.length) words.push(index.letters[hit.term]);
        });
      });
      return words;
    }

    // Where nothing is found: what is called most like it, by any of its words and with more mistakes.
    /**
     * @param {string} query
     * @param {number} limit
     * @returns {Promise<number[]>}
     */
    async function nearest(query, limit) {
      const typed = distinct(ocop.folding.words(query).map(ocop.folding.spelled)).slice(0, MOST_WORDS);
      const said = ocop.readings(index, typed).nearest();
      /** @type {number[]} */
      let near = [];
      for (let at = 0; at < said.length && near.length < limit; at++) {
        const found = await matching([said[at]], limit);
        near = near.concat(
          found.entries.filter(function (entry) {
            return near.indexOf(entry) < 0;
          })
        );
      }
      return near.slice(0, limit);
    }

    // --- codes and barcodes ----------------------------------------------------------------------------------------

    /**
     * A code wherever it stands in what was typed or pasted; a barcode alone, however it is parted.
     * @param {string} query
     * @returns {Promise<number[]>}
     */
    async function byNumber(query) {
      const plain = query.normalize("NFKC").toUpperCase();
      const digits = plain.replace(/^(EAN|GTIN|UPC)|\(01\)|[^0-9A-Z]/g, "");
      if (/^\d{8}$|^\d{12,14}$/.test(digits)) return byBarcode(digits.padStart(14, "0"));
      const codes = /(^|[^A-Z0-9])([A-Z]{2,4})[^A-Z0-9]{0,2}0*(\d{1,5})(?![A-Z0-9])/g;
      for (let code = codes.exec(plain); code; code = codes.exec(plain)) {
        const found = told.prefixes.indexOf(code[2]) < 0 ? [] : await byCode(code[2], Number(code[3]));
        if (found.length) return found;
      }
      return [];
    }

    /**
     * @param {string} head
     * @param {number} number
     */
    async function byCode(head, number) {
      await ocop.index.parts(["codes"]);
      /** @type {number[]} */
      const found = [];
      /** @type {[string, string, string][]} */ (ocop.part("codes")).forEach(function (group) {
        if (group[0] !== head) return;
        const entries = ocop.index.numbers(group[2]);
        let now = 0;
        ocop.index.numbers(group[1]).forEach(function (gap, at) {
          now += gap;
          if (now === number) found.push(entries[at]);
        });
      });
      return found;
    }

    // What is printed on a box of many packs has another first digit and so another last one.
    /** @param {string} gtin */
    function ofOnePack(gtin) {
      const body = "0" + gtin.slice(1, 13);
      let sum = 0;
      for (let at = 0; at < body.length; at++) sum += Number(body[at]) * (at % 2 ? 1 : 3);
      return body + ((10 - (sum % 10)) % 10);
    }

    /**
     * @param {string} gtin
     * @returns {Promise<number[]>}
     */
    async function byBarcode(gtin) {
      if (gtin[0] !== "0") return byBarcode(ofOnePack(gtin));
      let part = told.gtins.length - 1;
      while (part >= 0 && told.gtins[part] > gtin) part--;
      if (part < 0) return [];
      await ocop.index.parts(["gtins-" + part]);
      const barcodes = /** @type {[string, string]} */ (ocop.part("gtins-" + part));
      for (let at = 0; at < barcodes[0].length; at += 14) {
        if (barcodes[0].substr(at, 14) === gtin) return [ocop.index.numbers(barcodes[1])[at / 14]];
      }
      return [];
    }
  };
})();
