/**
 * What the site's scripts share, as types: read by the editor and by `make audit`, never published. A part adds what it
 * has to `window.rutin` when it runs; routine/pages/scripts.py says in which order.
 */

/**
 * When a limit ends: on the day `last`, which is '' until that is known. `time` and `moment` are there for hours that
 * are counted from a time; `gone` is whether it has been.
 */
interface End {
  last: string;
  time: string;
  moment: number;
  gone: boolean;
}

/** When an event was. If a field is `wrong`, there is a `fault` and no day. */
interface EventDay {
  day: string;
  time: string;
  fault: string;
  wrong: HTMLInputElement | null;
}

/** Something to find; `href` is counted from the site's root. `also` and `more` are words that nobody is shown. */
interface Hit {
  title: string;
  text: string;
  kind: string;
  href: string;
  who?: string;
  also?: string;
  more?: string;
  when?: '' | 'acute' | 'opens' | 'nothing';
}

/** A hit with how much of what was written it has, of 1. */
interface Found extends Hit {
  score: number;
  meant: number;
}

/** All hits, best first. Where none is an answer: those that lie nearest, what to begin with, and whom to ask. */
type Search = (query: string) => Found[];

/** Term → entry → what it is worth there. */
type SearchWords = Map<string, Map<number, number>>;

interface SearchBox {
  element: HTMLElement;
  input: HTMLInputElement;
  status: HTMLElement;
  list: HTMLElement;
}

interface RutinWords {
  dates: typeof DATE_WORDS;
  swedish: typeof SWEDISH;
}

type Child = Node | string | null | false | undefined;
type Attributes = Record<string, string | number | boolean | null>;
type Guard = (work: () => void) => void;

interface Guarded extends HTMLElement {
  guarded(work: () => void): void;
  fail(error: unknown): void;
  giveBack(): void;
}

interface Rutin {
  words: RutinWords;
  grammar: typeof GRAMMAR;
  dom: {
    el<K extends keyof HTMLElementTagNameMap>(
      name: K,
      attributes?: Attributes,
      ...children: Child[]
    ): HTMLElementTagNameMap[K];
  };
  place: {
    part<T extends HTMLElement>(root: ParentNode, selector: string, kind: new () => T): T;
  };
  press: { elsewhere(event: MouseEvent): boolean };
  Guarded: new () => Guarded;
  dates: {
    today(now?: Date): string;
    now(): string;
    parse(text: string): string;
    add(iso: string, days: number): string;
    between(a: string, b: string): number;
    long(iso: string): string;
    weekday(iso: string): string;
    span(iso: string, today: string, gone?: boolean): string;
  };
  limits: {
    end(limit: { days: number; hours: number }, day: string, time: string): End;
  };
  calendar: { remind(limit: End & { hours: number }, title: string): boolean };
  /** A script on its way, for which somebody listens. */
  script: { load(source: string): HTMLScriptElement };
  swedish: {
    words(text: string): string[];
    fold(text: string): string;
    root(word: string): string;
    small(word: string): boolean;
    faint(word: string): boolean;
  };
  acute: { acute(query: string): boolean };
  searchEngine: {
    over(entries: Hit[], theme: string): Search;
    answered(hits: Found[]): boolean;
  };
  searchIndex: {
    ready(library: string, index: string): Promise<Search>;
    read(): { entries: Hit[]; about: string };
    answered(hits: Found[]): boolean;
  };
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

interface Window {
  rutin: Rutin;
  trustedTypes?: TrustedTypes;
}
