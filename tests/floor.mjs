// Scripts of themes ask of a browser no more than themes/README.md says: the syntax of ES2017, and of what came to pages
// later only what they have asked for first. `tsc` sees to the built-in objects (tsconfig.json: lib).
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parse } from "acorn";

const THEMES = new URL("../themes/", import.meta.url);
const KIT = new URL("../ocop_site/theme/kit/scripts/", import.meta.url);

const LATER = new Set([
  "AbortController",
  "IntersectionObserver",
  "ResizeObserver",
  "canParse",
  "checkVisibility",
  "clipboard",
  "hidePopover",
  "navigation",
  "queueMicrotask",
  "randomUUID",
  "replaceChildren",
  "requestIdleCallback",
  "serviceWorker",
  "share",
  "showModal",
  "showPopover",
  "startViewTransition",
  "structuredClone",
  "toggleAttribute",
  "togglePopover",
]);

// A kiosk is a machine of the showroom's own, whose browser is known to have dialogs.
const OF_KIOSKS = new Set(["showModal"]);

let isFaulty = false;
const names = process.argv.slice(2);
const files = names.length ? names.map((name) => pathToFileURL(name)) : scripts();
if (!files.length) throw new Error("there are no scripts to check");
files.forEach(check);
process.exitCode = isFaulty ? 1 : 0;

function scripts() {
  const themes = readdirSync(THEMES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const folders = themes.map((theme) => new URL(`${theme.name}/assets/js/`, THEMES));
  return [KIT, ...folders]
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder).map((name) => new URL(name, folder)));
}

function check(file) {
  let tree;
  try {
    tree = parse(readFileSync(file, "utf-8"), { ecmaVersion: 2017, sourceType: "script", locations: true });
  } catch (error) {
    return tell(file, error.loc, `not ES2017: ${error.message}`);
  }
  const isOfKiosks = file.pathname.split("/").pop().startsWith("kiosk");
  const asked = new Set();
  const used = [];
  walk(tree, false, (node, isAsked) => {
    if (node.type !== "Identifier" || !LATER.has(node.name)) return;
    if (isAsked) asked.add(node.name);
    else if (!(isOfKiosks && OF_KIOSKS.has(node.name))) used.push(node);
  });
  for (const node of used) {
    if (!asked.has(node.name)) tell(file, node.loc.start, `${node.name} came later, and is not asked for first`);
  }
}

function walk(node, isAsked, visit) {
  visit(node, isAsked);
  for (const [key, value] of Object.entries(node)) {
    const isTest = isAsked || key === "test" || (node.type === "UnaryExpression" && node.operator === "typeof");
    for (const child of [value].flat()) {
      if (child && typeof child.type === "string") walk(child, isTest, visit);
    }
  }
}

function tell(file, place, words) {
  isFaulty = true;
  console.error(`${file.pathname}:${place.line}:${place.column + 1}: ${words}`);
}
