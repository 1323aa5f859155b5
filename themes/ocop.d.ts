// What scripts share: `window.ocop`. README.md tells which script gives each of them, and for whom.

interface Window {
  ocop: Ocop;
}

interface Ocop {
  /** Shows in every `.by-day` the part that is so on the site's day: for whoever writes such cells later. */
  today: () => void;
  list: OwnList;
  /** There once its script has come. */
  qr?: QrEncoder;
  /** What a published script of the catalogue calls with what it tells, by code. */
  listed: (told: Record<string, ListedProduct>) => void;
  products: ListedProducts;
  /** A section for each place where some of the codes are bought. */
  stops: (codes: string[], isShared: boolean) => HTMLElement[];
  /** Has the codes ready to be shared, scanned and printed. */
  carry: (codes: string[]) => void;
  told: (name: string, told: unknown) => void;
  part: (name: string) => unknown;
  ask: (name: string, address: string) => Promise<void>;
  folding: Folding;
  index: IndexParts;
  readings: (index: SearchIndex, typed: string[]) => Readings;
  finding: (index: SearchIndex) => Finding;
  cards: (index: SearchIndex) => (entries: number[]) => Promise<FoundCard[]>;
  found: FoundItems;
  /** Asks for scripts, each once, in their order. */
  load: (addresses: string) => Promise<unknown>;
  /** Whether hours, as pages write them, say that it is open at this moment. */
  isOpen: (hours: string) => boolean;
  filtering: (index: SearchIndex, of: string) => Promise<Filtering>;
  /** The filters of a list, once their script has come: asks for what they need, turns one on or off. */
  filters?: { begin: () => Promise<void>; turn: (key: string) => void };
  /** Facts of products by the names of FIELDS in ocop_site/search/facts.py. */
  facts: (index: SearchIndex, products: number[]) => Promise<Record<string, string>[]>;
  /** What is compared side by side, or a sheet with a line for each. */
  tables: { compare: (shown: Shown[]) => void; sheet: (shown: Shown[]) => void };
}

/** Words as people type them: ocop_site/text/folding.py. */
interface Folding {
  words: (text: string) => string[];
  spelled: (word: string) => string;
  folded: (spellings: string) => string;
  slug: (text: string) => string;
}

/** The parts of the index. */
interface IndexParts {
  open: (address: string) => Promise<SearchIndex>;
  numbers: (text: string) => number[];
  parts: (names: string[]) => Promise<unknown>;
  /** Asks for the parts of a kind that hold these items, by the numbers of the parts' first items. */
  ask: (kind: string, starts: number[], items: number[]) => Promise<unknown>;
  told: (kind: string, starts: number[], item: number) => string;
}

/** What the index's first script tells: ocop_site/search/scripts.py. */
interface SearchWords {
  languages: string[];
  /** Kinds in the order of the entries, and how many there are of each. */
  kinds: [string, number][];
  states: string;
  names: string;
  translations: string;
  /** Of each entry a bit for each number of words that another name of it has. */
  others: string;
  /** The words by which spirits are asked for. */
  asking: string;
  /** The number of the language in which is told what another lacks. */
  fallback: number;
  /** The letters that codes begin with. */
  prefixes: string[];
  cards: number;
  terms: string;
  ignored: string;
  postings: number[];
  groups: number[];
  /** Ranks in the order of the groups, and how many have each. */
  ranks: [number, number][];
  gtins: string[];
  files: Record<string, string>;
}

/** The same, unpacked. */
interface SearchIndex {
  told: SearchWords;
  spellings: string[];
  letters: string[];
  count: number;
  products: number;
  states: number[];
  names: number[];
  translations: number[];
  others: number[];
  ignored: string[];
}

/** A term, and how far it is from what was typed. */
interface Hit {
  term: number;
  cost: number;
}

/** A word of a query, and the terms that it may mean. */
interface Word {
  typed: string;
  text: string;
  hits: Hit[];
  /** The last rank at which it counts, where not at all. */
  most?: number;
}

