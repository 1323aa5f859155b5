// A printed code, however it is typed, leads to its page: in a form, as `?code=` in the address, at an address that is
// not there (the page of 404 says below which path its codes and barcodes stand).
(function () {
  "use strict";

  var CODE = /^[A-Z]{2,4}[0-9]{3,5}$/;

  document.querySelectorAll("form[data-code-form]").forEach(begin);
  wayOn(document.body);

  function begin(form) {
    var field = form.elements.code;
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      follow(form, field.value);
    });
    field.addEventListener("input", function () {
      tell(form, false);
    });
    var asked = /[?&]code=([^&]*)/.exec(location.search);
    if (!asked) return;
    field.value = decoded(asked[1].replace(/\+/g, " "));
    if (field.value.trim()) follow(form, field.value, true);
  }

  function follow(form, typed, instead) {
    var code = read(typed);
    if (!code) return tell(form, true);
    var address = form.getAttribute("data-codes") + code + "/";
    if (instead) location.replace(address);
    else location.assign(address);
  }

  function tell(form, isWrong) {
    form.querySelectorAll("[data-code-wrong]").forEach(function (words) {
      words.hidden = !isWrong;
    });
    if (isWrong) {
      form.elements.code.setAttribute("aria-invalid", "true");
      form.elements.code.focus();
    } else {
      form.elements.code.removeAttribute("aria-invalid");
    }
  }

  function wayOn(body) {
    var codes = body.getAttribute("data-missing-below");
    if (codes === null) return;
    var steps = decoded(location.pathname.slice(codes.length)).split("/").map(plain).filter(function (step) {
      return step && step !== "INDEX.HTML";
    });
    // A barcode's address may tell more than the product, such as its lot: the product's page is what there is.
    if (steps[0] === "01" && /^[0-9]{8,14}$/.test(steps[1])) {
      go(codes + "/01/" + ("00000000000000" + steps[1]).slice(-14) + "/");
      return;
    }
    var code = steps.length === 1 || (steps.length === 2 && steps[0] === "P") ? read(steps[steps.length - 1]) : "";
    if (code) go(codes + "/p/" + code + "/");
    // What was typed stands in the field, so that it can be put right.
    var field = document.querySelector("form[data-code-form] input");
    if (field && !field.value && steps[0] === "P" && steps[1]) {
      field.value = steps[1];
      tell(field.form, true);
    }
  }

  function go(address) {
    if (address !== location.pathname) location.replace(address + location.search);
  }

  function read(typed) {
    var letters = plain(typed).replace(/^.*\/P\//, "").replace(/[^A-Z0-9]/g, "");
    if (CODE.test(letters)) return letters;
    // The digits are the end of it: there an O is a nought, an I or L a one.
    var parts = /^([A-Z]{2,4}?)([0-9OIL]{3,5})$/.exec(letters);
    var read = parts ? parts[1] + parts[2].replace(/O/g, "0").replace(/[IL]/g, "1") : "";
    return parts && /[0-9]/.test(parts[2]) ? read : "";
  }

  function plain(typed) {
    return (typed.normalize ? typed.normalize("NFKC") : typed).trim().toUpperCase();
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (malformed) {
      return text;
    }
  }
})();
