// What may be meant by what is typed: the words of the catalogue, whole or begun, without spaces, mistyped.
// A `cost` says how far a word is from what was typed: 32 a mistake, 2 for other marks, 1 for what is not whole.
(function () {
  "use strict";

  const MISTAKE = 32;
  const CUTS = 4;
  const SCRAP = 2.3;

  window.ocop = window.ocop || {};
  window.ocop.readings = function (index, typed) {
    const letters = index.letters;
    const spellings = index.spellings;
    return { all: readings, nearest: nearest };

    /**
     * The first term whose letters do not stand before these.
     * @param {string} wanted
     */
    function first(wanted) {
      let low = 0;
      let high = letters.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (letters[middle] < wanted) low = middle + 1;
        else high = middle;
      }
      return low;
    }

    /** @param {string} wanted */
    function isTerm(wanted) {
      return letters[first(wanted)] === wanted;
    }

    /** @param {string} wanted */
    function isBeginning(wanted) {
      return wanted.length > 1 && (letters[first(wanted)] || "").startsWith(wanted);
    }

    /**
     * Whole words, and what begins so. `cost`: 1 for what is not whole, 2 for other marks than those typed.
     * @param {string} typed
     * @returns {Word}
     */
    function word(typed) {
      const text = window.ocop.folding.folded(typed);
      /** @type {Hit[]} */
      const hits = [];
      for (let term = first(text); term < letters.length && letters[term].startsWith(text); term++) {
        const isWhole = letters[term].length === text.length;
        if (isWhole || text.length > 1)
          hits.push({ term: term, cost: (isWhole ? 0 : 1) + marks(typed, term, isWhole) });
      }
      if (/[^s]s$/.test(text) && text.length > 3) hits.push.apply(hits, singular(text));
      return { typed: typed, text: text, hits: hits };
    }

    // English plurals: mats, mangoes, candies, scarves.
    /** @param {string} text */
    function singular(text) {
      /** @type {Hit[]} */
      const hits = [];
      [text.slice(0, -1), text.slice(0, -2), text.replace(/ies$/, "i"), text.replace(/ves$/, "f")].forEach(
        function (one) {
          if (one === text || one.length < 3) return;
          for (let term = first(one); letters[term] === one; term++) hits.push({ term: term, cost: 1 });
        }
      );
      return hits;
    }

    // What is typed without marks is found with any; a word that is not whole may still lack some.
    /**
     * @param {string} typed
     * @param {number} term
     * @param {boolean} isWhole
     */
    function marks(typed, term, isWhole) {
      if (/^[a-z0-9]*$/.test(typed) || typed === spellings[term]) return 0;
      const tone = /[`?~'.]*$/;
      const typedTone = (tone.exec(typed) || [""])[0];
      const termTone = (tone.exec(spellings[term]) || [""])[0];
      const isAlike = spellings[term].startsWith(typed.slice(0, typed.length - typedTone.length));
      return !isWhole && isAlike && (!typedTone || typedTone === termTone) ? 0 : 2;
    }

    /**
     * Words that differ in a letter or two: one from five letters on, two from nine. Neighbours that changed places are one.
     * @param {string} text
     * @param {number} most
     * @returns {Word}
     */
    function alike(text, most) {
      /** @type {Hit[]} */
      const hits = [];
      const blurred = blur(text);
      const mask = maskOf(blurred);
      for (let term = 0; term < letters.length; term++) {
        const other = blur(letters[term]);
        if (Math.abs(other.length - text.length) > most || bits(mask ^ maskOf(other)) > 2 * most) continue;
        const far = distance(blurred, other, most);
        if (far && far <= most) hits.push({ term: term, cost: far * MISTAKE });
      }
      return { typed: text, text: text, hits: hits };
    }

    // In a mistyped word nobody knows which y stands for i.
    /** @param {string} text */
    function blur(text) {
      return text.replace(/y/g, "i");
    }

    /** @param {string} text */
    function allowance(text) {
      return text.length > 8 ? 2 : text.length > 4 ? 1 : 0;
    }

    /** @param {string} text */
    function maskOf(text) {
      let mask = 0;
      for (let i = 0; i < text.length; i++) mask |= 1 << (text.charCodeAt(i) % 32);
      return mask;
    }

    /** @param {number} mask */
    function bits(mask) {
      let found = 0;
      for (; mask; mask &= mask - 1) found++;
      return found;
    }

    /**
     * Optimal string alignment, up to `most`.
     * @param {string} one
     * @param {string} other
     * @param {number} most
     */
    function distance(one, other, most) {
      /** @type {number[]} */
      let before = [];
      /** @type {number[]} */
      let last = [];
      for (let j = 0; j <= other.length; j++) last.push(j);
      for (let i = 1; i <= one.length; i++) {
        const row = [i];
        let least = i;
        for (let j = 1; j <= other.length; j++) {
          const isSame = one[i - 1] === other[j - 1];
          let far = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1));
          if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
            far = Math.min(far, before[j - 2] + 1);
          }
          row.push(far);
          if (far < least) least = far;
        }
        if (least > most) return most + 1;
        before = last;
        last = row;
      }
      return last[other.length];
    }

    /**
     * The ways to cut what was typed without spaces into words, the fewest first; the last of all may be a beginning.
     * Scraps are no words: of a word of six letters there are two at most.
     * @param {string} text
     * @param {boolean} isLast
     * @returns {string[][]}
     */
    function cuts(text, isLast) {
      /** @type {string[][][]} */
      const best = [[[]]];
      for (let end = 1; end <= text.length; end++) {
        /** @type {string[][]} */
        let found = [];
        for (let start = 0; start < end - 1; start++) {
          const piece = text.slice(start, end);
          const before = best[start];
          const isWord = before.length && (isTerm(piece) || (isLast && end === text.length && isBeginning(piece)));
          if (isWord) {
            found = found.concat(
              before.map(function (pieces) {
                return pieces.concat(piece);
              })
            );
          }
        }
        best[end] = found
          .sort(function (one, other) {
            return one.length - other.length;
          })
          .slice(0, CUTS);
      }
      return best[text.length].filter(function (pieces) {
        return pieces.length > 1 && pieces.length <= text.length / SCRAP;
      });
    }

    /**
     * The ways to read a query, from what is typed to what may have been meant; the first that finds anything counts.
     * @returns {Iterable<Word[]>}
     */
    function* readings() {
      const plain = typed.map(word);
      yield plain;
      const said = plain.filter(function (each) {
        return !isIgnored(each.text) && each.text.length > 1;
      });
      if (!said.length) return;
      if (said.length < plain.length) yield said;
      yield* shifted(said, true);
      yield* mended(said, true);
      yield* cut(said, true);
      yield* mended(said, false);
      yield* shifted(said, false);
      yield* cut(said, false);
      yield* slipped(said);
    }

    /**
     * Neighbours with their space elsewhere, or without it: those with a word that the catalogue does not have, or all.
     * @param {Word[]} said
     * @param {boolean} isUnknown
     * @returns {Iterable<Word[]>}
     */
    function* shifted(said, isUnknown) {
      for (let at = 0; at + 1 < said.length; at++) {
        const isKnown = said[at].hits.length && said[at + 1].hits.length;
        if (isUnknown !== !isKnown) continue;
        const one = word(bareOf(said[at].typed + said[at + 1].typed));
        if (one.hits.length) yield said.slice(0, at).concat(one, said.slice(at + 2));
        yield* instead(said, at, 2, one.text);
      }
    }

    /**
     * Words that were typed without spaces between, of those that the catalogue does not have, or of all.
     * @param {Word[]} said
     * @param {boolean} isUnknown
     * @returns {Iterable<Word[]>}
     */
    function* cut(said, isUnknown) {
      for (let at = 0; at < said.length; at++) {
        if (isUnknown === !said[at].hits.length) yield* instead(said, at, 1, said[at].text);
      }
      if (isUnknown || said.length < 2) return;
      const all = said.map(function (each) {
        return each.text;
      });
      for (const pieces of cuts(all.join(""), true)) yield pieces.map(piece);
    }

    // What is guessed from letters alone stands in no running text.
    /** @param {string} text */
    function piece(text) {
      return Object.assign(word(text), { most: 5 });
    }

    /**
     * @param {Word[]} said
     * @param {number} at
     * @param {number} count
     * @param {string} text
     * @returns {Iterable<Word[]>}
     */
    function* instead(said, at, count, text) {
      for (const pieces of cuts(text, at + count === said.length)) {
        yield said.slice(0, at).concat(pieces.map(piece), said.slice(at + count));
      }
    }

    // First only the words that the catalogue does not have, then all: `nuoc tranh` may be meant for `nuoc chanh`. Of
    // short words one may be mistyped, where others stand beside it.
    /**
     * @param {Word[]} said
     * @param {boolean} isUnknown
     * @returns {Iterable<Word[]>}
     */
    function* mended(said, isUnknown) {
      const unknown = said.filter(function (each) {
        return !each.hits.length;
      });
      const short = unknown.filter(function (each) {
        return !allowance(each.text);
      });
      const isShort = short.length === 1 && said.length > 1 && short[0].text.length > 2 && unknown.length === 1;
      if (isUnknown && unknown.length && (!short.length || isShort)) {
        yield said.map(function (each) {
          return each.hits.length ? each : alike(each.text, allowance(each.text) || 1);
        });
      }
      if (isUnknown || short.length) return;
      yield said.map(function (each) {
        const others = allowance(each.text) ? alike(each.text, allowance(each.text)).hits : [];
        return { typed: each.typed, text: each.text, hits: each.hits.concat(others) };
      });
    }

    // Among three words and more, one that became another word by a letter that is missing or wrong.
    /**
     * @param {Word[]} said
     * @returns {Iterable<Word[]>}
     */
    function* slipped(said) {
      for (let at = 0; said.length > 2 && at < said.length; at++) {
        const text = said[at].text;
        const isShort = text.length > 2 && text.length < 5;
        if (isShort)
          yield said
            .slice(0, at)
            .concat(alike(text, 1), said.slice(at + 1))
            .map(inNames);
      }
    }

    // What is guessed so boldly is looked for in names alone.
    /** @param {Word} each */
    function inNames(each) {
      return Object.assign({}, each, { most: 2 });
    }

    // Bare letters: where a word was cut, no tone tells which of its parts it belongs to.
    /** @param {string} spelled */
    function bareOf(spelled) {
      return spelled.replace(/[^a-z0-9]/g, "");
    }

    // For where nothing is found: any of the words, with more mistakes.
    function nearest() {
      return typed
        .map(function (each) {
          const found = word(each);
          if (found.hits.length || found.text.length < 4) return found;
          return alike(found.text, found.text.length > 5 ? 2 : 1);
        })
        .filter(function (each) {
          return each.hits.length && each.text.length > 1 && !isIgnored(each.text);
        });
    }

    /** @param {string} text */
    function isIgnored(text) {
      return index.ignored.indexOf(text) >= 0;
    }
  };
})();
