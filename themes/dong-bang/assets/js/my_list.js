// The page of a visitor's own list, or of one that somebody shared, which stands in the address after the #.
// What is shown of a code is what the catalogue's own scripts tell of it; a code that they do not tell of is not shown.
(function () {
  "use strict";

  var page = document.getElementById("_list"), list = window.ocopList;
  if (!page || !list) return;

  var scripts = words("scripts").split(" "), asked = [], awaited = 0, hasFailed = false;
  var known = Object.create(null), groups = page.querySelector("[data-groups]");
  var shared = [], before = [], drawn = "";

  window.ocopListed = function (entries) {
    Object.keys(entries).forEach(function (code) { known[code] = entries[code]; });
  };

  addEventListener("hashchange", function () {
    // A jump within the page is no list.
    if (!/^#_/.test(location.hash)) open();
  });
  addEventListener("beforeprint", date);
  page.addEventListener("click", act);
  page.querySelector("[data-do=share]").textContent = words(navigator.share ? "share" : "copy");
  list.watch(begin);
  open();

  function words(key) {
    return page.getAttribute("data-" + key);
  }

  function part(name) {
    return page.querySelector("[data-part=" + name + "]");
  }

  // --- what is to be shown ---------------------------------------------------------------------------------------

  function open() {
    shared = list.clean(location.hash.slice(1, 2000).split("."));
    begin();
  }

  function begin() {
    list.read().concat(shared).forEach(ask);
    if (!awaited) draw();
  }

  function ask(code) {
    var number = code.replace(/\D/g, "") % scripts.length;
    if (asked[number]) return;
    asked[number] = true;
    awaited++;
    var script = document.createElement("script");
    script.src = scripts[number];
    script.onload = arrive;
    script.onerror = function () {
      hasFailed = true;
      arrive();
    };
    document.head.appendChild(script);
  }

  function arrive() {
    if (!--awaited) draw();
  }

  function isKnown(code) {
    return code in known;
  }

  function draw() {
    var theirs = shared.filter(isKnown), isShared = theirs.length > 0, codes = isShared ? theirs : list.read().filter(isKnown);
    var now = JSON.stringify([isShared, codes, hasFailed, list.isKept()]);
    if (now === drawn) return;
    drawn = now;
    var focused = groups.contains(document.activeElement) && document.activeElement.getAttribute("data-pick");
    show("own", !isShared);
    show("shared", isShared);
    show("unkept", !list.isKept());
    show("failed", hasFailed);
    show("empty", !codes.length && !hasFailed);
    show("carry", codes.length);
    page.querySelector("[data-do=clear]").hidden = isShared;
    groups.textContent = "";
    sorted(codes).forEach(function (group) { groups.appendChild(section(group, isShared)); });
    if (window.ocopToday) window.ocopToday();
    carry(codes);
    date();
    // The same list in the other languages.
    document.querySelectorAll("a[data-language]").forEach(function (way) {
      if (isShared || way.hash) way.hash = isShared ? theirs.join(".") : "";
    });
    if (focused) focusOn(focused, 0);
  }

  function show(name, isShown) {
    part(name).hidden = !isShown;
  }

  // By where to buy: the fewest stops, so the place that has most of what is left comes first; then those whose makers
  // are to be asked; then what no place to buy is told of.
  function sorted(codes) {
    var found = [], stop;
    var left = codes.filter(function (code) { return !isPlain(code); });
    while ((stop = nextStop(left))) {
      left = left.filter(function (code) { return stop.codes.indexOf(code) < 0; });
      stop.codes.sort(by(function (code) { return shelf(code, stop.place) + " " + known[code].name[0]; }));
      found.push(stop);
    }
    left.sort(by(function (code) { return known[code].maker[1] + " " + known[code].name[0]; }));
    if (left.length) found.push({ title: words("ask"), note: words("ask-note"), codes: left });
    var plain = codes.filter(function (code) { return isPlain(code); });
    if (plain.length) found.push({ title: words("plain"), codes: plain });
    return found;
  }

  // What is remembered but not to be bought.
  function isPlain(code) {
    return known[code].spirit || known[code].withdrawn || known[code].recalled;
  }

  function nextStop(codes) {
    var stops = Object.create(null), best = null;
    codes.forEach(function (code) {
      (known[code].places || []).forEach(function (place) {
        var stop = (stops[place[0]] = stops[place[0]] || { place: place, codes: [] });
        if (stop.codes.indexOf(code) < 0) stop.codes.push(code);
        if (!best || stop.codes.length > best.codes.length) best = stop;
      });
    });
    return best;
  }

  function shelf(code, place) {
    return known[code].places.filter(function (each) { return each[0] === place[0]; })[0][1];
  }

  function by(key) {
    var language = document.documentElement.lang;
    return function (one, other) { return key(one).localeCompare(key(other), language, { numeric: true }); };
  }

  // --- how it is drawn -------------------------------------------------------------------------------------------

  function make(tag, name, text, parent) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    if (parent) parent.appendChild(made);
    return made;
  }

  function link(href, text, language, parent) {
    var made = make("a", "", text, parent);
    made.href = href;
    if (language) made.lang = language;
    return made;
  }

  function section(group, isShared) {
    var made = make("section", "stop"), heading = make("h2", "stop__name", group.title, made);
    if (group.place) link(group.place[0], group.place[2], group.place[3], heading);
    if (group.note) make("p", "quiet", group.note, made);
    var law = part("law");
    if (law && group.codes.some(function (code) { return known[code].spirit; })) {
      made.appendChild(law.cloneNode(true)).hidden = false;
    }
    var picks = make("ul", "picks", "", made);
    group.codes.forEach(function (code) { picks.appendChild(pick(code, group, isShared)); });
    return made;
  }

  function pick(code, group, isShared) {
    var entry = known[code], made = make("li", "pick");
    if (entry.picture) {
      var picture = make("img", "pick__picture", "", made);
      picture.alt = "";
      picture.src = entry.picture;
    }
    link(entry.href, entry.name[0], entry.name[1], make("h3", "pick__name", "", made));
    var told = make("div", "pick__told", "", made);
    var line = make("p", "pick__line", code + " · ", told);
    link(entry.maker[0], entry.maker[1], entry.maker[2], line);
    if (!group.place && entry.phone) {
      line.appendChild(document.createTextNode(" · "));
      link("tel:" + entry.phone[0], words("phone") + " " + entry.phone[1], "", line);
    }
    (entry.notices || []).forEach(function (notice) { make("p", "pick__notice", notice, told); });
    if (entry.withdrawn) make("p", "pick__shelf", entry.withdrawn, told);
    if (group.place) where(code, group.place, told);
    worth(entry.worth || [], make("div", "by-day", "", told));
    if (isShared) return made;
    var drop = make("button", "action pick__drop", words("drop"), made);
    drop.type = "button";
    drop.setAttribute("data-pick", code);
    drop.setAttribute("aria-label", words("drop") + ": " + entry.name[0]);
    return made;
  }

  function where(code, place, told) {
    var here = shelf(code, place);
    if (here) make("p", "pick__shelf", here, told);
    var others = known[code].places.filter(function (each) { return each[0] !== place[0]; });
    if (!others.length) return;
    var names = others.map(function (each) { return each[2] + (each[1] ? " (" + each[1] + ")" : ""); });
    make("p", "pick__line", words("also") + " " + names.join(", "), told);
  }

  // All that there will be to say, each with its day: today.js shows the one of the day.
  function worth(stages, cell) {
    stages.forEach(function (stage) {
      var line = make("p", "pick__line", stage[1], cell);
      if (!stage[0]) return;
      line.setAttribute("data-from", stage[0]);
      line.hidden = true;
    });
  }

  // --- taking it along -------------------------------------------------------------------------------------------

  function address() {
    return words("address") + "#" + JSON.parse(drawn)[1].join(".");
  }

  function carry(codes) {
    var place = page.querySelector("[data-qr]"), code = codes.length ? window.ocopQr.svg(address()) : null;
    place.textContent = "";
    show("code", code);
    show("long", !code);
    show("link", false);
    said("");
    if (!code) return;
    code.setAttribute("role", "img");
    code.setAttribute("aria-label", words("qr"));
    place.appendChild(code);
  }

  function date() {
    var month = words("month"), day = month === "long" ? "numeric" : month;
    var today = new Date().toLocaleDateString(words("locale").replace("_", "-"), { day: day, month: month, year: "numeric" });
    part("printed").textContent = words("printed").replace("{date}", today);
  }

  function share() {
    if (navigator.share) navigator.share({ title: document.title, url: address() }).catch(function () {});
    else if (navigator.clipboard) navigator.clipboard.writeText(address()).then(copied, copyByHand);
    else copyByHand();
  }

  function copied() {
    said(words("copied"));
  }

  function copyByHand() {
    var field = part("link");
    field.value = address();
    field.hidden = false;
    field.focus();
    field.select();
    try {
      if (document.execCommand("copy")) return copied();
    } catch (refused) {
      // Then the visitor copies what is selected.
    }
    said(words("copy-failed"));
  }

  function said(text) {
    page.querySelector("[data-said]").textContent = text;
  }

  // --- changing it -----------------------------------------------------------------------------------------------

  function act(event) {
    var button = event.target.closest("button");
    if (!button) return;
    var code = button.getAttribute("data-pick"), deed = button.getAttribute("data-do");
    if (code) drop(code, button);
    else if (deed === "share") share();
    else if (deed === "print") print();
    else if (deed === "clear") change([], words("cleared"), true);
    else if (deed === "undo") undo();
    else if (deed === "take") take();
  }

  function drop(code, button) {
    var at = Array.prototype.indexOf.call(groups.querySelectorAll("[data-pick]"), button);
    var rest = list.read().filter(function (each) { return each !== code; });
    change(rest, words("dropped").replace("{name}", known[code].name[0]), true);
    focusOn("", at);
  }

  function change(codes, text, canUndo) {
    before = list.read();
    list.write(codes);
    tell(text, canUndo);
    if (!groups.firstChild) page.querySelector("[data-do=undo]").focus();
  }

  function undo() {
    list.write(before);
    tell(words("undone"), false);
    page.querySelector("h1").focus();
  }

  function take() {
    var theirs = shared.filter(isKnown), own = list.read();
    var all = list.clean(own.concat(theirs)), isWhole = theirs.every(function (code) { return all.indexOf(code) >= 0; });
    shared = [];
    location.hash = "";
    change(all, words(isWhole ? "taken" : "taken-some"), true);
    page.querySelector("h1").focus();
  }

  function tell(text, canUndo) {
    part("told").classList.add("told--open");
    part("told").firstElementChild.textContent = text;
    page.querySelector("[data-do=undo]").hidden = !canUndo;
  }

  // On the button of a product, else on the one that stands where it stood, else on the last.
  function focusOn(code, at) {
    var buttons = groups.querySelectorAll("[data-pick]");
    for (var i = 0; i < buttons.length; i++) if (buttons[i].getAttribute("data-pick") === code) at = i;
    if (buttons.length) buttons[Math.min(at, buttons.length - 1)].focus();
  }
})();
