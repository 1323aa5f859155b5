// A list that is narrowed: what is chosen stands in the address, so that it can be shared, and gone back to.
(function () {
  "use strict";

  const PAGE = 24;
  const MANY = 30;
  const SIDE_BY_SIDE = 3;
  const ocop = window.ocop;
  const bar = /** @type {HTMLElement | null} */ (document.querySelector("[data-filters]"));
  const form = /** @type {HTMLElement | null} */ (document.querySelector("form[data-search]"));
  if (!bar || !form || ocop.filters) return;

  const said = part("said");
  const usual = part("static");
  const found = part("found");
  const list = found.insertBefore(document.createElement("ul"), found.firstChild);
  const more = /** @type {HTMLButtonElement} */ (part("more"));
  const sort = /** @type {HTMLSelectElement} */ (part("sort"));
  const before = said.textContent;
  /** @type {Filtering} */
  let filtering;
  /** @type {(entries: number[]) => Promise<FoundCard[]>} */
  let cards;
  /** @type {SearchIndex} */
  let index;
  /** @type {string[]} */
  let chosen = [];
  /** @type {number[]} */
  let products = [];
  let limit = PAGE;
  let turns = 0;
  let isPicking = false;
  /** @type {string[]} */
  const picks = [];
  /** @type {Promise<void> | undefined} */
  let started;

  list.className = "cards";
  window.ocop.filters = { begin: begin, turn: turn };
  addEventListener("popstate", read);
  bar.addEventListener("change", change);
  part("tools").addEventListener("change", change);
  bar.addEventListener("input", seek);
  list.addEventListener("change", function (event) {
    pick(/** @type {HTMLInputElement} */ (event.target));
  });
  document.addEventListener("click", act);
  begin().catch(function () {});

  /** @param {string} key */
  function words(key) {
    return /** @type {HTMLElement} */ (bar).getAttribute("data-" + key) || "";
  }

  /** @param {string} name */
  function part(name) {
    return /** @type {HTMLElement} */ (document.querySelector("[data-list=" + name + "]"));
  }

  // What did not come is asked for anew the next time.
  function begin() {
    started =
      started ||
      ready().catch(function (lost) {
        started = undefined;
        said.textContent = words("failed");
        throw lost;
      });
    return started;
  }

  async function ready() {
    index = await ocop.index.open(/** @type {HTMLElement} */ (form).getAttribute("data-search") || "");
    cards = ocop.cards(index);
    filtering = await ocop.filtering(index, words("of"));
    const open = filtering.values["open now"];
    if (open) open.label = words("open");
    fill();
    part("tools").hidden = false;
    read();
    if (location.hash === "#_sheet") table(true);
  }

  // --- the facets --------------------------------------------------------------------------------------------------

  // Every value there is, as boxes to be ticked; those that the page had as links too.
  function fill() {
    const facets = /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (bar).querySelector(".facets"));
    filtering.told.facets.forEach(function (facet) {
      let details = /** @type {HTMLElement | null} */ (facets.querySelector("[data-facet=" + facet[0] + "]"));
      if (!details) {
        details = facets.appendChild(document.createElement("details"));
        details.setAttribute("data-facet", facet[0]);
        details.appendChild(document.createElement("summary")).textContent = facet[1];
      }
      while (details.children.length > 1) details.removeChild(/** @type {Node} */ (details.lastChild));
      if (facet[2].length > MANY) details.appendChild(seeker(facet[1]));
      const boxes = details.appendChild(document.createElement("div"));
      boxes.className = "boxes";
      boxes.setAttribute("role", "group");
      boxes.setAttribute("aria-label", facet[1]);
      facet[2].forEach(function (value) {
        boxes.appendChild(box(value[0] + " " + value[1], value[2]));
      });
    });
    const row = /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (bar).querySelector(".chips"));
    const now = "seasons " + (new Date().getMonth() + 1);
    if (filtering.values[now]) row.appendChild(chip(now, words("season")));
    if (filtering.values["open now"]) row.appendChild(chip("open now", words("open")));
    row.querySelectorAll("a").forEach(function (link) {
      link.setAttribute("role", "button");
    });
  }

  /** @param {string} label */
  function seeker(label) {
    const field = document.createElement("input");
    field.type = "search";
    field.className = "facets__seek";
    field.placeholder = words("seek");
    field.setAttribute("aria-label", words("seek") + " " + label);
    return field;
  }

  /**
   * @param {string} key
   * @param {string} label
   */
  function box(key, label) {
    const made = document.createElement("label");
    const input = made.appendChild(document.createElement("input"));
    input.type = "checkbox";
    input.value = key;
    made.appendChild(document.createElement("span")).textContent = label;
    made.appendChild(document.createElement("span")).className = "count";
    return made;
  }

  /**
   * @param {string} key
   * @param {string} label
   */
  function chip(key, label) {
    const made = document.createElement("li");
    const link = made.appendChild(document.createElement("a"));
    link.href = "#";
    link.setAttribute("data-filter", key);
    link.textContent = label + " ";
    link.appendChild(document.createElement("span")).className = "count";
    return made;
  }

  // A long facet shows what is sought in it; tones are forgiven.
  /** @param {Event} event */
  function seek(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (!field.classList.contains("facets__seek")) return;
    const wanted = letters(field.value);
    /** @type {HTMLElement} */ (field.nextElementSibling).querySelectorAll("label").forEach(function (label) {
      label.hidden = letters(label.textContent || "").indexOf(wanted) < 0;
    });
  }

  /** @param {string} text */
  function letters(text) {
    return ocop.folding.folded(ocop.folding.words(text).map(ocop.folding.spelled).join(" "));
  }

  // --- what is chosen ----------------------------------------------------------------------------------------------

  /** @param {Event} event */
  function change(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input.type === "checkbox") turn(input.value);
    else if (input === /** @type {EventTarget} */ (sort)) write();
  }

  /** @param {string} key */
  function turn(key) {
    if (!filtering.values[key]) return;
    const at = chosen.indexOf(key);
    if (at >= 0) chosen.splice(at, 1);
    else chosen.push(key);
    write();
  }

  /** @param {MouseEvent} event */
  function act(event) {
    const button = event.target instanceof Element && event.target.closest("button[data-list]");
    const deed = button && button.getAttribute("data-list");
    if (deed === "clear") {
      chosen = [];
      sort.value = "name";
      write();
      part("pick").focus();
    } else if (deed === "more") {
      limit += PAGE;
      history.replaceState(remembered(), "");
      const next = list.children.length;
      draw().then(function () {
        const link = list.children[next] && list.children[next].querySelector("a");
        if (link) link.focus();
      });
    } else if (deed === "sheet") {
      table(true);
    } else if (deed === "pick") {
      isPicking = !isPicking;
      /** @type {HTMLElement} */ (button).setAttribute("aria-pressed", String(isPicking));
      show();
    } else if (deed === "compare") {
      table(false);
    }
  }

  // --- the address -------------------------------------------------------------------------------------------------

  function write() {
    limit = PAGE;
    try {
      history.pushState(remembered(), "", location.pathname + query());
    } catch (refused) {
      // A browser that lets no page from a folder change its address narrows the list all the same.
    }
    show();
  }

  // How far the list was open stands beside what a kiosk remembers.
  function remembered() {
    return Object.assign({}, history.state, { limit: limit });
  }

  function query() {
    /** @type {Record<string, string[]>} */
    const kinds = {};
    chosen.forEach(function (key) {
      const two = key.split(" ");
      kinds[two[0]] = (kinds[two[0]] || []).concat(two[1]);
    });
    const told = Object.keys(kinds).map(function (kind) {
      return kind + "=" + kinds[kind].map(encodeURIComponent).join(",");
    });
    if (sort.value !== "name") told.push("sort=" + sort.value);
    return told.length ? "?" + told.join("&") : "";
  }

  // What an address asks for that is not there is left out.
  function read() {
    chosen = [];
    sort.value = "name";
    new URLSearchParams(location.search).forEach(function (told, kind) {
      if (kind === "sort" && /^(recognised|prices)$/.test(told)) sort.value = told;
      told.split(",").forEach(function (id) {
        const key = kind + " " + id;
        if (filtering.values[key] && chosen.indexOf(key) < 0) chosen.push(key);
      });
    });
    limit = (history.state && history.state.limit) || PAGE;
    show();
  }

  // --- what is shown -----------------------------------------------------------------------------------------------

  function show() {
    const narrowed = filtering.narrow(chosen);
    products = filtering.order(narrowed.products, sort.value);
    /** @type {HTMLElement} */ (bar).querySelectorAll("input[type=checkbox]").forEach(function (each) {
      const input = /** @type {HTMLInputElement} */ (each);
      input.checked = chosen.indexOf(input.value) >= 0;
      input.disabled = !input.checked && !narrowed.counts[input.value];
      tell(/** @type {HTMLElement} */ (input.parentElement), narrowed.counts[input.value]);
    });
    /** @type {HTMLElement} */ (bar).querySelectorAll("a[data-filter]").forEach(function (link) {
      const key = link.getAttribute("data-filter") || "";
      const isChosen = chosen.indexOf(key) >= 0;
      link.setAttribute("aria-pressed", String(isChosen));
      /** @type {HTMLElement} */ (link.parentElement).hidden =
        !isChosen && !narrowed.counts[key] && link !== document.activeElement;
      tell(/** @type {HTMLElement} */ (link), narrowed.counts[key]);
    });
    document.querySelectorAll("a[data-language]").forEach(function (link) {
      /** @type {HTMLAnchorElement} */ (link).search = query();
    });
    const isNarrowed = chosen.length > 0 || sort.value !== "name";
    const isOther = isNarrowed || isPicking;
    part("clear").hidden = !isNarrowed;
    part("compare").hidden = !isPicking || picks.length < 2;
    part("table").hidden = true;
    document.body.classList.remove("has-table");
    usual.hidden = isOther;
    found.hidden = !isOther;
    list.classList.toggle("cards--picking", isPicking);
    if (!isOther) {
      said.textContent = before;
      return;
    }
    list.textContent = "";
    draw();
  }

  /**
   * @param {HTMLElement} element
   * @param {number} count
   */
  function tell(element, count) {
    let place = element.querySelector(".count");
    if (!place) {
      element.appendChild(document.createTextNode(" "));
      place = element.appendChild(document.createElement("span"));
      place.className = "count";
    }
    place.textContent = String(count);
  }

  // What comes late for what was chosen before is not shown.
  async function draw() {
    try {
      await drawn();
    } catch (lost) {
      said.textContent = words("failed");
      usual.hidden = false;
      found.hidden = true;
    }
  }

  async function drawn() {
    const turn = ++turns;
    const names = chosen.map(function (key) {
      return filtering.values[key].label;
    });
    const count = words("count").replace("{count}", String(products.length));
    said.textContent = count + (names.length ? ": " + names.join(" · ") : "");
    const shown = await cards(products.slice(list.children.length, limit));
    if (turn !== turns) return;
    shown.forEach(function (card) {
      list.appendChild(ocop.found.item(card, [], /** @type {HTMLTemplateElement} */ (part("card"))));
    });
    list.querySelectorAll("[data-found=pick]").forEach(function (each) {
      const one = /** @type {HTMLInputElement} */ (each);
      one.checked = picks.indexOf(one.value) >= 0;
    });
    ocop.list.show();
    more.hidden = products.length <= list.children.length;
    if (ocop.today) ocop.today();
  }

  // --- for buyers --------------------------------------------------------------------------------------------------

  // As many as stand side by side; the one that was ticked first gives way to a fourth.
  /** @param {HTMLInputElement} input */
  function pick(input) {
    const at = picks.indexOf(input.value);
    if (at >= 0) picks.splice(at, 1);
    if (input.checked) picks.push(input.value);
    if (picks.length > SIDE_BY_SIDE) picks.shift();
    list.querySelectorAll("[data-found=pick]").forEach(function (each) {
      const one = /** @type {HTMLInputElement} */ (each);
      one.checked = picks.indexOf(one.value) >= 0;
    });
    part("compare").hidden = picks.length < 2;
    part("compare").textContent = words("compare").replace("{count}", String(picks.length));
  }

  /** @param {boolean} isSheet */
  async function table(isSheet) {
    try {
      const all = isSheet ? products : filtering.order(filtering.narrow([]).products, "name");
      const told = await cards(all);
      const wanted = all.filter(function (_, at) {
        return isSheet || picks.indexOf(told[at].code) >= 0;
      });
      const facts = await ocop.facts(index, wanted);
      const shown = (await cards(wanted)).map(function (card, at) {
        return { card: card, href: ocop.found.href(card), facts: facts[at] };
      });
      if (isSheet) ocop.tables.sheet(shown);
      else ocop.tables.compare(shown);
    } catch (lost) {
      said.textContent = words("failed");
    }
  }
})();
