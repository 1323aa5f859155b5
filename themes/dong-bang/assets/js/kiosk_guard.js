// Nothing leads out of a kiosk: what would is shown as a QR code, for the visitor's own phone.
(function () {
  "use strict";

  var kit = document.getElementById("_kiosk");
  var starts = kit.getAttribute("data-starts");
  var base = starts.replace(/kiosk\/$/, "");
  var take = document.getElementById("_kiosk-take");
  var wanted;

  document.addEventListener("click", follow, true);
  document.addEventListener("auxclick", follow, true);
  document.addEventListener("submit", send, true);
  ["contextmenu", "dragstart", "dragover", "drop"].forEach(function (name) {
    document.addEventListener(name, refuse, true);
  });
  ["mousedown", "mouseup"].forEach(function (name) {
    addEventListener(name, function (event) { if (event.button) refuse(event); }, true);
  });
  addEventListener("wheel", function (event) { if (event.ctrlKey) refuse(event); }, { passive: false });
  addEventListener("keydown", function (event) {
    var isShortcut = (event.ctrlKey || event.metaKey) && !/^[acvxz]$/i.test(event.key);
    if (isShortcut || /^F\d+$/.test(event.key) || (event.altKey && /^Arrow|^Home$/.test(event.key))) refuse(event);
  }, true);

  window.print = function () {};
  window.open = function (address) {
    var url = address && read(address);
    if (url) go(url, "");
    return null;
  };
  try {
    Object.defineProperty(navigator, "share", { value: undefined, configurable: true });
  } catch (fixed) {
    // A browser that does not let go of it has no share sheet on a kiosk's system either.
  }
  // What scripts set off by themselves.
  if (window.navigation) navigation.addEventListener("navigate", function (event) {
    var url = new URL(event.destination.url);
    // Who looks after the kiosk leaves it by the address bar; a link that says so is stopped where it is touched.
    var isLeaving = url.hash === "#leave" && url.pathname === location.pathname;
    if (!event.cancelable || isLeaving || (isOwn(url) && event.downloadRequest == null)) return;
    event.preventDefault();
    offer(url, "");
  });

  take.querySelector("[data-kiosk=close]").addEventListener("click", function () { take.close(); });
  take.addEventListener("click", function (event) { if (event.target === take) take.close(); });
  take.addEventListener("close", function () { wanted = null; });

  function refuse(event) {
    event.preventDefault();
  }

  function follow(event) {
    var link = event.target.closest && event.target.closest("a[href], area[href]");
    if (!link) return;
    var url = read(link.getAttribute("href"));
    if (!url) return refuse(event);
    var isPlain = event.type === "click" && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (isPlain && isOwn(url) && !link.hasAttribute("target") && !link.hasAttribute("download")) return;
    refuse(event);
    if (event.button === 2) return;
    if (!isOwn(url) || link.hasAttribute("download")) event.stopImmediatePropagation();
    if (link.hasAttribute("download")) offer(url, link.textContent);
    else go(url, link.textContent);
  }

  function send(event) {
    var form = event.target;
    var key = event.submitter;
    var target = (key && key.getAttribute("formaction")) || form.getAttribute("action") || location.href;
    var url = read(target);
    if (!url) return refuse(event);
    if (isOwn(url) && !form.hasAttribute("target")) return;
    refuse(event);
    event.stopImmediatePropagation();
    var told = new URLSearchParams(new FormData(form)).toString().replace(/\+/g, "%20");
    if (told) url.search = told;
    go(url, (key || form).textContent);
  }

  function go(url, words) {
    if (isOwn(url)) location.href = url.href;
    else offer(url, words);
  }

  // The site's own pages; its files are not pages, and of its kiosks this one alone is meant for visitors.
  function isOwn(url) {
    var isHere = url.protocol === location.protocol && url.host === location.host;
    var isPage = isHere && url.pathname.indexOf(base) === 0 && /(\/|\.html)$/.test(url.pathname);
    if (!isPage || url.pathname.indexOf(starts) !== 0) return isPage;
    return url.hash !== "#leave" && url.pathname === starts + place() + "/";
  }

  function place() {
    try {
      return sessionStorage.getItem("kiosk");
    } catch (refused) {
      return null;
    }
  }

  // Nothing where the address is none, such as one with a port that there cannot be.
  function read(address) {
    try {
      return new URL(address, document.baseURI);
    } catch (broken) {
      return null;
    }
  }

  // A phone does not reach a kiosk that is served from a folder or a machine of its own: the site's public address.
  function publicly(url) {
    var canonical = document.querySelector("link[rel=canonical]");
    var isHere = url.protocol === location.protocol && url.host === location.host;
    return isHere && canonical ? new URL(url.pathname + url.search + url.hash, canonical.href).href : url.href;
  }

  function offer(url, words) {
    if (/^(blob|data|javascript|about):/.test(url.protocol)) return;
    var address = publicly(url);
    wanted = address;
    part("what").textContent = words.trim().replace(/\s+/g, " ");
    part("address").textContent = readable(address);
    part("code").textContent = "";
    if (!take.open) take.showModal();
    withCodes(function (codes) {
      if (wanted === address) show(codes && codes.svg(address));
    });
  }

  function show(code) {
    if (code) part("code").appendChild(code);
    part("code").hidden = part("how").hidden = !code;
    part("no-code").hidden = Boolean(code);
  }

  function withCodes(then) {
    if (window.ocopQr) return then(window.ocopQr);
    var script = document.createElement("script");
    script.src = kit.getAttribute("data-encoder");
    script.onload = script.onerror = function () { then(window.ocopQr); };
    document.head.appendChild(script);
  }

  // Numbers and addresses of mail as people say them; of the web, without what only machines read.
  function readable(address) {
    try {
      return decodeURI(address.replace(/^(tel|mailto|sms):/, "").replace(/[?#].*/, ""));
    } catch (broken) {
      return address;
    }
  }

  function part(name) {
    return take.querySelector("[data-kiosk=" + name + "]");
  }
})();
