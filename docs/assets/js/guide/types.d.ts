/** What the parts of the guide share, as types. */

type Answer = 'ja' | 'nej';
/** Where a step stands; routine/domain/case.py has the rule. */
type Place = 'nu' | 'sedan' | 'klart' | 'utgar' | 'okant';
type Places = Map<string, Place>;

/** An answer that a step hangs on. */
interface Need {
  question: string;
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
  /** The action when it is done, or ''. */
  done: string;
  owners: string[];
  /** The owners' names. */
  names: string[];
  informs: string[];
  /** All that it hangs on, its questions' own conditions among them. */
  needs: Need[];
  /** The steps that must be over first. */
  waits: string[];
  /** The roles that may report the answer to a question. */
  heard: string[];
  /** A question that is asked before anything else has begun. */
  start: boolean;
  /** What the case begins with. */
  opens: boolean;
  /** Steps of the same group are done in one contact; or ''. */
  group: string;
  /** Days after the event; 0 without a limit. */
  days: number;
  say: string[];
  told: Told[];
  track: string;
  slot: string;
  element: HTMLElement;
}

/** How a step came to be over. `day` is an ISO date, or ''. */
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
  /** Its name to who has it. */
  own: string;
  /** What the role does, to its holder. */
  summary: string;
  /** The step that usually calls it in, and what is open when that falls away; or ''. */
  reached: string;
  gap: string;
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
  roles: Role[];
  /** What current guidance says where a text is handed over. */
  handing: string[];
  /** The step whose reason for being skipped is asked for, or ''. */
  skipping: string;
}

/** What an action of one's own shows beside its words: its last day, and how what it waited for went. */
interface Shows {
  last: string;
  before: string[];
  /** Whether the reason for leaving it out is asked for. */
  skipping: boolean;
}

/** What one must know of a case to tell who has been called in. */
type Whose = Pick<Scene, 'steps' | 'state' | 'roles' | 'role'>;

/** A part of the conversation; null where there is nothing to show. */
type Stage = (scene: Scene) => HTMLElement | null;

/** The field for the day of the event, with what follows from it. */
interface Days {
  element: HTMLElement;
  show(event: string, limits: Limit[]): void;
  clear(): void;
}

/** What the reader has chosen about saving, and what has come of it. */
interface SaveChoice {
  saving: boolean;
  lastDay: string;
  stored: boolean;
  news: string;
  notice: string;
  theirs: State | null;
  asking: boolean;
  open(): State | null;
  start(state: State): { said: string; focus: string };
  store(state: State, replace?: boolean): void;
  adopt(): State | null;
  erase(): string;
  other(change: OtherTab): boolean;
}

/** A line of the summary. */
interface Line {
  track: string;
  who: string;
  text: string;
  how: string;
}

interface Summary {
  handing: string[];
  head: string;
  days: string[];
  lines: Line[];
}

/** What the frame shows beside the scene. */
interface Shown {
  roles: Role[];
  choice: SaveChoice;
  event: string;
  limits: Limit[];
}

/** What a conversation begins with: what the page says, and what is done with a fault. */
interface Setting {
  steps: Step[];
  roles: Role[];
  handing: string[];
  opening: Opening;
  guard: Guard;
  fail: (error: unknown) => void;
}

interface Frame {
  live: HTMLElement;
  case: HTMLElement;
  sum: HTMLDetailsElement;
  more: HTMLDetailsElement;
  days: Days;
  shownDay: string;
  enter(list: HTMLElement, who: HTMLElement): void;
  unfold(): void;
  paint(scene: Scene | null, shown: Shown): void;
  summarise(scene: Scene | null, limits: Limit[]): void;
  next(id: string): string;
  focused(): string;
  focus(key: string): void;
  say(text: string, key?: string): void;
}

interface ShownCase {
  state: State;
  skipping: string;
  steps: Step[];
  roles: Role[];
  handing: string[];
  choice: SaveChoice;
  frame: Frame;
  begin(brought: () => string): void;
  restart(state: State): void;
  date(event: string): void;
  set(state: State, focus: string, said?: string): void;
  show(focus: string, said?: string): void;
  renew(): void;
  summarise(): void;
  scene(): Scene | null;
  limits(state: State): Limit[];
}

interface Conversation {
  shown: ShownCase;
  frame: Frame;
  press(event: MouseEvent): void;
  submit(event: SubmitEvent): void;
  other(change: OtherTab): void;
  restore(): void;
}

/** What an id is called on the page. */
type Names = Record<string, string>;

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
  texts?: Names;
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
  words: Names;
}

/** What lies set aside, and its last day. */
interface Aside {
  until: string;
  text: string;
}

/** `free` when nothing lies there that a new case would replace. */
interface Look {
  notice: string;
  text?: string;
  entry?: Saved;
  free: boolean;
}

type StoragePlace = 'case' | 'aside';

/** What a text from the store turned out to be; `until` is '' if it has no day. */
type FoundCase = { kind: 'case'; entry: Saved } | { kind: 'newer' } | { kind: 'broken'; until: string };

