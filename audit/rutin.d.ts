/**
 * What the site's scripts share, as types: read by the editor and by `make audit`, never published. A script adds its part to `window.rutin`
 * when it is loaded; a page that loads it, loads what it needs before it.
 */

type Answer = 'ja' | 'nej';
/** Where a step stands; routine/case.py has the rule. */
type Place = 'nu' | 'sedan' | 'klart' | 'utgar';
type Places = Map<string, Place>;

/** An empty answer means any. */
interface Edge {
  source: string;
  answer: string;
}

/** What a role that takes part, or may stand in for the one who is responsible, is told. */
interface Told {
  role: string;
  text: string;
  standsIn: boolean;
}

/** A step as the complete list on the page states it. */
interface Step {
  id: string;
  question: boolean;
  text: string;
  /** The question to the one who answers it; '' where it is the same to all. */
  own: string;
  /** The action after its owner's name. */
  others: string;
  owners: string[];
  /** The owners' names. */
  names: string[];
  informs: string[];
  before: Edge[];
  /** Days after the event; 0 without a limit. */
  days: number;
  say: string[];
  told: Told[];
  track: string;
  slot: string;
  element: HTMLElement;
}

/** How a step came to be over. `day` is an ISO date, or ''. For a question: that the answer was assumed. */
interface Over {
  how: 'gjort' | 'inte-aktuellt';
  reason: string;
  day: string;
}

/** A case: everything that the reader has said. `role` and `event` may be ''. */
interface State {
  role: string;
  event: string;
  answers: Record<string, Answer>;
  over: Record<string, Over>;
}

interface Role {
  id: string;
  name: string;
  /** What the role does, to its holder. */
  summary: string;
  /** When its part begins, or ''. */
  starts: string;
}

/** The last day of a step that has a limit; `last` is '' until the day of the event is known. */
interface Limit {
  id: string;
  text: string;
  last: string;
}

/** All that the conversation shows: the case, and where it stands. */
interface Scene {
  steps: Step[];
  state: State;
  places: Places;
  role: Role;
  /** The step whose reason for being skipped is asked for, or ''. */
  skipping: string;
}

/** A part of the conversation; null where there is nothing to show. */
type Stage = (scene: Scene) => HTMLElement | null;

/** The field for the day of the event, with what follows from it. */
interface Days {
  element: HTMLElement;
  show(event: string, limits: Limit[]): void;
  clear(): void;
}

/** A date field that is being followed. */
interface FollowedDay {
  /** Reads the field again; `settled` when what is half written in it is a fault. */
  look(settled: boolean): void;
  /** Puts a day, or '', into it, and takes away what was said of a fault. */
  put(day: string): void;
}

/** A case kept on this device, as the reader meets it. */
interface Keeping {
  saving: boolean;
  asking: boolean;
  theirs: State | null;
  notice: string;
  open(): State | null;
  start(state: State): { said: string; focus: string };
  store(state: State, replace?: boolean): void;
  adopt(): State | null;
  erase(): string;
  other(change: OtherTab): boolean;
  told(): HTMLElement | null;
  section(chosen: boolean): HTMLElement | null;
}

/** A line of the summary. */
interface Line {
  track: string;
  who: string;
  text: string;
  how: string;
}

/** One day for a calendar file. */
interface CalendarDay {
  /** An ISO date. */
  day: string;
  title?: string;
  description?: string;
  /** Without it there is no reminder. */
  remindDaysBefore?: number;
  uid?: string;
  stamp?: Date;
}

/** What an id is called on the page. */
type Words = Record<string, string>;

/** The ids of this edition. */
interface Known {
  /** Actions and questions: what may be over. */
  steps: string[];
  questions: string[];
  roles: string[];
}

interface Opening {
  /** The site's address, by which its case is told from those of other sites in the same store. */
  site: string;
  edition: string;
  known: Known;
  texts?: Words;
  today: string;
}

interface Opened {
  state: State | null;
  notice: string;
  saving: boolean;
  until: string;
  /** Something of ours lies on this device, readable or not. */
  stored: boolean;
}

interface Written {
  ok: boolean;
  saving: boolean;
  until: string;
  notice: string;
  /** Another tab came first, and nothing was written. */
  conflict: boolean;
  /** The other tab's case; null if it erased it or left nothing readable. */
  theirs: State | null;
}

/** What another tab did; `state` is null also when it left nothing readable. */
interface OtherTab {
  kind: 'wrote' | 'erased';
  state: State | null;
}

