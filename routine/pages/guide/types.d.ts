/** What the parts of the guide share, as types. */

type Answer = 'ja' | 'nej';
/** Where a step stands; case.js has the rules. */
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
  standsIn: string;
  /** What it does is to choose somebody. */
  chooses: boolean;
}

/** What an answer means, and what holds after it, by the answer. */
type Meanings = Partial<Record<string, { text: string; then: Element | null }>>;

/** A step as the complete list on the page states it. */
interface Step {
  id: string;
  question: boolean;
  text: string;
  /** The mark of a question that is our reading; or ''. */
  mark: string;
  /** The action after its owner's name. */
  others: string;
  /** The action when it is done, or ''. */
  done: string;
  owners: string[];
  /** The owners' names. */
  names: string[];
  informs: string[];
  /** Of those, and of who hears an answer, whom the source says that it is told to. */
  calls: string[];
  /** All that it hangs on, its questions' own conditions among them. */
  needs: Need[];
  /** The steps that must be over first. */
  waits: string[];
  /** Those of them without which there is nothing to do. */
  buildsOn: string[];
  /** The roles that may report the answer to a question. */
  heard: string[];
  /** A question that is asked before anything else has begun. */
  start: boolean;
  /** What the case begins with. */
  opens: boolean;
  /** Steps of the same group are done in one contact; or ''. */
  group: string;
  /** The limit, in days or in hours; 0 without one. */
  days: number;
  hours: number;
  /** The action that the limit is counted from; '' for the event. */
  after: string;
  /** The limit in words, as a sentence begins; or ''. */
  within: string;
  say: string[];
  /** The title of the section that it stands in. */
  section: string;
  /** Whom the contact is with, inside a sentence; or ''. */
  talksTo: string;
  means: Meanings;
  /** An answer as the one who gives it says it. */
  said: Partial<Record<Answer, string>>;
  told: Told[];
  track: string;
  slot: string;
  element: HTMLElement;
}

/** How a step came to be over. `day` is an ISO date and `time` as 22:40, if the reader has said it; or ''. */
interface Over {
  how: 'gjort' | 'inte-aktuellt';
  reason: string;
  day: string;
  time: string;
}

/**
 * A case: everything that the reader has said. `role` and `event` may be ''; `time` is the event's, where a limit is in
 * hours.
 */
interface State {
  role: string;
  event: string;
  time?: string;
  answers: Record<string, Answer>;
  /** The questions to which the reader has said that she does not know yet. */
  unsure?: string[];
  over: Record<string, Over>;
}

interface Role {
  id: string;
  name: string;
  /** Its name to who has it. */
  own: string;
  /** The step that usually calls it in, and what is open when that falls away, with its id; or ''. */
  reached: string;
  gap: string;
  open: string;
  /** What the page holds of a role that only helps. */
  asks: Element[];
}

/** A step that has a limit, and when that ends. */
interface Limit extends End, Pick<Step, 'id' | 'text' | 'others' | 'days' | 'hours' | 'after' | 'within'> {
  /** The day that it is counted from; or ''. */
  from: string;
  /** Those who are responsible, as a sentence begins. */
  who: string;
}

/** What the reader is in the middle of. It is kept nowhere, and gone with the page. */
interface Moment {
  /** The step whose reason for being left out is asked for, or ''. */
  skipping: string;
  /** The step that has just been done, which stays where it was; and whether it was the first thing. */
  just: string;
  led: boolean;
  /** What is asked when it was, and whether another day is being written; ids of steps, or the event's, or ''. */
  dating: string;
  form: string;
  /** The steps of one contact that have been done since it was last said when: all are dated by one answer. */
  undated: string[];
  /** The reader has said that she does not know when it happened. */
  unknown: boolean;
  /** The first step of the contact whose words are shown large, or ''. */
  calling: string;
  /** The steps of which what must be said has been ticked in a call. */
  said: string[];
  /** The questions that have been answered since something was done: each stays where it was. */
  answered: string[];
  asking: '' | 'igen' | 'radera';
  /** The button that asked for a new event. */
  again: string;
  /** The role that was left to choose another, or ''. */
  left: string;
}