interface Readings {
  /** From what is typed to what may have been meant. */
  all: () => Iterable<Word[]>;
  nearest: () => Word[];
}

interface Finding {
  find: (query: string, limit: number) => Promise<Found>;
  nearest: (query: string, limit: number) => Promise<number[]>;
}

/** How many there are, the best of them, and the bare letters that were found. */
interface Found {
  count: number;
  entries: number[];
  words: string[];
}

/** What is shown of an entry; `language` where its name is in another than the page's. */
interface FoundCard {
  kind: string;
  id: string;
  code: string;
  picture: string;
  /** Of its industry, where there is no picture. */
  pattern: string;
  name: string;
  language: string;
  others: { language: string; name: string }[];
  maker: string;
  place: string;
  worth: { from: string; seal: string; words: string }[];
  isRestrained: boolean;
  /** In force, told, recalled, withdrawn. */
  state: number;
}

/** `[from which day, the seal as `3 told`, the words of each language]` */
type Worth = [string, string, string[]][];

/** What is found as elements of a page. */
interface FoundItems {
  /** The theme's template with what the card tells; the words are marked in it. */
  item: (card: FoundCard, words: string[], template?: HTMLTemplateElement) => DocumentFragment;
  href: (card: FoundCard) => string;
}

/** The visitor's own list: codes that this browser alone keeps. */
interface OwnList {
  read: () => string[];
  write: (codes: string[]) => void;
  /** Of anything at all the codes, each once, no more than a list holds. */
  clean: (anything: unknown) => string[];
  /** Calls the watcher after every change, in other windows of the browser too. */
  watch: (watcher: () => void) => void;
  /** Has the count and the buttons of products tell what is kept, those that came later too. */
  show: () => void;
  /** Whether the browser keeps anything. */
  isKept: () => boolean;
}

/** QR codes; nothing for what is too long. */
interface QrEncoder {
  /** Rows of 0 and 1. */
  rows: (text: string) => string[] | null;
  /** Drawn, with the quiet zone. */
  svg: (text: string) => Element | null;
}

/** What the catalogue has told of products so far. */
interface ListedProducts {
  /** Sees that the catalogue tells of the codes, then calls back: at once where nothing is to be waited for. */
  ask: (codes: string[], then: () => void) => void;
  of: (code: string) => ListedProduct | undefined;
  hasFailed: () => boolean;
}

/** A product as a published script tells of it; a spirit, and what is recalled or withdrawn, is named and no more. */
interface ListedProduct {
  /** Text, and its language where it is not the page's. */
  name: [string, string?];
  href: string;
  /** Address, text, language. */
  maker: [string, string, string?];
  /** Day from which on it is so (empty: since before the build), words. */
  worth?: [string, string][];
  withdrawn?: string;
  recalled?: boolean;
  notices?: string[];
  spirit?: boolean;
  picture?: string;
  places?: ListedPlace[];
  /** For links, for people. */
  phones?: [string, string][];
}

/** Address, shelf, text, language. */
type ListedPlace = [string, string, string, string?];

/** What filters are told: ocop_site/search/filters.py. */
interface FilterWords {
  /** Kind, label, values: kind, id, label, number of the group. */
  facets: [string, string, [string, string, string, number][]][];
  hidden: [string, string, string, number][];
  order: string;
  hours: Record<string, string>;
}

/** A value that can be chosen; its key is kind and id. */
interface FilterValue {
  facet: string;
  label: string;
  products: number[];
}

interface Narrowed {
  products: number[];
  counts: Record<string, number>;
}

interface Filtering {
  told: FilterWords;
  values: Record<string, FilterValue>;
  narrow: (chosen: string[]) => Narrowed;
  /** `by`: name, recognised, prices. */
  order: (products: number[], by: string) => number[];
}

/** A product with what buyers ask of it. */
interface Shown {
  card: FoundCard;
  href: string;
  facts: Record<string, string>;
}
