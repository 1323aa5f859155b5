// Keeps the catalogue in the browser, so that it is there without a network. `SITE` stands above in what is published.

// A version is kept whole or not at all: every file is compared with its digest before any of them counts, and until
// then the version before answers. What a page of that version still asks for, it gets from there.
const KEPT = "ocop " + SITE.base + " ";
const OWN = KEPT + SITE.version;
const MARK = SITE.base + "_kept";
const AT_ONCE = 6;

self.addEventListener("install", function (event) {
  event.waitUntil(install());
});
self.addEventListener("activate", function (event) {
  event.waitUntil(activate());
});
self.addEventListener("fetch", function (event) {
  const url = new URL(event.request.url);
  const isOurs = url.origin === location.origin && url.pathname.startsWith(SITE.base);
  const path = url.pathname.slice(SITE.base.length);
  if (event.request.method !== "GET" || !isOurs || path === "sw.js" || path === "notices.json") return;
  event.respondWith(answer(event.request, path));
});
self.addEventListener("message", function (event) {
  const port = event.ports[0];
  if (event.data === "size") event.waitUntil(tellSize(port));
  if (event.data === "take") event.waitUntil(take(port));
});

// --- keeping ---------------------------------------------------------------------------------------------------------

async function install() {
  const cache = await caches.open(OWN);
  try {
    const before = await keptBefore();
    await each(SITE.kept, function (file) {
      return keep(cache, file, before);
    });
    await carryOver(cache, before);
    await cache.put(MARK, new Response(JSON.stringify(Object.fromEntries(SITE.kept))));
  } catch (broken) {
    await caches.delete(OWN);
    throw broken;
  }
  await self.skipWaiting();
}

// The files of the last whole version, with their digests.
async function keptBefore() {
  for (const name of (await names()).reverse()) {
    const cache = await caches.open(name);
    const mark = name !== OWN && (await cache.match(MARK));
    if (mark) return { cache: cache, digests: await mark.json() };
  }
  return { cache: null, digests: {} };
}

async function names() {
  return (await caches.keys()).filter(function (name) {
    return name.startsWith(KEPT);
  });
}

async function keep(cache, file, before) {
  const [path, digest] = file;
  const address = SITE.base + path;
  const known = before.cache && before.digests[path] === digest && (await before.cache.match(address));
  if (known) return cache.put(address, known);
  const response = await fetch(address, { cache: "no-cache", credentials: "same-origin" });
  const body = await response.clone().arrayBuffer();
  if (!response.ok || (await digestOf(body)) !== digest) throw new Error("changed: " + path);
  return cache.put(address, response);
}

// What was taken along before and is the same stays taken.
async function carryOver(cache, before) {
  const told = before.cache && (await cache.match(SITE.base + SITE.rest));
  for (const [path, digest] of told ? await told.json() : []) {
    const taken = await before.cache.match(SITE.base + path);
    const isSame = taken && (await digestOf(await taken.clone().arrayBuffer())) === digest;
    if (isSame) await cache.put(SITE.base + path, taken);
  }
}

async function digestOf(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return Array.from(bytes.slice(0, 8), function (byte) {
    return byte.toString(16).padStart(2, "0");
  }).join("");
}

async function each(items, work) {
  const left = items.slice();
  async function next() {
    while (left.length) await work(left.shift());
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

// The two versions before stay for pages that are open; those before them go.
async function activate() {
  const old = (await names()).filter(function (name) {
    return name !== OWN;
  });
  await Promise.all(
    old.slice(0, -2).map(function (name) {
      return caches.delete(name);
    })
  );
  await self.clients.claim();
  if (old.length) await tellPages();
}

// A page that is just being opened may not listen yet: what is posted to it waits until it does.
async function tellPages() {
  (await self.clients.matchAll({ type: "window" })).forEach(function (page) {
    page.postMessage("renewed");
  });
}

// --- answering -------------------------------------------------------------------------------------------------------

async function answer(request, path) {
  const isPage = request.mode === "navigate";
  const kept = await found(isPage ? SITE.base + path.replace(/index\.html$/, "") : request.url, isPage);
  // The way to a recall that is newer than what is kept.
  const isFresh = isPage && new URL(request.url).search === "?fresh";
  if (kept && !(isFresh && navigator.onLine)) return kept;
  try {
    if (!navigator.onLine) throw new Error("no network");
    const response = await fetch(request);
    if (response.ok && !isPage) await remember(request, path, response.clone());
    // Of a version that is gone from the server the small picture is left.
    return response.ok || isPage ? response : (await smaller(path)) || response;
  } catch (lost) {
    const instead = isPage ? await found(SITE.base + path + "/", true) : await smaller(path);
    return kept || instead || (isPage ? missing() : Response.error());
  }
}

// A page is always of this version, and so is the script that search begins with; whatever else an open page of the
// version before asks for has its bytes in its name.
async function found(address, isPage) {
  const own = await (await caches.open(OWN)).match(address, { ignoreSearch: isPage });
  if (own || isPage || address.endsWith(SITE.base + SITE.search)) return own;
  return caches.match(address);
}

// Pictures and parts that were looked at stay; their names are their bytes.
async function remember(request, path, response) {
  if (/^(pictures|facts|search\/parts|lists)\//.test(path)) await (await caches.open(OWN)).put(request, response);
}

async function smaller(path) {
  const told = await found(SITE.base + SITE.pictures, false);
  const pictures = told ? await told.json() : {};
  const small = Object.keys(pictures).find(function (each) {
    return pictures[each].includes(path);
  });
  return small && found(SITE.base + small, false);
}

function missing() {
  const told = SITE.missing.map(function ([language, direction, words, home, title]) {
    return `<p lang="${language}" dir="${direction}">${words} <a href="${home}">${title}</a></p>`;
  });
  const head = '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">';
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return new Response(`${head}<title>OCOP</title>${told.join("")}`, { status: 503, headers: headers });
}

// --- taking all of it along ------------------------------------------------------------------------------------------

async function rest() {
  const cache = await caches.open(OWN);
  const told = await cache.match(SITE.base + SITE.rest);
  const files = told ? await told.json() : [];
  const have = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  return files.filter(([path]) => !have.has(SITE.base + path));
}

async function tellSize(port) {
  const left = await rest();
  port.postMessage({ files: left.length, bytes: left.reduce((sum, file) => sum + file[2], 0) });
}

async function take(port) {
  const cache = await caches.open(OWN);
  const left = await rest();
  let done = 0;
  try {
    await each(left, async function (file) {
      await keep(cache, file, { cache: null, digests: {} });
      done++;
      port.postMessage({ done: done, files: left.length });
    });
    port.postMessage({ isDone: true });
  } catch (lost) {
    port.postMessage({ isLost: true });
  }
}
