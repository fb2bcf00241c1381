// @ts-check
/**
 * What a saved case looks like as text, checked to the last value when it is read. Nothing here touches the store or
 * the clock, and nothing throws but the checks, which those who call them catch.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { dates } = rutin;
  const { REASON } = rutin.moves;

  const VERSION = 1;
  const DAYS = 30;
  const MOST_ID = 100;
  const MOST_WORDS = 300;
  const MOST_ENTRIES = 500;
  const MOST_TEXT = 500_000;
  const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
  const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

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

  /**
   * Without a prototype, so that no id finds anything but what was saved.
   * @template T @param {[string, T][]} entries @returns {Record<string, T>}
   */
  const bare = (entries) => Object.assign(Object.create(null), Object.fromEntries(entries));

  /** @template T @param {unknown} value @param {(each: unknown) => T} check */
  const map = (value, check) => {
    const entries = Object.entries(record(value));
    must(entries.length <= MOST_ENTRIES);
    return bare(entries.map(([key, each]) => [id(key), check(each)]));
  };

  /** A build before this had no time; of the event it is there only when it has been said. @param {unknown} value */
  const timeOrNone = (value) => {
    must(value === undefined || value === '' || (typeof value === 'string' && TIME.test(value)));
    return /** @type {string} */ (value ?? '');
  };

  /** A build before this had none. @param {unknown} value @returns {string[]} Each once. */
  const idsOrNone = (value) => {
    const ids = /** @type {unknown[]} */ (value ?? []);
    must(Array.isArray(ids) && ids.length <= MOST_ENTRIES);
    return [...new Set(ids.map(id))];
  };

  /** @param {unknown} value @returns {Over} */
  const over = (value) => ({
    how: one(own(value, 'how'), ['gjort', 'inte-aktuellt']),
    reason: string(own(value, 'reason'), REASON),
    day: dayOrNone(own(value, 'day')),
    time: timeOrNone(own(value, 'time')),
  });

  /**
   * A build before this marked what others may have done as passed by, and answers that were assumed. Nobody has said
   * it: it is left out.
   * @param {Over} over
   */
  const said = ({ reason, day }) => day !== '' || reason !== 'före min del';

  /** Only what belongs to a state is copied. @param {unknown} value @returns {State} */
  const stateOf = (value) => {
    const time = timeOrNone(own(value, 'time'));
    const overs = map(own(value, 'over'), over);
    const unsure = idsOrNone(own(value, 'unsure'));
    const answers = map(own(value, 'answers'), (each) => one(each, ['ja', 'nej']));
    return {
      role: own(value, 'role') === '' ? '' : id(own(value, 'role')),
      event: dayOrNone(own(value, 'event')),
      ...(time && { time }),
      answers: bare(
        /** @type {[string, Answer][]} */ (Object.entries(answers)).filter(([key]) => !overs[key] || said(overs[key]))
      ),
      ...(unsure.length > 0 && { unsure }),
      over: bare(Object.entries(overs).filter(([, each]) => said(each))),
    };
  };

  /** @param {unknown} value @returns {Saved} */
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

  /** @param {string} text @returns {FoundCase} */
  const read = (text) => {
    const value = attempt(() => /** @type {unknown} */ (JSON.parse(text)), null);
    const version = attempt(() => own(value, 'version'), null);
    if (Number.isSafeInteger(version) && Number(version) > VERSION) return { kind: 'newer' };
    const entry = text.length <= MOST_TEXT && attempt(() => entryOf(value), null);
    return entry ? { kind: 'case', entry } : { kind: 'broken', until: attempt(() => day(own(value, 'until')), '') };
  };

  /** The text to store, or null if it could not be read back as a case. @param {Omit<Saved, 'version'>} entry */
  const pack = (entry) =>
    attempt(() => {
      const state = stateOf(entry.state);
      // Of all that the page has words for, only what the reader has chosen.
      const ids = [state.role, ...Object.keys(state.answers), ...Object.keys(state.over)];
      const named = ids.filter((each) => own(entry.words, each));
      const words = bare(named.map((each) => [each, String(entry.words[each]).slice(0, MOST_WORDS)]));
      const text = JSON.stringify({ ...entry, version: VERSION, state, words });
      return read(text).kind === 'case' ? text : null;
    }, null);

  /**
   * What was laid aside, without what is past its last day. A list that cannot be read is itself given a last day.
   * @param {string} text @param {string} today @returns {Aside[]}
   */
  const aside = (text, today) => {
    const limit = dates.add(today, DAYS);
    if (!text) return [];
    /** @param {unknown} item */
    const item = (item) => ({
      until: earliest(day(own(item, 'until')), limit),
      text: string(own(item, 'text'), Infinity),
    });
    const items = attempt(() => /** @type {unknown[]} */ (JSON.parse(text)).map(item), [{ until: limit, text }]);
    return items.filter((each) => each.until >= today);
  };

  rutin.savedForm = { read, pack, aside, bare, own, earliest, attempt, DAYS, MOST_WORDS };
})();
