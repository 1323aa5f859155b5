// A list as its visitor walks: by where to buy, each stop a section with what is bought there.
(function () {
  "use strict";

  /** @typedef {{title?: string, note?: string, place?: ListedPlace, codes: string[]}} Stop */

  const page = /** @type {HTMLElement} */ (document.getElementById("_list"));
  if (!page) return;

  window.ocop.stops = function (codes, isShared) {
    return sorted(codes).map(function (stop) {
      return section(stop, isShared);
    });
  };

  /** @param {string} key */
  function words(key) {
    return page.getAttribute("data-" + key) || "";
  }

  /** @param {string} code */
  function told(code) {
    return /** @type {ListedProduct} */ (window.ocop.products.of(code));
  }

  // The fewest stops, so the place that has most of what is left comes first; then those whose makers are to be asked;
  // then what no place to buy is told of.
  /** @param {string[]} codes */
  function sorted(codes) {
    /** @type {Stop[]} */
    const found = [];
    let left = codes.filter(function (code) {
      return !isPlain(code);
    });
    for (let stop = nextStop(left); stop; stop = nextStop(left)) {
      left = left.filter(isElsewhere(stop));
      stop.codes.sort(by(onShelf(stop.place)));
      found.push(stop);
    }
    left.sort(by(atMaker));
    if (left.length) found.push({ title: words("ask"), note: words("ask-note"), codes: left });
    const plain = codes.filter(isPlain);
    if (plain.length) found.push({ title: words("plain"), codes: plain });
    return found;
  }

  // What is remembered but not to be bought.
  /** @param {string} code */
  function isPlain(code) {
    const product = told(code);
    return Boolean(product.spirit || product.withdrawn || product.recalled);
  }

  /** @param {string[]} codes */
  function nextStop(codes) {
    /** @type {Record<string, Stop & {place: ListedPlace}>} */
    const stops = Object.create(null);
    /** @type {(Stop & {place: ListedPlace}) | null} */
    let best = null;
    for (let i = 0; i < codes.length; i++) {
      const places = told(codes[i]).places || [];
      for (let j = 0; j < places.length; j++) {
        stops[places[j][0]] = stops[places[j][0]] || { place: places[j], codes: [] };
        const stop = stops[places[j][0]];
        if (stop.codes.indexOf(codes[i]) < 0) stop.codes.push(codes[i]);
        if (!best || stop.codes.length > best.codes.length) best = stop;
      }
    }
    return best;
  }

  /** @param {Stop} stop */
  function isElsewhere(stop) {
    /** @param {string} code */
    return function (code) {
      return stop.codes.indexOf(code) < 0;
    };
  }

  /** @param {ListedPlace} place */
  function onShelf(place) {
    /** @param {string} code */
    return function (code) {
      return shelf(code, place) + " " + told(code).name[0];
    };
  }

  /** @param {string} code */
  function atMaker(code) {
    return told(code).maker[1] + " " + told(code).name[0];
  }

  /**
   * @param {string} code
   * @param {ListedPlace} place
   */
  function shelf(code, place) {
    return (told(code).places || []).filter(function (each) {
      return each[0] === place[0];
    })[0][1];
  }

  /** @param {(code: string) => string} key */
  function by(key) {
    const language = document.documentElement.lang;
    /**
     * @param {string} one
     * @param {string} other
     */
    return function (one, other) {
      return key(one).localeCompare(key(other), language, { numeric: true });
    };
  }

  /**
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {string} name
   * @param {string} text
   * @param {HTMLElement} [parent]
   */
  function make(tag, name, text, parent) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    if (parent) parent.appendChild(made);
    return made;
  }

  /**
   * @param {string} href
   * @param {string} text
   * @param {string | undefined} language
   * @param {HTMLElement} parent
   */
  function link(href, text, language, parent) {
    const made = make("a", "", text, parent);
    made.href = href;
    if (language) made.lang = language;
    made.dir = "auto";
  }

  /**
   * @param {Stop} stop
   * @param {boolean} isShared
   */
  function section(stop, isShared) {
    const made = make("section", "stop", "");
    const heading = make("h2", "stop__name", stop.title || "", made);
    if (stop.place) link(stop.place[0], stop.place[2], stop.place[3], heading);
    if (stop.note) make("p", "quiet", stop.note, made);
    const law = page.querySelector("[data-part=law]");
    if (law && stop.codes.some(isSpirit)) {
      const warning = /** @type {HTMLElement} */ (law.cloneNode(true));
      warning.hidden = false;
      made.appendChild(warning);
    }
    const picks = make("ul", "picks", "", made);
    stop.codes.forEach(function (code) {
      picks.appendChild(pick(code, stop, isShared));
    });
    return made;
  }

  /** @param {string} code */
  function isSpirit(code) {
    return told(code).spirit;
  }

  /**
   * @param {string} code
   * @param {Stop} stop
   * @param {boolean} isShared
   */
  function pick(code, stop, isShared) {
    const product = told(code);
    const made = make("li", "pick", "");
    if (product.picture) {
      const picture = make("img", "pick__picture", "", made);
      picture.alt = "";
      picture.src = product.picture;
    }
    link(product.href, product.name[0], product.name[1], make("h3", "pick__name", "", made));
    const about = make("div", "pick__told", "", made);
    const line = make("p", "pick__line", code + " · ", about);
    link(product.maker[0], product.maker[1], product.maker[2], line);
    (stop.place ? [] : product.phones || []).forEach(function (phone) {
      line.appendChild(document.createTextNode(" · "));
      link("tel:" + phone[0], words("phone") + " " + phone[1], "", line);
    });
    (product.notices || []).forEach(function (notice) {
      make("p", "pick__notice", notice, about);
    });
    if (product.withdrawn) make("p", "pick__shelf", product.withdrawn, about);
    if (stop.place) where(code, stop.place, about);
    worth(product.worth || [], make("div", "by-day", "", about));
    if (!isShared) dropper(code, product.name[0], made);
    return made;
  }

  /**
   * @param {string} code
   * @param {ListedPlace} place
   * @param {HTMLElement} about
   */
  function where(code, place, about) {
    const here = shelf(code, place);
    if (here) make("p", "pick__shelf", here, about);
    const others = (told(code).places || []).filter(function (each) {
      return each[0] !== place[0];
    });
    if (!others.length) return;
    const names = others.map(function (each) {
      return each[2] + (each[1] ? " (" + each[1] + ")" : "");
    });
    make("p", "pick__line", words("also") + " " + names.join(", "), about);
  }

  // All that there will be to say, each with its day: today.js shows the one of the day.
  /**
   * @param {[string, string][]} stages
   * @param {HTMLElement} cell
   */
  function worth(stages, cell) {
    stages.forEach(function (stage) {
      const line = make("p", "pick__line", stage[1], cell);
      if (!stage[0]) return;
      line.setAttribute("data-from", stage[0]);
      line.hidden = true;
    });
  }

  /**
   * @param {string} code
   * @param {string} name
   * @param {HTMLElement} made
   */
  function dropper(code, name, made) {
    const drop = make("button", "action pick__drop", words("drop"), made);
    drop.type = "button";
    drop.setAttribute("data-pick", code);
    drop.setAttribute("aria-label", words("drop") + ": " + name);
  }
})();
