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
}

/** The visitor's own list: codes that this browser alone keeps. */
interface OwnList {
  read: () => string[];
  write: (codes: string[]) => void;
  /** Of anything at all the codes, each once, no more than a list holds. */
  clean: (anything: unknown) => string[];
  /** Calls the watcher after every change, in other windows of the browser too. */
  watch: (watcher: () => void) => void;
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
  phone?: [string, string];
}

/** Address, shelf, text, language. */
type ListedPlace = [string, string, string, string?];
