// @ts-check
/**
 * The guide's memory on this device, for the reader who asks for it. Until `keep` is called nothing is written; `open` only looks.
 *
 * One case lies under one key of localStorage, for at most 30 days from the day it was first saved. What cannot be read there is moved aside
 * under a second key, with a last day of its own. Both keys end in the site's address: a browser gives all sites on one host one store, and
 * all sites in files. What a newer guide wrote is left as it is. Before a write, what lies there is compared with
 * what this tab last read or wrote, so that no tab overwrites or brings back what another has changed or erased. A browser may take a moment
 * to tell its tabs of each other's writes: of two in the same moment the later stands, and `onOther` tells the tab that lost.
 *
 * The browser runs nothing of ours between visits: the day a case is gone is the first time the guide is opened after its last day.
 * Nothing here throws, and `today` always comes from the caller. What a saved case looks like stands in saved.js, which it
 * needs, with dates.js.
 */
(() => {
  'use strict';

  /** @typedef {{ until: string, text: string }} Aside */

  const { rutin } = window;
  const { dates } = rutin;
  const { read, pack, sift, news, aside, earliest, attempt, DAYS, REASON } = rutin.saved;

  /** The keys of the site that is open; those of none until then. */
  let KEY = '';
  let ASIDE = '';

  /** @param {string} site Its address. */
  const name = (site) => {
    KEY = `rutinguiden ${site}`;
    ASIDE = `rutinguiden-avsatt ${site}`;
  };

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
    erased: 'Svaren är raderade, och allt som var sparat. Kopierad text, kalenderfiler och historik finns kvar.',
    uneraseable: 'Webbläsaren lät inte guiden radera. Ta bort webbplatsens data i webbläsarens inställningar.',
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

  /** What lies aside, without what is past its last day. @param {string} today */
  const setAside = (today) => aside(get(ASIDE) ?? '', today);

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
  /** @type {Set<(change: OtherTab) => void>} */
  const listeners = new Set();

  /** @param {string} notice @param {Partial<Written>} [more] @returns {Written} */
  const result = (notice, more = {}) => ({ ok: false, saving: seen !== null, until: '', notice, conflict: false, theirs: null, ...more });

  /** @param {Saved} entry */
  const mine = (entry) => sift(entry.state, /** @type {Opening} */ (session).known).state;

  /**
   * What lies there on this day: nothing after its last day, nothing unreadable, and not from a day to come (the clock had been wrong), or its
   * 30 days would be many more. @param {string} today @returns {{ notice: string, text?: string, entry?: Saved, free: boolean }}
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
    name(opening.site);
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
   * @param {{ state: State, edition: string, words?: Words, today: string }} first @returns {Written}
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

  /** Something else lies there than this tab left. @param {string | null} text @returns {Written} */
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
   * @param {State} state @param {Words} [words] @param {boolean} [replace] @param {string} [today] @returns {Written}
   */
  const write = (state, words = {}, replace = false, today = '') => {
    const base = replace ? offered : seen;
    if (!session || base === null) return result(TOLD.off);
    const text = get(KEY);
    if (text === undefined) return result(TOLD.full);
    if (text !== base) return conflict(text);
    const { entry } = /** @type {{ entry: Saved }} */ (read(base));
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

  /**
   * Takes over the other tab's case that the last conflict or change told about, as it lies there: nothing is written, so that no tab is asked
   * about it again. @returns {Written}
   */
  const adopt = () => {
    if (offered === null) return result(TOLD.off);
    const text = get(KEY);
    if (text !== offered) return text === undefined ? result(TOLD.full) : conflict(text);
    seen = offered;
    offered = null;
    const { entry } = /** @type {{ entry: Saved }} */ (read(seen));
    return result('', { ok: true, saving: true, until: entry.until, theirs: mine(entry) });
  };

  /** Removes all that was ever saved, and stops saving. @returns {Written} */
  const erase = () => {
    seen = offered = null;
    const ok = [drop(KEY), drop(ASIDE)].every(Boolean);
    return result(ok ? TOLD.erased : TOLD.uneraseable, { ok });
  };

  /** Tells when another tab has written or erased. @param {(change: OtherTab) => void} listener @returns {() => void} Stops telling. */
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

  rutin.memory = { open, keep, write, adopt, erase, onOther, DAYS, REASON };
})();