/** What a role has before it; routine/model/beginning.py has the rule for what comes first. */
interface Due {
  lead: Step[];
  ahead: Step[];
  decide: Step[];
  before: Step[];
  beside: Step[];
  rest: Step[];
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
  /** What the body says of keeping a summary; or ''. */
  care: string;
  moment: Moment;
}

/** What an action shows beside its words. */
interface Shows {
  scene: Scene;
  moment: Moment;
  /** How it went, once it is over; or ''. */
  how: string;
  /** Whether it was left out. */
  left: boolean;
  /** When it was, as the reader has said. */
  said: { day: string; time: string };
  /** Its last day. */
  last: string;
  /** What it waited for, and how that went. */
  before: string[];
}

/** What one must know of a case to tell who has been called in. */
type Whose = Pick<Scene, 'steps' | 'state' | 'roles' | 'role'>;

/** The same, with where its steps stand. */
type Placed = Whose & Pick<Scene, 'places'>;

/** A role that nobody has called in, and what is left without anybody by that. */
interface Gap {
  role: Role;
  steps: Step[];
  /** Whether what would have called it in was the reader's, and is set aside. */
  first: boolean;
}

/** What is in a fold, made once it is folded out. */
type Made = () => Child[];

/** A part of the conversation; null where there is nothing to show. */
type Stage = (scene: Scene) => HTMLElement | null;

/** What the reader has chosen about saving, and what has come of it. */
interface Store {
  saving: boolean;
  lastDay: string;
  stored: boolean;
  notice: string;
  asking: boolean;
  anew: boolean;
  open(): State | null;
  begin(state: State): boolean;
  keep(state: State): void;
  other(): State | null | undefined;
  erase(): string;
}

/** A line of the summary. */
interface Line {
  track: string;
  who: string;
  text: string;
  /** When it applies, and what it waits for, as it follows the text; or ''. */
  held: string;
  how: string;
}

interface Summary {
  handing: string[];
  care: string;
  head: string;
  days: string[];
  lines: Line[];
}

/** A question as the reader is asked it. */
interface Ask {
  step: Step;
  /** In the words that she has for it. */
  text: string;
  /** Whether the answer is hers to give; else she reports it. */
  hers: boolean;
  given: Answer | undefined;
  /** Whether she has said that she does not know yet. */
  unsure: boolean;
}

/** What the frame shows beside the scene. */
interface Shown {
  store: Store;
  moment: Moment;
  limits: Limit[];
}

/** What a conversation begins with: what the page says, and what is done with a fault. */
interface Setting {
  steps: Step[];
  roles: Role[];
  handing: string[];
  care: string;
  /** What a day is called in a calendar. */
  reminder: string;
  store: Store;
  fail: (error: unknown) => void;
}

interface Frame {
  live: HTMLElement;
  case: HTMLElement;
  sum: HTMLDetailsElement;
  more: HTMLDetailsElement;
  shownDay: string;
  enter(list: HTMLElement, who: HTMLElement): void;
  unfold(): void;
  unpack(): void;
  paint(scene: Scene | null, shown: Shown): void;
  summarise(scene: Scene | null, limits: Limit[], failed?: boolean): void;
  focused(): string;
  find(key: string): HTMLElement | null;
  focus(key: string, inSight?: boolean): void;
  reveal(id: string): void;
  say(text: string, key?: string): void;
  next(key: string): string;
  top(key: string): number;
  lead(): string;
}

interface ShownCase {
  state: State;
  moment: Moment;
  steps: Step[];
  roles: Role[];
  handing: string[];
  care: string;
  store: Store;
  frame: Frame;
  begin(takeRole: () => string): void;
  meet(role: string): void;
  restart(state: State): void;
  set(state: State, focus: string, said?: string, seen?: boolean): void;
  show(focus: string, said?: string, seen?: boolean): void;
  renew(timed?: boolean): void;
  paint(): void;
  summarise(): Promise<void>;
  scene(): Scene | null;
  limits(state: State): Limit[];
}

