// @ts-check
/**
 * The reader's choice to save her case on this device: until she has made it nothing is written. The case lies there
 * for at most 30 days from when it was first saved. Of two tabs the one that wrote last counts, and the other shows
 * what it wrote. What cannot be read, or is of another edition, is removed and never read in part.
 *
 * The browser runs nothing of ours between visits: the day a case is gone is the first time the guide is opened after
 * its last day.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { add, parse, today } = rutin.dates;
  const { name, text, drop } = rutin.saved;
  const words = rutin.words.guide;

  const VERSION = 1;
  const DAYS = 30;
  const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

  /** @param {string} day @param {string} time Each as the reader has said it, or ''. */
  const timed = (day, time) => (day === '' || parse(day) !== '') && (time === '' || TIME.test(time));

  /** Whether each value is one that the guide writes. @param {State} state */
  const whole = ({ role, event, time = '', answers, unsure = [], over }) =>
    [role, ...unsure].every((id) => typeof id === 'string') &&
    timed(event, time) &&
    Object.values(answers).every((answer) => ['ja', 'nej'].includes(answer)) &&
    Object.values(over).every(
      ({ how, reason, day, time = '' }) =>
        ['gjort', 'inte-aktuellt'].includes(how) && typeof reason === 'string' && timed(day, time)
    );

  class Store {
    static DAYS = DAYS;
    /** Whether changes are being saved, and the last day that the case lies there. */
    saving = false;
    lastDay = '';
    /** Whether something of ours lies here that could not be removed, or is saved. */
    stored = false;
    /** What the last that was done here gave to tell. */
    notice = '';
    /** Whether the reader is asked to confirm. */
    asking = false;
    /** Whether another event has been begun since it was saved. */
    anew = false;
    /** The text that this tab last read or wrote. @type {string | null} */
    #seen = null;

    /** @param {string} edition @param {string[]} ids Of all the steps and roles in it. */
    constructor(edition, ids) {
      this.edition = edition;
      this.ids = new Set(ids);
    }

    /** The case that a text holds, and its last day; else what to tell. @param {string} text */
    #read(text) {
      try {
        const { version, edition, until, state } = JSON.parse(text);
        if (version !== VERSION || !parse(until) || !whole(state)) return words.unreadable;
        if (until < today()) return words.expired(DAYS);
        const ids = [state.role, ...Object.keys(state.answers), ...Object.keys(state.over)].filter(Boolean);
        if (edition !== this.edition || !ids.every((id) => this.ids.has(id))) return words.otherEdition;
        // Not longer than was said, where the clock was wrong when it was saved.
        return { state: /** @type {State} */ (state), until: [until, add(today(), DAYS)].sort()[0] };
      } catch {
        return words.unreadable;
      }
    }

    /** Nothing more is saved. @param {string} notice */
    #stop(notice) {
      Object.assign(this, { saving: false, stored: text() !== null, notice });
    }

    /** Whether it went. @param {State} state @param {string} until */
    #put(state, until) {
      const written = JSON.stringify({ version: VERSION, edition: this.edition, until, state });
      try {
        window.localStorage.setItem(name, written);
      } catch {
        return false;
      }
      this.#seen = written;
      Object.assign(this, { saving: true, stored: true, lastDay: until, anew: false });
      return true;
    }

    /** The saved case, which is saved from now on; null where there is none. @returns {State | null} */
    open() {
      const found = text();
      this.#stop('');
      if (found === null) return null;
      const read = this.#read(found);
      if (typeof read === 'string') {
        this.#stop(drop() ? read : words.cannotErase);
        return null;
      }
      this.#seen = found;
      Object.assign(this, { saving: true, lastDay: read.until });
      return read.state;
    }

    /** Begins to save; whether it went. What another tab has saved is replaced. @param {State} state */
    begin(state) {
      const went = this.#put(state, add(today(), DAYS));
      Object.assign(this, { asking: false, notice: went ? '' : words.blocked });
      return went;
    }

    /** Saves a change, if that is chosen. What another tab has erased does not come back. @param {State} state */
    keep(state) {
      this.notice = ''; // It has been read.
      if (!this.saving) return;
      if (text() === null) return this.#stop(words.otherErased);
      const until = this.anew ? add(today(), DAYS) : this.lastDay;
      if (until < today()) return this.#stop(drop() ? words.expired(DAYS) : words.cannotErase);
      if (!this.#put(state, until)) this.notice = words.full;
    }

    /**
     * Another tab has saved or erased: its case, which is this tab's now; null where it left none, undefined where that
     * means nothing here. What lies there counts, since it may be told late.
     * @returns {State | null | undefined}
     */
    other() {
      const found = text();
      if (!this.saving || found === this.#seen) return undefined;
      const read = found === null ? null : this.#read(found);
      if (read === null || typeof read === 'string') {
        this.#stop(read === null ? words.otherErased : words.otherUnreadable);
        return null;
      }
      this.#seen = found;
      Object.assign(this, { lastDay: read.until, notice: words.otherChanged });
      return read.state;
    }

    /** Removes it, whichever tab has saved it; what to say. */
    erase() {
      const lay = text() !== null;
      const gone = drop();
      this.#stop(gone ? (lay ? words.erasedAll : words.erased) : words.cannotErase);
      this.asking = false;
      return this.notice;
    }
  }

  rutin.Store = Store;
})();
