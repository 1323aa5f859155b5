// A printed code typed in small letters, or with a blank or hyphen in it, leads to its page all the same.
(function () {
  "use strict";

  var codes = document.body.getAttribute("data-codes");
  if (!codes || location.pathname.indexOf(codes) !== 0) return;

  var typed = location.pathname.slice(codes.length).replace(/\/(index\.html)?$/, "");
  var code = typed.replace(/%20|[-_.]/g, "").toUpperCase();
  if (code !== typed && /^[A-Z]{2,4}[0-9]{3,5}$/.test(code)) location.replace(codes + code + "/" + location.search);
})();
