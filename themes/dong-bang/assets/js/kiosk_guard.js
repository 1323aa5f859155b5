// Nothing leads out of a kiosk: what would is shown as a QR code, for the visitor's own phone.
(function () {
  "use strict";

  const kit = /** @type {HTMLTemplateElement} */ (document.getElementById("_kiosk"));
  const starts = new URL(kit.getAttribute("data-starts") || "", document.baseURI).pathname;
  const base = starts.replace(/kiosk\/$/, "");
  const take = /** @type {HTMLDialogElement} */ (document.getElementById("_kiosk-take"));
  let wanted = "";

  document.addEventListener("click", follow, true);
  document.addEventListener("auxclick", follow, true);
  document.addEventListener("submit", send, true);
  ["contextmenu", "dragstart", "dragover", "drop"].forEach(function (name) {
    document.addEventListener(name, refuse, true);
  });
  addEventListener("mousedown", refuseOtherButtons, true);
  addEventListener("mouseup", refuseOtherButtons, true);
  addEventListener("wheel", refuseZoom, { passive: false });
  addEventListener("keydown", refuseShortcuts, true);

  window.print = function () {};
  window.open = function (address) {
    const url = address && read(String(address));
    if (url) go(url, "");
    return null;
  };
  try {
    Object.defineProperty(navigator, "share", { value: undefined, configurable: true });
  } catch (fixed) {
    // A browser that does not let go of it has no share sheet on a kiosk's system either.
  }
  // What scripts set off by themselves.
  if (window.navigation) window.navigation.addEventListener("navigate", stay);

  part("close").addEventListener("click", function () {
    take.close();
  });
  take.addEventListener("click", function (event) {
    if (event.target === take) take.close();
  });
  take.addEventListener("close", function () {
    wanted = "";
  });

  /** @param {Event} event */
  function refuse(event) {
    event.preventDefault();
  }

  /** @param {MouseEvent} event */
  function refuseOtherButtons(event) {
    if (event.button) refuse(event);
  }

  /** @param {WheelEvent} event */
  function refuseZoom(event) {
    if (event.ctrlKey) refuse(event);
  }

  /** @param {KeyboardEvent} event */
  function refuseShortcuts(event) {
    const isShortcut = (event.ctrlKey || event.metaKey) && !/^[acvxz]$/i.test(event.key);
    if (isShortcut || /^F\d+$/.test(event.key) || (event.altKey && /^Arrow|^Home$/.test(event.key))) refuse(event);
  }

  /** @param {NavigateEvent} event */
  function stay(event) {
    const url = new URL(event.destination.url);
    // Who looks after the kiosk leaves it by the address bar; a link that says so is stopped where it is touched.
    const isLeaving = url.hash === "#leave" && url.pathname === location.pathname;
    if (!event.cancelable || isLeaving || (isOwn(url) && event.downloadRequest == null)) return;
    event.preventDefault();
    offer(url, "");
  }

  /** @param {MouseEvent} event */
  function follow(event) {
    const link = event.target instanceof Element && event.target.closest("a[href], area[href]");
    if (!link) return;
    const url = read(link.getAttribute("href") || "");
    if (!url) return refuse(event);
    const isPlain = event.type === "click" && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (isPlain && isOwn(url) && !link.hasAttribute("target") && !link.hasAttribute("download")) return;
    refuse(event);
    if (event.button === 2) return;
    if (!isOwn(url) || link.hasAttribute("download")) event.stopImmediatePropagation();
    if (link.hasAttribute("download")) offer(url, link.textContent || "");
    else go(url, link.textContent || "");
  }

  /** @param {SubmitEvent} event */
  function send(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    const key = event.submitter;
    const target = (key && key.getAttribute("formaction")) || form.getAttribute("action") || location.href;
    const url = read(target);
    if (!url) return refuse(event);
    if (isOwn(url) && !form.hasAttribute("target")) return;
    refuse(event);
    event.stopImmediatePropagation();
    const asked = /** @type {[string, string][]} */ (Array.from(new FormData(form).entries()));
    const told = new URLSearchParams(asked).toString().replace(/\+/g, "%20");
    if (told) url.search = told;
    go(url, (key || form).textContent || "");
  }

  /**
   * @param {URL} url
   * @param {string} words
   */
  function go(url, words) {
    if (isOwn(url)) location.href = url.href;
    else offer(url, words);
  }

  // The site's own pages; its files are not pages, and of its kiosks this one alone is meant for visitors.
  /** @param {URL} url */
  function isOwn(url) {
    const isHere = url.protocol === location.protocol && url.host === location.host;
    const isPage = isHere && url.pathname.indexOf(base) === 0 && /(\/|\.html)$/.test(url.pathname);
    if (!isPage || url.pathname.indexOf(starts) !== 0) return isPage;
    return url.hash !== "#leave" && url.pathname.replace(/index\.html$/, "") === starts + place() + "/";
  }

  function place() {
    try {
      return sessionStorage.getItem("kiosk");
    } catch (refused) {
      return null;
    }
  }

  // Nothing where the address is none, such as one with a port that there cannot be.
  /** @param {string} address */
  function read(address) {
    try {
      return new URL(address, document.baseURI);
    } catch (broken) {
      return null;
    }
  }

  // A phone does not reach a kiosk that is served from a folder or a machine of its own: the site's public address.
  /** @param {URL} url */
  function publicly(url) {
    const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
    const isHere = url.protocol === location.protocol && url.host === location.host;
    return isHere && canonical ? new URL(url.pathname + url.search + url.hash, canonical.href).href : url.href;
  }

  /**
   * @param {URL} url
   * @param {string} words
   */
  function offer(url, words) {
    if (/^(blob|data|javascript|about):/.test(url.protocol)) return;
    const address = publicly(url);
    wanted = address;
    part("what").textContent = words.trim().replace(/\s+/g, " ");
    part("address").textContent = readable(address);
    part("code").textContent = "";
    if (!take.open) take.showModal();
    withCodes(function (codes) {
      if (wanted === address) show(codes ? codes.svg(address) : null);
    });
  }

  /** @param {Element | null} code */
  function show(code) {
    if (code) part("code").appendChild(code);
    part("code").hidden = part("how").hidden = !code;
    part("no-code").hidden = Boolean(code);
  }

  /** @param {(codes: QrEncoder | undefined) => void} then */
  function withCodes(then) {
    if (window.ocop.qr) return then(window.ocop.qr);
    const script = document.createElement("script");
    script.src = kit.getAttribute("data-encoder") || "";
    script.onload = script.onerror = function () {
      then(window.ocop.qr);
    };
    document.head.appendChild(script);
  }

  // Numbers and addresses of mail as people say them; of the web, without what only machines read.
  /** @param {string} address */
  function readable(address) {
    try {
      return decodeURI(address.replace(/^(tel|mailto|sms):/, "").replace(/[?#].*/, ""));
    } catch (broken) {
      return address;
    }
  }

  /** @param {string} name */
  function part(name) {
    return /** @type {HTMLElement} */ (take.querySelector("[data-kiosk=" + name + "]"));
  }
})();