interface RutinWords {
  guide: typeof GUIDE_WORDS;
  saving: typeof SAVING_WORDS;
  summary: typeof SUMMARY_WORDS;
}

interface Rutin {
  site: {
    /** With a slash at its end. */
    address: string;
  };
  savedForm: {
    read(text: string): FoundCase;
    /** null if it could not be read back. */
    pack(entry: Omit<Saved, 'version'>): string | null;
    aside(text: string, today: string): Aside[];
    bare<T>(entries: [string, T][]): Record<string, T>;
    own(value: unknown, key: string): unknown;
    earliest(...days: string[]): string;
    attempt<T, U>(act: () => T, otherwise: U): T | U;
    DAYS: number;
    REASON: number;
    MOST_WORDS: number;
  };
  editionChange: {
    sift(state: State, known: Known): { state: State; gone: string[] };
    news(entry: Saved, gone: string[], now: Opening): string;
  };
  storage: {
    use(site: string): void;
    get(place: StoragePlace): string | null | undefined;
    put(place: StoragePlace, text: string): boolean;
    drop(place: StoragePlace): boolean;
    onCase(listener: () => void): void;
  };
  setAside: {
    tidy(today: string): void;
    move(item: Aside, today: string): boolean;
  };
  store: {
    open(opening: Opening): Opened;
    keep(first: { state: State; edition: string; words?: Names; today: string }): Written;
    write(state: State, names?: Names, replace?: boolean, today?: string): Written;
    adopt(): Written;
    erase(): Written;
    onOther(listener: (change: OtherTab) => void): () => void;
    DAYS: number;
    REASON: number;
  };
  SaveChoice: new (opening: Opening) => SaveChoice;
  savePanel: {
    told(choice: SaveChoice): HTMLElement | null;
    below(choice: SaveChoice, chosen: boolean): HTMLElement | null;
  };
  case: {
    read(list: ParentNode): Step[];
    applies(step: Step, state: State): boolean | null;
    standing(steps: Step[], state: State): Places;
  };
  moves: {
    empty(): State;
    settle(state: State, id: string, over: Over): State;
    answer(state: State, id: string, answer: Answer): State;
    undo(state: State, id: string): State;
    arrived(steps: Step[], place: Place, before: Places, after: Places): Step[];
    came(steps: Step[], before: Places, after: Places): Step[];
  };
  news: {
    news(steps: Step[], roles: Role[], before: State, after: State): string;
  };
  pieces: {
    button(key: string, text: string, attributes?: Attributes): HTMLButtonElement;
    buttons(...children: Child[]): HTMLElement;
    small(...children: Child[]): HTMLElement;
    heading(id: string, title: string, count: number): HTMLElement;
    byTrack<T extends { track: string }>(items: T[]): Map<string, T[]>;
    byPerson(steps: Step[]): Step[][];
    tracks(lists: Step[][], item: (steps: Step[]) => HTMLElement): HTMLElement;
  };
  facts: {
    all(step: Step): Element[];
    toStandIn(step: Step, role: string): Element[];
    meanwhile(step: Step): Element[];
    holding(step: Step): Element[];
    together(step: Step): Element[];
    leftOpen(step: Step): Element[];
  };
  items: {
    own(step: Step, shows: Shows): HTMLElement;
    contact(steps: Step[], shows: Shows[]): HTMLElement;
    asked(step: Step, hers: boolean): HTMLElement;
    waiting(step: Step, advised: boolean): HTMLElement;
    person(first: Step, members: HTMLElement[]): HTMLElement;
    gap(role: Role, steps: Step[], help: Element | undefined): HTMLElement;
    later(step: Step, last: string, hers: boolean): HTMLElement;
    over(step: Step, how: string, known?: boolean): HTMLElement;
    told(step: Step, line: Told): HTMLElement;
  };
  scene: {
    at(scene: Scene, place: Place): Step[];
    mine(scene: Scene, step: Step): boolean;
    mineAt(scene: Scene, place: Place): Step[];
    helper(scene: Scene): boolean;
    due(scene: Scene): { first: Step[][]; rest: Step[][] };
    uncalled(scene: Whose): Role[];
    called(scene: Whose, step: Step): string[];
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
  days: {
    limits(steps: Step[], places: Places, event: string): Limit[];
    last(step: Step, event: string): string;
    said(limits: Limit[]): string;
    make(changed: (day: string) => void, guard: Guard): Days;
  };
  handover: {
    text(scene: Scene): string;
    section: Stage;
  };
  clipboard: {
    copy(text: string, place: HTMLElement): Promise<boolean>;
  };
  summary: {
    of(scene: Scene, limits: Limit[]): Summary;
    how(step: Step, place: Place | undefined, state: State): string;
    text(summary: Summary): string;
    element(summary: Summary): HTMLElement;
  };
  page: {
    roles(who: HTMLElement): Role[];
    pointedAt(): HTMLElement | null;
    broughtRole(all: Role[]): string;
    handing(list: ParentNode): string[];
  };
  Frame: new (days: Days) => Frame;
  ShownCase: new (setting: Setting) => ShownCase;
  Conversation: new (setting: Setting) => Conversation;
}
