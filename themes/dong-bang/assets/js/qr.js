// QR codes (ISO/IEC 18004): text in UTF-8, versions 1 to 15, the best correction that needs no larger one.
// `ocop.qr.rows(text)`: rows of 0 and 1; `ocop.qr.svg(text)`: drawn, with the quiet zone; null: too long.
(function () {
  "use strict";

  // Table 9, base 36: at L, M, Q, H by version, a block's correction and the blocks.
  const CORRECTION = ["7afkqikouikoqum", "agqiogimmqummoo", "dmiqioimkosqoku", "hsmgmsqqososmoo"];
  const BLOCKS = ["111112222444446", "11122444555899a", "11224466888acgc", "1124445688bbggi"];

  window.ocop = window.ocop || {};
  window.ocop.qr = { rows, svg };

  /** @param {string} text */
  function rows(text) {
    const bytes = encodeURIComponent(text).replace(/%(..)|./g, (sign, byte) => byte || sign.charCodeAt(0).toString(16));
    for (let version = 1; version < 16; version++) {
      const [modules, path] = layOut(version);
      const stream = "4" + ("000" + (bytes.length / 2).toString(16)).slice(version > 9 ? -4 : -2) + bytes + "0";
      for (let level = 3; level >= 0; level--) {
        const [correction, blocks] = [CORRECTION, BLOCKS].map((table) => parseInt(table[level][version - 1], 36));
        const room = ((path.length >> 3) - correction * blocks) * 2;
        if (stream.length > room) continue;
        // A 0 before the padding: the printed codes have it.
        const bits = (stream + "00").padEnd(room, "ec11").slice(0, room).match(/../g) || [];
        const data = bits.map((byte) => parseInt(byte, 16));
        return mask(modules, path, weave(data, blocks, correction), [8, 0, 24, 16][level], version);
      }
    }
    return null;
  }

  /** @param {string} text */
  function svg(text) {
    const lines = rows(text);
    if (!lines) return null;
    const side = lines.length + 8;
    let drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">`;
    drawn += `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="`;
    lines.forEach((row, y) => {
      row.replace(/1+/g, (run, x) => (drawn += `M${x + 4} ${y + 4}h${run.length}v1h-${run.length}z`));
    });
    drawn += `"/></svg>`;
    return new DOMParser().parseFromString(drawn, "image/svg+xml").documentElement;
  }

  // The patterns, and the path of the data between them.
  /**
   * @param {number} version
   * @returns {[number[][], [number, number][]]}
   */
  function layOut(version) {
    const side = 17 + 4 * version;
    /** @type {[number, number][]} */
    const path = [];
    /** @type {number[][]} */
    const rows = Array.from({ length: side }, () => []);
    /** @type {(x: number, y: number, bits: string) => void} */
    const nest = (x, y, bits) => {
      for (let down = -4; down < 5; down++) {
        for (let right = -4; right < 5; right++) {
          const bit = bits[Math.max(Math.abs(down), Math.abs(right))];
          if (bit && rows[y + down] && x + right < side) rows[y + down][x + right] = +bit;
        }
      }
    };
    inform(rows, 0, 0, 0);
    for (let i = 0; i < side; i++) rows[6][i] = rows[i][6] = (i + 1) % 2;
    // Annex E: even steps from the end.
    const gaps = version > 1 ? Math.floor(version / 7) + 1 : -1;
    const step = Math.ceil((side - 13) / gaps / 2) * 2;
    /** @type {(i: number) => number} */
    const line = (i) => (i ? side - 7 - (gaps - i) * step : 6);
    for (let i = 0; i <= gaps; i++) {
      for (let j = 0; j <= gaps; j++) if ((i && j) || (i + j) % gaps) nest(line(i), line(j), "101");
    }
    nest(3, 3, "11010");
    nest(side - 4, 3, "11010");
    nest(3, side - 4, "11010");
    for (let right = side - 1; right > 0; right -= right === 8 ? 3 : 2) {
      for (let i = 0; i < side * 2; i++) {
        const x = right - (i % 2);
        const y = (right + 1) & 2 ? i >> 1 : side - 1 - (i >> 1);
        if (!(x in rows[y])) path.push([x, y]);
      }
    }
    return [rows, path];
  }

  // Format and version, and the module that is always dark.
  /**
   * @param {number[][]} rows
   * @param {number} format
   * @param {number} version
   * @param {number} dark
   */
  function inform(rows, format, version, dark) {
    const side = rows.length;
    for (let i = 0; i < 15; i++) {
      const bit = (format >> i) & 1;
      rows[i < 6 ? i : i < 8 ? i + 1 : side - 15 + i][8] = rows[8][i < 8 ? side - 1 - i : i < 9 ? 7 : 14 - i] = bit;
    }
    for (let i = 0; side > 41 && i < 18; i++) {
      const x = side - 11 + (i % 3);
      const y = Math.floor(i / 3);
      rows[y][x] = rows[x][y] = (version >> i) & 1;
    }
    rows[side - 8][8] = dark;
  }

  // A word and its check bits.
  /**
   * @param {number} word
   * @param {number} bits
   * @param {number} generator
   */
  function checked(word, bits, generator) {
    let rest = word;
    for (let i = 0; i < bits; i++) rest = (rest << 1) ^ ((rest >> (bits - 1)) * generator);
    return (word << bits) | rest;
  }

  // The blocks by turns: data, then correction.
  /**
   * @param {number[]} data
   * @param {number} blocks
   * @param {number} correction
   */
  function weave(data, blocks, correction) {
    /** @type {number[][]} */
    const turns = [];
    const size = data.length / blocks;
    const longer = data.length % blocks;
    /** @type {(word: number, turn: number) => void} */
    const put = (word, turn) => (turns[turn] = (turns[turn] || []).concat(word));
    for (let i = blocks; i > 0; i--) {
      const part = data.splice(0, i > longer ? size : size + 1);
      part.forEach(put);
      correct(part, correction).forEach((word, turn) => put(word, Math.ceil(size) + turn));
    }
    return /** @type {number[]} */ ([]).concat(...turns);
  }

  // The remainder by the polynomial whose roots are powers of 2.
  /**
   * @param {number[]} data
   * @param {number} count
   */
  function correct(data, count) {
    let [generator, root] = [[1], 1];
    const rest = data.concat(Array(count).fill(0));
    for (let i = 0; i < count; i++) {
      generator = generator.concat(0).map((each, j) => each ^ times(generator[j - 1], root));
      root = times(root, 2);
    }
    data.forEach((_, i) => {
      const factor = rest[i];
      generator.forEach((each, j) => (rest[i + j] ^= times(factor, each)));
    });
    return rest.slice(data.length);
  }

  /**
   * @param {number} a
   * @param {number} b
   */
  function times(a, b) {
    let product = 0;
    for (; b; b >>= 1) {
      if (b & 1) product ^= a;
      a = (a << 1) ^ ((a >> 7) * 285);
    }
    return product;
  }

  // The mask with the fewest points, counted before there is format information.
  /**
   * @param {number[][]} rows
   * @param {[number, number][]} path
   * @param {number[]} codewords
   * @param {number} level
   * @param {number} version
   */
  function mask(rows, path, codewords, level, version) {
    let [best, least, chosen] = [rows, 1 / 0, 0];
    for (let number = 0; number < 8; number++) {
      const masked = rows.map((row) => row.slice());
      path.forEach(([x, y], i) => {
        const sum = x + y;
        const third = (x * y) % 3;
        const both = third + ((x * y) % 2);
        const kept = [
          sum % 2,
          y % 2,
          x % 3,
          sum % 3,
          ((y >> 1) + Math.floor(x / 3)) % 2,
          both,
          both % 2,
          (sum + third) % 2,
        ][number];
        masked[y][x] = ((codewords[i >> 3] >> (7 - (i % 8))) & 1) ^ +!kept;
      });
      const points = penalty(masked);
      if (points < least) [best, least, chosen] = [masked, points, number];
    }
    inform(best, checked(level + chosen, 10, 1335) ^ 21522, checked(version, 12, 7973), 1);
    return best.map((row) => row.join(""));
  }

  // Table 11.
  /** @param {number[][]} rows */
  function penalty(rows) {
    const side = rows.length;
    const lines = rows.map((row) => row.join(""));
    const dark = lines.join("").split("1").length - 1;
    let points = 10 * Math.floor(Math.abs((dark * 20) / side / side - 10));
    rows.forEach((row, y) => {
      lines.push(rows.map((other) => other[y]).join(""));
      for (let x = 1; y && x < side; x++) {
        if ((row[x] + row[x - 1] + rows[y - 1][x] + rows[y - 1][x - 1]) % 4 === 0) points += 3;
      }
    });
    lines.forEach((line) => {
      for (const run of line.match(/0{5,}|1{5,}/g) || []) points += run.length - 2;
      points += 40 * (`0000${line}0000`.split(/00001011101|1011101(?=0000)/).length - 1);
    });
    return points;
  }
})();
