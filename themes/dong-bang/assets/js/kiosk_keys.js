// A kiosk's own keys: letters and digits below a field, since a touch screen on a wall has no other.
(function () {
  "use strict";

  const kit = /** @type {HTMLTemplateElement} */ (document.getElementById("_kiosk"));
  const rows = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
  const board = document.createElement("div");
  /** @type {HTMLInputElement | null} */
  let field = null;

  board.className = "kiosk-keys";
  board.hidden = true;
  board.setAttribute("role", "group");
  board.setAttribute("aria-label", kit.getAttribute("data-keys") || "");
  rows.forEach(function (row) {
    const line = board.appendChild(document.createElement("div"));
    row.split("").forEach(function (letter) {
      key(line, letter, letter);
    });
  });
  const last = board.appendChild(document.createElement("div"));
  key(last, " ", kit.getAttribute("data-space") || " ").classList.add("kiosk-keys__space");
  key(last, "back", "⌫").setAttribute("aria-label", kit.getAttribute("data-delete") || "");
  key(last, "done", kit.getAttribute("data-done") || "");
  document.body.appendChild(board);

  document.querySelectorAll("input[type=search], input[type=text]").forEach(function (each) {
    // The system's keys, where it has any, stay down.
    each.setAttribute("inputmode", "none");
  });
  document.addEventListener("focusin", function (event) {
    const here = event.target;
    if (here instanceof HTMLInputElement && /^(search|text)$/.test(here.type)) show(here);
    else if (!board.contains(/** @type {Node} */ (here))) hide();
  });
  board.addEventListener("pointerdown", function (event) {
    event.preventDefault();
  });
  board.addEventListener("click", press);

  /**
   * @param {HTMLElement} line
   * @param {string} name
   * @param {string} label
   */
  function key(line, name, label) {
    const made = line.appendChild(document.createElement("button"));
    made.type = "button";
    made.className = "key";
    made.tabIndex = -1;
    made.value = name;
    made.textContent = label;
    return made;
  }

  /** @param {HTMLInputElement} here */
  function show(here) {
    field = here;
    board.hidden = false;
    document.documentElement.classList.add("kiosk--typing");
  }

  function hide() {
    board.hidden = true;
    document.documentElement.classList.remove("kiosk--typing");
  }

  /** @param {MouseEvent} event */
  function press(event) {
    const pressed = event.target instanceof Element && event.target.closest("button");
    if (!pressed || !field) return;
    if (pressed.value === "done") {
      hide();
      const go = field.form && field.form.querySelector("button[type=submit]");
      if (go instanceof HTMLElement) go.click();
      return;
    }
    const text = field.value;
    field.value = pressed.value === "back" ? text.slice(0, -1) : text + pressed.value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
})();
