// @ts-check
/**
 * The store: this site's case on this device, for the reader who asks for it. Until `keep` is called nothing is
 * written; `open` only looks.
 *
 * A case lies there for at most 30 days from the day it was first saved. What cannot be read is set aside. What a newer
 * guide wrote is left as it is. Before a write, what lies there is compared with what this tab last read or wrote, so
 * that no tab overwrites or brings back what another has changed or erased. A browser may take a moment to tell its
 * tabs of each other's writes: of two in the same moment the later stands, and `onOther` tells the tab that lost.
 *
 * The browser runs nothing of ours between visits: the day a case is gone is the first time the guide is opened after
 * its last day. Nothing here throws, and `today` always comes from the caller.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { dates } = rutin;
  const { read, pack, earliest, DAYS } = rutin.savedForm;
  const { REASON } = rutin.moves;
  const { use, get, put, drop, onCase } = rutin.storage;
  const { tidy, move } = rutin.setAside;
  const { sift, news } = rutin.editionChange;
  const words = rutin.words.saving;
  const erasing = rutin.words.guide; // It is erased where this script does not come, too.

  /** @type {Opening | undefined} */
  let session;
  /** The text this tab last read or wrote while it is saving; null while it is not. @type {string | null} */
  let seen = null;
  /** Another tab's text that the reader has been asked about. @type {string | null} */
  let offered = null;
  /** @type {Set<(change: OtherTab) => void>} */
  const listeners = new Set();

  /** @param {string} notice @param {Partial<Written>} [more] @returns {Written} */
  const result = (notice, more = {}) => {
    const refused = { ok: false, saving: seen !== null, until: '', conflict: false, theirs: null };
    return { ...refused, notice, ...more };
  };

  /** @param {Saved} entry */
  const mine = (entry) => sift(entry.state, /** @type {Opening} */ (session).known).state;

  /**
   * What lies there on this day: nothing after its last day, nothing unreadable, and not from a day to come (the clock
   * had been wrong), or its 30 days would be many more. `free` when nothing is left that a new case would replace.
   * @param {string} today @returns {Look}
   */
  const look = (today) => {
    const text = get('case');
    if (typeof text !== 'string') return { notice: text === null ? '' : words.blocked, free: text === null };
    const found = read(text);
    if (found.kind === 'newer') return { notice: words.newer, free: false };
    const until = found.kind === 'case' ? found.entry.until : found.until;
    if (until && today > until) {
      const free = drop('case');
      return { notice: free ? words.expired(DAYS) : erasing.cannotErase, free };
    }
    if (found.kind === 'broken') {
      const last = earliest(until, dates.add(today, DAYS));
      const free = move({ until: last, text }, today);
      return { notice: free ? words.setAside(dates.long(last)) : words.stuck, free };
    }
    const { entry } = found;
    return entry.saved <= today ? { notice: '', text, entry, free: false } : dated(entry, text, today);
  };

  /**
   * A case from a day to come, as if it had been saved today.
   * @param {Saved} entry @param {string} text @param {string} today @returns {Look}
   */
  const dated = (entry, text, today) => {
    const now = { ...entry, saved: today, until: earliest(entry.until, dates.add(today, DAYS)) };
    const again = pack(now);
    const written = again !== null && put('case', again);
    return written ? { notice: '', text: again, entry: now, free: false } : { notice: '', text, entry, free: false };
  };

  /** Before anything is saved in this tab: what may lie there is not looked at. @param {Opening} opening */
  const begin = (opening) => {
    session = opening;
    use(opening.site);
    seen = offered = null;
  };

  /** Looks for a saved case, and goes on saving it if there is one. @param {Opening} opening @returns {Opened} */
  const open = (opening) => {
    begin(opening);
    /** @param {string} notice @param {Partial<Opened>} [more] @returns {Opened} */
    const opened = (notice, more = {}) => {
      const stored = Boolean(get('case') || get('aside'));
      return { state: null, notice, saving: false, until: '', stored, ...more };
    };
    if (!dates.parse(opening.today)) return opened('');
    tidy(opening.today);
    const { notice, text, entry } = look(opening.today);
    // A reader who has not asked for anything is not told that it would not work.
    if (!text || !entry) return opened(notice === words.blocked ? '' : notice);
    seen = text;
    const { state, gone } = sift(entry.state, opening.known);
    return opened(news(entry, gone, opening), { state, saving: true, until: entry.until });
  };

  /**
   * Starts saving. If a case lies there already, which another tab has saved since this one was opened, it is not
   * overwritten.
   * @param {{ state: State, edition: string, words?: Names, today: string }} first @returns {Written}
   */
  const keep = ({ state, edition, words: names = {}, today }) => {
    if (!session || !dates.parse(today)) return result(words.blocked);
    session = { ...session, edition };
    if (seen !== null && get('case') !== null) return write(state, names, false, today);
    seen = offered = null;
    const there = look(today);
    if (there.text && there.entry) {
      offered = there.text;
      return result(words.taken, { conflict: true, theirs: mine(there.entry), until: there.entry.until });
    }
    if (!there.free) return result(there.notice);
    const until = dates.add(today, DAYS);
    const text = pack({ edition, saved: today, until, revision: 1, state, words: names });
    if (!text) return result(words.unfit(REASON));
    if (!put('case', text) || get('case') !== text) {
      drop('case');
      return result(words.blocked);
    }
    seen = text;
    return result(there.notice, { ok: true, saving: true, until });
  };

  /** Something else lies there than this tab left. @param {string | null} text @returns {Written} */
  const conflict = (text) => {
    const found = text === null ? null : read(text);
    if (found?.kind === 'case') {
      offered = text;
      return result(words.changed, { conflict: true, theirs: mine(found.entry), until: found.entry.until });
    }
    seen = offered = null;
    return result(found ? (found.kind === 'newer' ? words.newer : words.unreadable) : words.gone, { conflict: true });
  };

  /**
   * Saves a change. With `replace`, what is replaced is the other tab's case that the last conflict or change told
   * about: the reader has been asked. With `today`, a page left open past the last day stops saving. What is `anew` is
   * of another event, and has days of its own.
   * @param {State} state @param {Names} [names] @param {boolean} [replace] @param {string} [today]
   * @param {boolean} [anew] @returns {Written}
   */
  const write = (state, names = {}, replace = false, today = '', anew = false) => {
    const base = replace ? offered : seen;
    if (!session || base === null) return result(words.off);
    const text = get('case');
    if (text === undefined) return result(words.full);
    if (text !== base) return conflict(text);
    const { entry } = /** @type {{ entry: Saved }} */ (read(base));
    if (today > entry.until) {
      if (!drop('case')) return result(erasing.cannotErase);
      seen = offered = null;
      return result(words.expired(DAYS));
    }
    const { edition } = session;
    const { saved, until } = anew ? { saved: today, until: dates.add(today, DAYS) } : entry;
    const next = pack({ ...entry, saved, until, edition, revision: entry.revision + 1, state, words: names });
    if (!next) return result(words.unfit(REASON), { until: entry.until });
    if (!put('case', next)) return result(words.full, { until: entry.until });
    seen = next;
    offered = null;
    return result('', { ok: true, saving: true, until });
  };

  /**
   * Takes over the other tab's case that the last conflict or change told about, as it lies there: nothing is written,
   * so that no tab is asked about it again.
   * @returns {Written}
   */
  const adopt = () => {
    if (offered === null) return result(words.off);
    const text = get('case');
    if (text !== offered) return text === undefined ? result(words.full) : conflict(text);
    seen = offered;
    offered = null;
    const { entry } = /** @type {{ entry: Saved }} */ (read(seen));
    return result('', { ok: true, saving: true, until: entry.until, theirs: mine(entry) });
  };

  /** Removes all that was ever saved, and stops saving. @returns {Written} */
  const erase = () => {
    seen = offered = null;
    const ok = [drop('case'), drop('aside')].every(Boolean);
    return result(ok ? erasing.erasedAll : erasing.cannotErase, { ok });
  };

  /**
   * Tells when another tab has written or erased.
   * @param {(change: OtherTab) => void} listener @returns {() => void} Stops telling.
   */
  const onOther = (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

  onCase(() => {
    // What lies there now counts, not what the event says: it may come late, after a change of our own.
    const text = get('case');
    if (text === undefined || text === seen) return;
    const found = text === null ? null : read(text);
    const state = session && found?.kind === 'case' ? mine(found.entry) : null;
    offered = state ? text : null;
    for (const listener of listeners) listener({ kind: text === null ? 'erased' : 'wrote', state });
  });

  rutin.store = { begin, open, keep, write, adopt, erase, onOther, DAYS };
})();
