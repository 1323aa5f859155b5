// A list to take along: as a QR code, by the phone's own sheet for sharing, as an address, on paper.
(function () {
  "use strict";

  const page = /** @type {HTMLElement} */ (document.getElementById("_list"));
  if (!page) return;

  /** @type {string[]} */
  let carried = [];

  window.ocop.carry = carry;
  addEventListener("beforeprint", date);
  page.addEventListener("click", function (event) {
    if (event.target instanceof Element && event.target.closest("button[data-do=share]")) share();
  });
  find("[data-do=share]").textContent = words(typeof navigator.share === "function" ? "share" : "copy");

  /** @param {string} key */
  function words(key) {
    return page.getAttribute("data-" + key) || "";
  }

  /** @param {string} selector */
  function find(selector) {
    return /** @type {HTMLElement} */ (page.querySelector(selector));
  }

  function address() {
    return words("address") + "#" + carried.join(".");
  }

  /** @param {string[]} codes */
  function carry(codes) {
    const place = find("[data-qr]");
    carried = codes;
    const code = codes.length && window.ocop.qr ? window.ocop.qr.svg(address()) : null;
    place.textContent = "";
    find("[data-part=code]").hidden = !code;
    find("[data-part=long]").hidden = Boolean(code);
    find("[data-part=link]").hidden = true;
    say("");
    date();
    if (!code) return;
    code.setAttribute("role", "img");
    code.setAttribute("aria-label", words("qr"));
    place.appendChild(code);
  }

  function date() {
    const month = /** @type {"long" | "2-digit"} */ (words("month"));
    /** @type {Intl.DateTimeFormatOptions} */
    const format = { day: month === "long" ? "numeric" : month, month: month, year: "numeric" };
    const today = new Date().toLocaleDateString(words("locale").replace("_", "-"), format);
    find("[data-part=printed]").textContent = words("printed").replace("{date}", today);
  }

  function share() {
    if (navigator.share) navigator.share({ title: document.title, url: address() }).catch(function () {});
    else if (navigator.clipboard) navigator.clipboard.writeText(address()).then(copied, copyByHand);
    else copyByHand();
  }

  function copied() {
    say(words("copied"));
  }

  function copyByHand() {
    const field = /** @type {HTMLInputElement} */ (find("[data-part=link]"));
    field.value = address();
    field.hidden = false;
    field.focus();
    field.select();
    try {
      if (document.execCommand("copy")) return copied();
    } catch (refused) {
      // Then the visitor copies what is selected.
    }
    say(words("copy-failed"));
  }

  /** @param {string} text */
  function say(text) {
    find("[data-said]").textContent = text;
  }
})();