/** A case as it lies in the store. `revision` counts the writes. */
interface Saved {
  version: 1;
  edition: string;
  saved: string;
  until: string;
  revision: number;
  state: State;
  words: Words;
}

/** What a text from the store turned out to be; `until` is '' if it has no day. */
type FoundCase = { kind: 'case'; entry: Saved } | { kind: 'newer' } | { kind: 'broken'; until: string };

interface Rutin {
  dates: {
    today(now?: Date): string;
    parse(text: string): string;
    add(iso: string, days: number): string;
    between(a: string, b: string): number;
    long(iso: string): string;
    weekday(iso: string): string;
    span(iso: string, today: string): string;
  };
  calendar: {
    file(event: CalendarDay): string;
    offer(name: string, text: string): void;
  };
  saved: {
    read(text: string): FoundCase;
    /** null if it could not be read back. */
    pack(entry: Omit<Saved, 'version'>): string | null;
    sift(state: State, known: Known): { state: State; gone: string[] };
    news(entry: Saved, gone: string[], now: Opening): string;
    aside(text: string, today: string): { until: string; text: string }[];
    earliest(...days: string[]): string;
    attempt<T, U>(act: () => T, otherwise: U): T | U;
    DAYS: number;
    REASON: number;
  };
  memory: {
    open(opening: Opening): Opened;
    keep(first: { state: State; edition: string; words?: Words; today: string }): Written;
    write(state: State, words?: Words, replace?: boolean, today?: string): Written;
    adopt(): Written;
    erase(): Written;
    onOther(listener: (change: OtherTab) => void): () => void;
    DAYS: number;
    REASON: number;
  };
  case: {
    read(list: ParentNode): Step[];
    standing(steps: Step[], state: State): Places;
  };
  moves: {
    empty(): State;
    settle(state: State, id: string, over: Over): State;
    answer(state: State, id: string, answer: Answer): State;
    undo(state: State, id: string): State;
    skipTo(steps: Step[], state: State, id: string): State;
    assumed(state: State, id: string): boolean;
    came(steps: Step[], before: Places, after: Places): Step[];
    news(steps: Step[], before: Places, after: Places, role: string): string;
  };
  parts: {
    el<K extends keyof HTMLElementTagNameMap>(name: K, attributes?: Record<string, string | number | boolean | null>, ...children: Child[]): HTMLElementTagNameMap[K];
    put(place: Element, children: Child[]): void;
    button(key: string, text: string, attributes?: Record<string, string | null>): HTMLButtonElement;
    series(names: string[]): string;
    heading(id: string, title: string, count: number): HTMLElement;
    tracks(steps: Step[], item: (step: Step) => HTMLElement): HTMLElement;
    own(step: Step, last: string, skipping: boolean): HTMLElement;
    asked(step: Step): HTMLElement;
    waiting(step: Step, advised: boolean): HTMLElement;
    later(step: Step, last: string, startable: boolean): HTMLElement;
    begin(step: Step, label: string): HTMLElement;
    over(step: Step, how: string): HTMLElement;
    told(step: Step, line: Told): HTMLElement;
    inside(name: string): string;
  };
  eventDay: {
    read(field: HTMLInputElement, today: string, settled: boolean): { day: string; fault: string };
    follow(field: HTMLInputElement, fault: HTMLElement, changed: (day: string) => void, options: { guard: (work: () => void) => void; signal?: AbortSignal }): FollowedDay;
    remind(last: string): boolean;
  };
  days: {
    limits(steps: Step[], places: Places, event: string): Limit[];
    last(step: Step, event: string): string;
    said(limits: Limit[]): string;
    make(changed: (day: string) => void, guard: (work: () => void) => void): Days;
  };
  stages: {
    choose(roles: Role[]): HTMLElement;
    you: Stage;
    now: Stage;
    asked: Stage;
    others: Stage;
    coming: Stage;
    done: Stage;
  };
  handover: {
    text(scene: Scene): string;
    section: Stage;
    copy(text: string, place: HTMLElement): Promise<boolean>;
  };
  Keeping: new (opening: Opening) => Keeping;
  summary: {
    how(step: Step, steps: Step[], places: Places, state: State): string;
    head(role: string): string;
    lines(steps: Step[], places: Places, state: State): Line[];
    days(event: string, limits: Limit[]): string[];
    text(head: string, lines: Line[], days: string[]): string;
    element(head: string, lines: Line[], days: string[]): HTMLElement;
  };
}

type Child = Node | string | null | false | undefined;

interface Window {
  rutin: Rutin;
}
