// The catalogue without a network: has the worker keep it, says when there is a new version or when a page is old, and
// shows a recall that is newer than the page before everything else.
(function () {
  "use strict";

  const OLD = 30;
  const DAY = 86400000;
  const kit = /** @type {HTMLTemplateElement | null} */ (document.getElementById("_offline"));
  const main = document.querySelector("main");
  if (!kit || !main || !navigator.serviceWorker || !/^https?:$/.test(location.protocol)) return;

  const workers = navigator.serviceWorker;

  age();
  notices();
  addEventListener("online", notices);
  addEventListener("load", begin);
  workers.addEventListener("controllerchange", offer);
  workers.addEventListener("message", function (event) {
    if (event.data === "renewed") renew();
  });

  // A kiosk at its first page takes the new version by itself, and has it on its next page anyway.
  function renew() {
    if (!document.documentElement.classList.contains("kiosk")) say(words("new"), true);
    else if (document.body.hasAttribute("data-kiosk-start")) location.reload();
  }

  /** @param {string} key */
  function words(key) {
    return /** @type {HTMLElement} */ (kit).getAttribute("data-" + key) || "";
  }

  function begin() {
    workers.register(words("worker")).then(offer, function () {
      // Where the site has no worker, as in a preview, it is a site like any other.
    });
  }

  // --- what a kept page has to say ---------------------------------------------------------------------------------

  /**
   * @param {string} text
   * @param {boolean} isNew
   */
  function say(text, isNew) {
    const made = document.importNode(/** @type {HTMLTemplateElement} */ (kit).content, true);
    /** @type {HTMLElement} */ (made.querySelector("[data-part=words]")).textContent = text;
    const button = /** @type {HTMLButtonElement} */ (made.querySelector("[data-part=reload]"));
    if (!isNew) button.remove();
    button.addEventListener("click", function () {
      location.reload();
    });
    document.querySelectorAll(".kept--new, .kept--old").forEach(function (each) {
      each.remove();
    });
    const line = /** @type {HTMLElement} */ (made.firstElementChild);
    line.classList.add(isNew ? "kept--new" : "kept--old");
    document.body.appendChild(made);
  }

  function age() {
    const built = Date.parse(document.documentElement.getAttribute("data-built") || "");
    const days = Math.floor((Date.now() - built) / DAY);
    if (days > OLD) say(words("old").replace("{days}", String(days)), false);
  }

  // Asked anew on every page, past every cache: nothing is told where nobody answers.
  function notices() {
    if (navigator.onLine === false) return;
    fetch(words("notices"), { cache: "no-store" })
      .then(function (response) {
        return response.ok ? response.json() : {};
      })
      .then(show, function () {});
  }

  /** @param {Record<string, Record<string, [string, string, string?]>>} told */
  function show(told) {
    const known = words("standing").split(" ");
    const language = document.documentElement.lang;
    document.querySelectorAll(".kept--notice").forEach(function (each) {
      each.remove();
    });
    Object.keys(told).forEach(function (id) {
      if (known.indexOf(id) >= 0) return;
      const notice = told[id][language] || told[id][Object.keys(told[id])[0]];
      const line = document.createElement("p");
      line.className = "kept kept--notice";
      line.setAttribute("role", "alert");
      const link = line.appendChild(document.createElement("a"));
      link.textContent = notice[0];
      if (notice[2]) link.lang = notice[2];
      link.dir = "auto";
      link.href = notice[1].replace("#", "?fresh#");
      document.body.insertBefore(line, document.body.firstChild);
    });
    if (workers.controller && document.querySelector(".kept--notice")) {
      workers.getRegistration().then(function (registration) {
        if (registration) registration.update().catch(function () {});
      });
    }
  }

  // --- taking it along ---------------------------------------------------------------------------------------------

  function offer() {
    const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-take]"));
    if (!place || !workers.controller) return;
    const button = /** @type {HTMLButtonElement} */ (place.querySelector("button"));
    const said = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
    ask("size", function (told) {
      place.hidden = false;
      button.hidden = !told.files;
      button.textContent = words("size").replace("{size}", Math.max(told.bytes / 1e6, 0.1).toFixed(1));
      if (!told.files) said.textContent = words("done");
    });
    button.onclick = function () {
      button.disabled = true;
      ask("take", function (told) {
        if (told.isDone || told.isLost) button.disabled = false;
        if (told.isDone) button.hidden = true;
        said.textContent = told.isDone
          ? words("done")
          : told.isLost
            ? words("lost")
            : words("progress").replace("{done}", String(told.done)).replace("{files}", String(told.files));
      });
    };
  }

  /**
   * @param {string} what
   * @param {(told: {files: number, bytes: number, done: number, isDone?: boolean, isLost?: boolean}) => void} then
   */
  function ask(what, then) {
    const channel = new MessageChannel();
    channel.port1.onmessage = function (event) {
      then(event.data);
    };
    if (workers.controller) workers.controller.postMessage(what, [channel.port2]);
  }
})();
