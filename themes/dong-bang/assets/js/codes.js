// A printed code, however it is typed, leads to its page: in a form, as `?code=` in the address, at an address that is
// not there (the page of 404 says below which path its codes and barcodes stand).
(function () {
  "use strict";

  const CODE = /^[A-Z]{2,4}[0-9]{3,5}$/;

  /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-code-form]")).forEach(begin);
  wayOn(document.body);

  /** @param {HTMLFormElement} form */
  function begin(form) {
    const field = fieldOf(form);
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      follow(form, field.value, false);
    });
    field.addEventListener("input", function () {
      tell(form, false);
    });
    const asked = /[?&]code=([^&]*)/.exec(location.search);
    if (!asked) return;
    field.value = decoded(asked[1].replace(/\+/g, " "));
    if (field.value.trim()) follow(form, field.value, true);
  }

  /**
   * @param {HTMLFormElement} form
   * @returns {HTMLInputElement}
   */
  function fieldOf(form) {
    return /** @type {HTMLInputElement} */ (form.elements.namedItem("code"));
  }

  /**
   * @param {HTMLFormElement} form
   * @param {string} typed
   * @param {boolean} instead
   */
  function follow(form, typed, instead) {
    const code = read(typed);
    if (!code) return tell(form, true);
    // In a folder there is no server to look for a folder's page.
    const page = location.protocol === "file:" ? "/index.html" : "/";
    const address = form.getAttribute("data-codes") + code + page;
    if (instead) location.replace(address);
    else location.assign(address);
  }

  /**
   * @param {HTMLFormElement} form
   * @param {boolean} isWrong
   */
  function tell(form, isWrong) {
    /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-code-wrong]")).forEach(function (words) {
      words.hidden = !isWrong;
    });
    const field = fieldOf(form);
    if (isWrong) {
      field.setAttribute("aria-invalid", "true");
      field.focus();
    } else {
      field.removeAttribute("aria-invalid");
    }
  }

  /** @param {HTMLElement} body */
  function wayOn(body) {
    const codes = body.getAttribute("data-missing-below");
    if (codes === null) return;
    const steps = decoded(location.pathname.slice(codes.length)).split("/").map(plain).filter(isStep);
    // A barcode's address may tell more than the product, such as its lot: the product's page is what there is.
    if (steps[0] === "01" && /^[0-9]{8,14}$/.test(steps[1])) {
      go(codes + "/01/" + ("00000000000000" + steps[1]).slice(-14) + "/");
      return;
    }
    const code = steps.length === 1 || (steps.length === 2 && steps[0] === "P") ? read(steps[steps.length - 1]) : "";
    if (code) go(codes + "/p/" + code + "/");
    // What was typed stands in the field, so that it can be put right.
    const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-code-form]"));
    if (form && !fieldOf(form).value && steps[0] === "P" && steps[1]) {
      fieldOf(form).value = steps[1];
      tell(form, true);
    }
  }

  /** @param {string} step */
  function isStep(step) {
    return step && step !== "INDEX.HTML";
  }

  /** @param {string} address */
  function go(address) {
    if (address !== location.pathname) location.replace(address + location.search);
  }

  /** @param {string} typed */
  function read(typed) {
    const letters = plain(typed)
      .replace(/^.*\/P\//, "")
      .replace(/[^A-Z0-9]/g, "");
    if (CODE.test(letters)) return letters;
    // The digits are the end of it: there an O is a nought, an I or L a one.
    const parts = /^([A-Z]{2,4}?)([0-9OIL]{3,5})$/.exec(letters);
    if (!parts || !/[0-9]/.test(parts[2])) return "";
    return parts[1] + parts[2].replace(/O/g, "0").replace(/[IL]/g, "1");
  }

  /** @param {string} typed */
  function plain(typed) {
    return typed.normalize("NFKC").trim().toUpperCase();
  }

  /** @param {string} text */
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (malformed) {
      return text;
    }
  }
})();