interface Conversation {
  shown: ShownCase;
  store: Store;
  frame: Frame;
  press(event: MouseEvent): void;
  submit(event: SubmitEvent): void;
  pointed(): void;
  other(): void;
  forget(): void;
  restore(): void;
}

interface Opener {
  /** Whether the role was pressed while the conversation was on its way. */
  pressed: boolean;
  load(source?: string): Promise<void>;
  exports(): Promise<boolean>;
}

interface RutinWords {
  guide: typeof GUIDE_WORDS;
  standing: typeof STANDING_WORDS;
  summary: typeof SUMMARY_WORDS;
}

/** Where the scripts lie that are asked for later, from the page. */
interface Addresses {
  conversation: string;
  exports: string;
}

interface Rutin {
  saved: {
    /** Under which it lies. */
    name: string;
    text(): string | null;
    drop(): boolean;
  };
  Store: { new (edition: string, ids: string[]): Store; DAYS: number };
  preload?(): void;
  opener: Opener;
  ending: {
    kept(scene: Scene | null, store: Store): HTMLElement | null;
    told(store: Store): HTMLElement | null;
    section(scene: Scene | null, store: Store, moment: Moment): HTMLElement | null;
  };
  case: {
    read(list: ParentNode): Step[];
    meets(step: Step, state: State): boolean | null;
    applies(steps: Step[], state: State): (step: Step) => boolean | null;
    standing(steps: Step[], state: State): Places;
  };
  moves: {
    /** What the day of the event is asked for by. */
    EVENT: string;
    empty(): State;
    date(state: State, id: string, day: string, time: string): State;
    settle(state: State, id: string, over: Over): State;
    answer(state: State, id: string, answer: Answer): State;
    undo(state: State, id: string): State;
    unsure(state: State, id: string): State;
  };
  news: {
    news(steps: Step[], roles: Role[], before: State, after: State): string;
    counted(steps: Step[]): string;
  };
  pieces: {
    button(key: string, text: string, attributes?: Attributes, ...more: Child[]): HTMLButtonElement;
    buttonOf(key: string, text: string, about: string): HTMLButtonElement;
    buttons(...children: Child[]): HTMLElement;
    small(...children: Child[]): HTMLElement;
    heading(id: string, title: string, count?: string): HTMLElement;
    fold(key: string, title: string, about: string, count: string, content: Made): HTMLElement;
    marked(steps: { id: string }[], fold: HTMLElement): HTMLElement;
    later<T extends Element>(fold: T, make: Made): T;
    fill(fold: Element, opening?: boolean): void;
    adopt(old: Element, wanted: Element): void;
    grouped<T>(items: T[], key: (item: T) => string): Map<string, T[]>;
    byTrack<T extends { track: string }>(items: T[]): Map<string, T[]>;
    byPerson(steps: Step[]): Step[][];
    tracks<T extends { track: string; slot: string }>(members: T[], content: (members: T[]) => Child[]): HTMLElement[];
  };
  morph: {
    into(place: Element, wanted: ChildNode[]): void;
  };
  facts: {
    copy(element: Element, key: string, theirs?: boolean): HTMLElement;
    help(ids: string[]): HTMLElement[];
    helping(place: Element): string[];
    all(step: Step): Element[];
    say(step: Step, role?: string): Element[];
    main(step: Step): Element[];
    more(step: Step): Element[];
    explained(step: Step): Element | null;
    of(step: Step, kind: string, theirs?: boolean): Element[];
    held(step: Step): Element[];
    leftOpen(step: Step): Element[];
  };
  when: {
    asked(id: string, text: string, moment: Moment, said: { day: string; time?: string }, how?: string): HTMLElement;
    together(id: string, moment: Moment): string[];
    given(field: HTMLInputElement, clock: HTMLInputElement | null): EventDay;
    dating(id: string, text: string): HTMLElement;
  };
  acts: {
    own(step: Step, shows: Shows): HTMLElement;
    first(step: Step, shows: Shows, what: string, ...besides: Child[]): HTMLElement;
    contact(steps: Step[], shows: Shows[]): HTMLElement;
    label(what: string, step: Step): HTMLElement;
    title(text: string, more?: Attributes): HTMLElement;
  };
  questions: {
    asked(ask: Ask, as?: { heading?: Child; kind?: keyof HTMLElementTagNameMap }): HTMLElement;
    first(ask: Ask): HTMLElement;
    before(ask: Ask): HTMLElement;
  };
  items: {
    waiting(scene: Scene, step: Step, advised: boolean): HTMLElement;
    perhaps(who: string, gap: string, lines: HTMLElement[]): HTMLElement;
    person(steps: Step[], count: string, item: (step: Step) => Child): HTMLElement;
    gap(gap: Gap, help: Element | null): HTMLElement;
    later(step: Step, text: string, last: string): HTMLElement;
    overs(step: Step, shows: Shows, known: boolean): HTMLElement;
    told(scene: Scene, step: Step, line: Told, comes?: boolean): HTMLElement;
    shared(scene: Scene, step: Step, line: Told): HTMLElement;
  };
  scene: {
    how(step: Step, place: Place | undefined, state: State): string;
    at(scene: Scene, place: Place): Step[];
    mine(scene: Pick<Scene, 'role'>, step: Step): boolean;
    asks(scene: Pick<Scene, 'role'>, step: Step): string;
    mineAt(scene: Scene, place: Place): Step[];
    helper(scene: Scene): boolean;
    due(scene: Scene): Due;
    leading(scene: Scene): Step[];
    called(scene: Whose, step: Step): string[];
    who(scene: Whose, step: Step): string;
    does(step: Step): string;
    tells(scene: Whose, step: Step): string;
    missing(scene: Whose, step: Step): string[];
    doubted(scene: Whose, step: Step): boolean;
    theirs(scene: Placed): Step[];
    gaps(scene: Placed): Gap[];
  };
  stages: {
    question(scene: Scene, kind?: keyof HTMLElementTagNameMap): (step: Step) => HTMLElement;
    unsent(scene: Scene, question: string): string;
    you(scene: Scene, ...kept: Child[]): HTMLElement;
    first: Stage;
    asked: Stage;
    decide: Stage;
    also: Stage;
    others: Stage;
    coming: Stage;
    done: Stage;
  };
  days: {
    limit(step: Step, state: State): Limit;
    limits(steps: Step[], places: Places, state: State): Limit[];
    last(step: Step, state: State): string;
    told(scene: Scene, limits: Limit[]): Limit[];
    dated(steps: Step[]): boolean;
    said(scene: Scene, limits: Limit[]): string;
    left(limit: Limit): string;
    own(scene: Scene): (limit: Limit) => boolean;
    section(scene: Scene, limits: Limit[]): HTMLElement | null;
  };
  handover: {
    textOf(scene: Scene, step: Step): string;
    to(scene: Scene, step: Step): string;
    section(step: Step, shows: Shows): HTMLElement | null;
  };
  call: {
    section: Stage;
  };
  clipboard: {
    copy(text: string, place: HTMLElement): Promise<boolean>;
  };
  summary: {
    of(scene: Scene, limits: Limit[]): Summary;
    text(summary: Summary): string;
    element(summary: Summary): HTMLElement;
  };
  page: {
    roles(who: HTMLElement): Role[];
    pointedAt(): HTMLElement | null;
    takeRole(all: Role[]): string;
    handing(list: ParentNode): string[];
  };
  Frame: new () => Frame;
  /** The moment in which nothing is under way. */
  moments: { calm: () => Moment };
  ShownCase: new (setting: Setting) => ShownCase;
  Conversation: new (setting: Setting) => Conversation;
}
