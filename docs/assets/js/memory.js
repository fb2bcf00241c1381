// @ts-check
/**
 * The guide's memory on this device, for the reader who asks for it. Until `keep` is called nothing is written; `open` only looks.
 *
 * One case lies under one key of localStorage, for at most 30 days from the day it was first saved. What cannot be read there is moved aside
 * under a second key, with a last day of its own. What a newer guide wrote is left as it is. Before a write, what lies there is compared with
 * what this tab last read or wrote, so that no tab overwrites or brings back what another has changed or erased. A browser may take a moment
 * to tell its tabs of each other's writes: of two in the same moment the later stands, and `onOther` tells the tab that lost.
 *
 * The browser runs nothing of ours between visits: the day a case is gone is the first time the guide is opened after its last day.
 * Nothing here throws, and `today` always comes from the caller. Needs dates.js.
 */
(() => {
  'use strict';

  /** @typedef {'ja' | 'nej'} Answer */
  /** @typedef {{ how: 'gjort' | 'inte-aktuellt', reason: string, day: string }} Over `day` may be ''. */
  /** @typedef {{ role: string, event: string, answers: Record<string, Answer>, over: Record<string, Over> }} State `role` and `event` may be ''. */
  /** @typedef {Record<string, string>} Words What an id is called on the page. */
  /** @typedef {{ actions: string[], questions: string[], roles: string[] }} Known The ids of this edition. */
  /** @typedef {{ version: 1, edition: string, saved: string, until: string, revision: number, state: State, words: Words }} Entry */
  /** @typedef {{ kind: 'case', entry: Entry } | { kind: 'newer' } | { kind: 'broken', until: string }} Found `until` is '' if it has no day. */
  /** @typedef {{ until: string, text: string }} Aside */
  /** @typedef {{ edition: string, known: Known, texts?: Words, today: string }} Opening */
  /**
   * @typedef {{ state: State | null, notice: string, saving: boolean, until: string, stored: boolean }} Opened
   * `stored`: something of ours lies on this device, readable or not, so "Radera allt" has something to do.
   */
  /**
   * @typedef {{ ok: boolean, saving: boolean, until: string, notice: string, conflict: boolean, theirs: State | null }} Result
   * `conflict`: another tab came first and nothing was written. `theirs` is its case, or null if it erased it or left nothing readable.
   */
  /** @typedef {{ kind: 'wrote' | 'erased', state: State | null }} Change `state` is the other tab's case; null also if it left nothing readable. */
  /** @typedef {{ parse: (text: string) => string, add: (iso: string, days: number) => string, long: (iso: string) => string }} Dates */

  const shared = /** @type {Window & { rutin?: Record<string, unknown> }} */ (/** @type {unknown} */ (window));
  const rutin = (shared.rutin ??= {});
  const dates = /** @type {Dates} */ (rutin.dates);

  const KEY = 'rutinguiden';
  const ASIDE = 'rutinguiden-avsatt';
  const VERSION = 1;
  const DAYS = 30;
  const REASON = 500;
  const MOST_ID = 100;
  const MOST_WORDS = 300;
  const MOST_ENTRIES = 500;
  const MOST_TEXT = 500_000;
  const MOST_NAMED = 8;
  const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

  const TOLD = {
    expired: 'Det sparade ärendet har tagits bort, 30 dagar har gått.',
    /** @param {string} until */
    aside: (until) =>
      `Det sparade ärendet går inte att läsa. Det är lagt åt sidan på den här enheten till och med ${dates.long(until)}. ` +
      'Du kan börja om här. Vill du ta bort det nu, välj Radera allt.',
    stuck: 'Det sparade ärendet går inte att läsa, och inte att flytta. Du kan använda guiden utan att spara. Vill du ta bort det, välj Radera allt.',
    newer:
      'Här finns ett ärende som en nyare version av guiden har sparat. Det är orört. Ladda om sidan för att få den nya versionen. ' +
      'Du kan använda guiden ändå, men inget nytt sparas.',
    blocked: 'Webbläsaren låter inte guiden spara på den här enheten. Det du fyller i finns kvar så länge sidan är öppen.',
    full: 'Ändringen är inte sparad, för webbläsaren tog inte emot den. Det du sparade tidigare finns kvar.',
    unfit: `Ändringen är inte sparad. En anledning får ha högst ${REASON} tecken.`,
    off: 'Inget är sparat. Vill du spara, välj Spara på den här enheten.',
    taken: 'Ett ärende är redan sparat på den här enheten. Välj vilket du vill behålla.',
    changed: 'Ärendet har ändrats i en annan flik. Din ändring är inte sparad. Välj vilket du vill behålla.',
    gone: 'Ärendet är raderat i en annan flik. Inget mer sparas, om du inte väljer att spara igen.',
    unreadable: 'Det sparade ärendet går inte längre att läsa. Din ändring är inte sparad. Välj Spara på den här enheten för att spara igen.',
    erased: 'Allt är raderat på den här enheten.',
    uneraseable: 'Webbläsaren lät inte guiden radera. Ta bort webbplatsens data i webbläsarens inställningar.',
  };

  // What was read, checked to the last value. The checks throw; those who call them catch.

  /** @param {unknown} ok */
  const must = (ok) => {
    if (!ok) throw new TypeError('Not a saved case');
  };

  /** @param {unknown} value @returns {Record<string, unknown>} */
  const record = (value) => {
    must(typeof value === 'object' && value && !Array.isArray(value));
    return /** @type {Record<string, unknown>} */ (value);
  };

  /** Never what a prototype holds. @param {unknown} value @param {string} key @returns {unknown} */
  const own = (value, key) => (Object.hasOwn(record(value), key) ? record(value)[key] : undefined);

  /** @param {unknown} value @param {number} most */
  const string = (value, most) => {
    must(typeof value === 'string' && value.length <= most);
    return /** @type {string} */ (value);
  };

  /** @param {unknown} value */
  const id = (value) => {
    must(ID.test(string(value, MOST_ID)));
    return /** @type {string} */ (value);
  };

  /** @template {string} T @param {unknown} value @param {T[]} allowed */
  const one = (value, allowed) => {
    must(allowed.includes(/** @type {T} */ (value)));
    return /** @type {T} */ (value);
  };

  /** @param {unknown} value */
  const day = (value) => {
    must(typeof value === 'string' && dates.parse(value));
    return /** @type {string} */ (value);
  };

  /** @param {unknown} value */
  const dayOrNone = (value) => (value === '' ? '' : day(value));

  /** Without a prototype, so that no id finds anything but what was saved. @template T @param {[string, T][]} entries @returns {Record<string, T>} */
  const bare = (entries) => Object.assign(Object.create(null), Object.fromEntries(entries));

  /** @template T @param {unknown} value @param {(each: unknown) => T} check */
  const map = (value, check) => {
    const entries = Object.entries(record(value));
    must(entries.length <= MOST_ENTRIES);
    return bare(entries.map(([key, each]) => [id(key), check(each)]));
  };

  /** @param {unknown} value @returns {Over} */
  const over = (value) => ({
    how: one(own(value, 'how'), ['gjort', 'inte-aktuellt']),
    reason: string(own(value, 'reason'), REASON),
    day: dayOrNone(own(value, 'day')),
  });

  /** Only what belongs to a state is copied. @param {unknown} value @returns {State} */
  const stateOf = (value) => ({
    role: own(value, 'role') === '' ? '' : id(own(value, 'role')),
    event: dayOrNone(own(value, 'event')),
    answers: map(own(value, 'answers'), (each) => one(each, ['ja', 'nej'])),
    over: map(own(value, 'over'), over),
  });

  /** @param {unknown} value @returns {Entry} */
  const entryOf = (value) => {
    const revision = /** @type {number} */ (own(value, 'revision'));
    must(own(value, 'version') === VERSION && Number.isSafeInteger(revision) && revision > 0);
    const saved = day(own(value, 'saved'));
    return {
      version: VERSION,
      edition: string(own(value, 'edition'), MOST_ID),
      saved,
      until: earliest(day(own(value, 'until')), dates.add(saved, DAYS)),
      revision,
      state: stateOf(own(value, 'state')),
      words: map(own(value, 'words'), (each) => string(each, MOST_WORDS)),
    };
  };

  /** @template T, U @param {() => T} act @param {U} otherwise @returns {T | U} */
  const attempt = (act, otherwise) => {
    try {
      return act();
    } catch {
      return otherwise;
    }
  };

  /** '' is no day. @param {...string} days */
  const earliest = (...days) => days.filter(Boolean).sort()[0];

  /** @param {string} text @returns {Found} */
  const read = (text) => {
    const value = attempt(() => /** @type {unknown} */ (JSON.parse(text)), null);
    const version = attempt(() => own(value, 'version'), null);
    if (Number.isSafeInteger(version) && Number(version) > VERSION) return { kind: 'newer' };
    const entry = text.length <= MOST_TEXT && attempt(() => entryOf(value), null);
    return entry ? { kind: 'case', entry } : { kind: 'broken', until: attempt(() => day(own(value, 'until')), '') };
  };

  /** The text to store, or null if it could not be read back as a case. @param {Omit<Entry, 'version'>} entry */
  const pack = (entry) =>
    attempt(() => {
      const state = stateOf(entry.state);
      // Of all that the page has words for, only what the reader has chosen.
      const ids = [state.role, ...Object.keys(state.answers), ...Object.keys(state.over)];
      const words = bare(ids.filter((each) => own(entry.words, each)).map((each) => [each, String(entry.words[each]).slice(0, MOST_WORDS)]));
      const text = JSON.stringify({ ...entry, version: VERSION, state, words });
      return read(text).kind === 'case' ? text : null;
    }, null);

  // What a changed edition means for what was saved.

  /** @param {State} state @param {Known} known @returns {{ state: State, gone: string[] }} */
  const sift = (state, known) => {
    /** @type {string[]} */
    const gone = [];
    /** @param {string} id @param {string[]} ids */
    const stays = (id, ids) => ids.includes(id) || !gone.push(id);
    /** @template T @param {Record<string, T>} all @param {string[]} ids */
    const kept = (all, ids) => bare(Object.entries(all).filter(([each]) => stays(each, ids)));
    const role = state.role && stays(state.role, known.roles) ? state.role : '';
    return { state: { ...state, role, answers: kept(state.answers, known.questions), over: kept(state.over, known.actions) }, gone };
  };

  /** @param {string[]} names */
  const series = (names) => {
    const shown = names.slice(0, MOST_NAMED).map((name) => `”${name.replace(/\s+/g, ' ')}”`);
    if (names.length > MOST_NAMED) shown.push(`${names.length - MOST_NAMED} till`);
    return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} och ${shown[shown.length - 1]}` : shown[0];
  };

  /** What the reader is told about another edition; '' if it is the same. @param {Entry} entry @param {string[]} gone @param {Opening} now */
  const news = ({ edition, words, state }, gone, now) => {
    const { texts = {} } = now;
    const said = edition === now.edition ? [] : ['Rutinen har kommit i en ny utgåva sedan du sparade.'];
    if (gone.length) {
      const named = gone.map((each) => words[each]).filter(Boolean);
      const count = gone.length === 1 ? 'En sak' : `${gone.length} saker`;
      const names = named.length ? `${named.length < gone.length ? ', bland annat ' : ': '}${series(named)}` : '';
      said.push(`${count} i ditt ärende finns inte längre i rutinen${names}. Resten är kvar.`);
      if (gone.includes(state.role)) said.push('Välj igen vem du är.');
    } else if (said.length) said.push('Allt du har fyllt i är kvar.');
    const reworded = Object.keys(words).filter((each) => !gone.includes(each) && own(texts, each) && texts[each].slice(0, MOST_WORDS) !== words[each]);
    if (reworded.length) said.push(`Läs igen, orden har ändrats: ${series(reworded.map((each) => texts[each].slice(0, MOST_WORDS)))}.`);
    return said.join(' ');
  };

  // The store. Asking for it throws where the browser blocks it, and so may every call to it.

  /** undefined if it cannot be read. @param {string} key */
  const get = (key) => attempt(() => window.localStorage.getItem(key), undefined);

  /** @param {string} key @param {string} text */
  const put = (key, text) =>
    attempt(() => {
      window.localStorage.setItem(key, text);
      return true;
    }, false);

  /** @param {string} key */
  const drop = (key) => attempt(() => (window.localStorage.removeItem(key), true), false) && !get(key);

  /** What lies aside, without what is past its last day. If it cannot be read, it is itself given a last day. @param {string} today @returns {Aside[]} */
  const setAside = (today) => {
    const text = get(ASIDE);
    const limit = dates.add(today, DAYS);
    if (!text) return [];
    /** @param {unknown} item */
    const item = (item) => ({ until: earliest(day(own(item, 'until')), limit), text: string(own(item, 'text'), Infinity) });
    const items = attempt(() => /** @type {unknown[]} */ (JSON.parse(text)).map(item), [{ until: limit, text }]);
    return items.filter((each) => each.until >= today);
  };

  /** @param {string} today */
  const tidy = (today) => {
    const items = setAside(today);
    const text = items.length ? JSON.stringify(items) : null;
    const there = get(ASIDE) ?? null;
    if (text && text !== there) put(ASIDE, text);
    else if (!text && there !== null) drop(ASIDE);
  };

  /** Moves what cannot be read out of the way. If there is no room for it, it stays where it was. @param {Aside} item @param {string} today */
  const moveAside = (item, today) => {
    const items = [...setAside(today), item];
    if (!drop(KEY)) return false;
    if (put(ASIDE, JSON.stringify(items))) return true;
    put(KEY, item.text);
    return false;
  };

  // This tab.

  /** @type {Opening | undefined} */
  let session;
  /** The text this tab last read or wrote while it is saving; null while it is not. @type {string | null} */
  let seen = null;
  /** Another tab's text that the reader has been asked about. @type {string | null} */
  let offered = null;
  /** @type {Set<(change: Change) => void>} */
  const listeners = new Set();

  /** @param {string} notice @param {Partial<Result>} [more] @returns {Result} */
  const result = (notice, more = {}) => ({ ok: false, saving: seen !== null, until: '', notice, conflict: false, theirs: null, ...more });

  /** @param {Entry} entry */
  const mine = (entry) => sift(entry.state, /** @type {Opening} */ (session).known).state;

  /**
   * What lies there on this day: nothing after its last day, nothing unreadable, and not from a day to come (the clock had been wrong), or its
   * 30 days would be many more. @param {string} today @returns {{ notice: string, text?: string, entry?: Entry, free: boolean }}
   */
  const look = (today) => {
    const text = get(KEY);
    if (typeof text !== 'string') return { notice: text === null ? '' : TOLD.blocked, free: text === null };
    const found = read(text);
    if (found.kind === 'newer') return { notice: TOLD.newer, free: false };
    const until = found.kind === 'case' ? found.entry.until : found.until;
    if (until && today > until) {
      const free = drop(KEY);
      return { notice: free ? TOLD.expired : TOLD.uneraseable, free };
    }
    if (found.kind === 'broken') {
      const last = earliest(until, dates.add(today, DAYS));
      const free = moveAside({ until: last, text }, today);
      return { notice: free ? TOLD.aside(last) : TOLD.stuck, free };
    }
    const { entry } = found;
    if (entry.saved <= today) return { notice: '', text, entry, free: false };
    const dated = { ...entry, saved: today, until: earliest(until, dates.add(today, DAYS)) };
    const again = pack(dated);
    return again && put(KEY, again) ? { notice: '', text: again, entry: dated, free: false } : { notice: '', text, entry, free: false };
  };

  /** Looks for a saved case, and goes on saving it if there is one. @param {Opening} opening @returns {Opened} */
  const open = (opening) => {
    session = opening;
    seen = offered = null;
    /** @param {string} notice @param {Partial<Opened>} [more] @returns {Opened} */
    const opened = (notice, more = {}) => ({ state: null, notice, saving: false, until: '', stored: Boolean(get(KEY) || get(ASIDE)), ...more });
    if (!dates.parse(opening.today)) return opened('');
    tidy(opening.today);
    const { notice, text, entry } = look(opening.today);
    // A reader who has not asked for anything is not told that it would not work.
    if (!text || !entry) return opened(notice === TOLD.blocked ? '' : notice);
    seen = text;
    const { state, gone } = sift(entry.state, opening.known);
    return opened(news(entry, gone, opening), { state, saving: true, until: entry.until });
  };

  /**
   * Starts saving. If a case lies there already, which another tab has saved since this one was opened, it is not overwritten.
   * @param {{ state: State, edition: string, words?: Words, today: string }} first @returns {Result}
   */
  const keep = ({ state, edition, words = {}, today }) => {
    if (!session || !dates.parse(today)) return result(TOLD.blocked);
    session = { ...session, edition };
    if (seen !== null && get(KEY) !== null) return write(state, words, false, today);
    seen = offered = null;
    const there = look(today);
    if (there.text && there.entry) {
      offered = there.text;
      return result(TOLD.taken, { conflict: true, theirs: mine(there.entry), until: there.entry.until });
    }
    if (!there.free) return result(there.notice);
    const until = dates.add(today, DAYS);
    const text = pack({ edition, saved: today, until, revision: 1, state, words });
    if (!text) return result(TOLD.unfit);
    if (!put(KEY, text) || get(KEY) !== text) {
      drop(KEY);
      return result(TOLD.blocked);
    }
    seen = text;
    return result(there.notice, { ok: true, saving: true, until });
  };

  /** Something else lies there than this tab left. @param {string | null} text @returns {Result} */
  const conflict = (text) => {
    const found = text === null ? null : read(text);
    if (found?.kind === 'case') {
      offered = text;
      return result(TOLD.changed, { conflict: true, theirs: mine(found.entry), until: found.entry.until });
    }
    seen = offered = null;
    return result(found ? (found.kind === 'newer' ? TOLD.newer : TOLD.unreadable) : TOLD.gone, { conflict: true });
  };

  /**
   * Saves a change. With `replace`, what is replaced is the other tab's case that the last conflict or change told about: the reader has been
   * asked. With `today`, a page left open past the last day stops saving.
   * @param {State} state @param {Words} [words] @param {boolean} [replace] @param {string} [today] @returns {Result}
   */
  const write = (state, words = {}, replace = false, today = '') => {
    const base = replace ? offered : seen;
    if (!session || base === null) return result(TOLD.off);
    const text = get(KEY);
    if (text === undefined) return result(TOLD.full);
    if (text !== base) return conflict(text);
    const { entry } = /** @type {{ entry: Entry }} */ (read(base));
    if (today > entry.until) {
      if (!drop(KEY)) return result(TOLD.uneraseable);
      seen = offered = null;
      return result(TOLD.expired);
    }
    const next = pack({ ...entry, edition: session.edition, revision: entry.revision + 1, state, words });
    if (!next) return result(TOLD.unfit, { until: entry.until });
    if (!put(KEY, next)) return result(TOLD.full, { until: entry.until });
    seen = next;
    offered = null;
    return result('', { ok: true, saving: true, until: entry.until });
  };

  /** Removes all that was ever saved, and stops saving. @returns {Result} */
  const erase = () => {
    seen = offered = null;
    const ok = [drop(KEY), drop(ASIDE)].every(Boolean);
    return result(ok ? TOLD.erased : TOLD.uneraseable, { ok });
  };

  /** Tells when another tab has written or erased. @param {(change: Change) => void} listener @returns {() => void} Stops telling. */
  const onOther = (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

  window.addEventListener('storage', (event) => {
    if (event.key !== KEY && event.key !== null) return;
    // What lies there now counts, not what the event says: it may come late, after a change of our own.
    const text = get(KEY);
    if (text === undefined || text === seen) return;
    const found = text === null ? null : read(text);
    const state = session && found?.kind === 'case' ? mine(found.entry) : null;
    offered = state ? text : null;
    for (const listener of listeners) listener({ kind: text === null ? 'erased' : 'wrote', state });
  });

  rutin.memory = { open, keep, write, erase, onOther, DAYS, REASON };
})();
