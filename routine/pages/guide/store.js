// @ts-check
/**
 * The reader's choice to save her case on this device: until she has made it nothing is written. The case lies there
 * for at most 30 days from when it was first saved. Of two tabs the one that wrote last counts, and the other shows
 * what it wrote. What cannot be read, or is of another edition, is removed and never read in part. What is told of
 * that is a word of the page, by its name.
 *
 * The browser runs nothing of ours between visits: the day a case is gone is the first time the guide is opened after
 * its last day.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { add, parse, today } = rutin.dates;
  const { name, text, drop } = rutin.saved;
  
  const VERSION = 2;
  const DAYS = 30;
  const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

  /** @param {string} day @param {string} time Each as the reader has said it, or ''. */
  const timed = (day, time) => (day === '' || parse(day) !== '') && (time === '' || TIME.test(time));

  /** Whether each value is one that the guide writes. @param {State} state */
  const whole = ({ role, path, event, time, answers, call, over }) =>
    [role, path].every((id) => typeof id === 'string') &&
    timed(event, time) &&
    [...Object.values(answers), ...Object.values(call)].every((answer) => ['ja', 'nej', 'vet-inte'].includes(answer)) &&
    Object.values(over).every(
({ how, day }) => ['gjort', 'inte-aktuellt'].includes(how) && timed(day, '')
    );

  class Store {
    /** Whether changes are being saved, and the last day that the case lies there. */
    saving = false;
    lastDay = '';
    /** The text that this tab last read or wrote. @type {string | null} */
    #seen = null;

    /** @param {string} edition @param {string[]} ids Of all steps, roles and paths in it. */
    constructor(edition, ids) {
      this.edition = edition;
      this.ids = new Set(['', ...ids]);
    }

    /** The case that a text holds, and its last day; else what to tell. @param {string} text */
    #read(text) {
      try {
        const { version, edition, until, state } = JSON.parse(text);
        if (version !== VERSION || !parse(until) || !whole(state)) return 'unreadable';
        if (until < today()) return 'expired';
        const ids = [state.role, state.path, ...Object.keys(state.answers), ...Object.keys(state.over)];
        if (edition !== this.edition || !ids.every((id) => this.ids.has(id))) return 'edition';
        // Not longer than was said, where the clock was wrong when it was saved.
        return { state: /** @type {State} */ (state), until: [until, add(today(), DAYS)].sort()[0] };
      } catch {
        return 'unreadable';
      }
    }

    /** The saved case, which is saved from now on, or what to tell. @returns {{ state?: State, notice?: string }} */
    open() {
      this.#seen = text();
      this.saving = false;
      if (this.#seen === null) return {};
      const read = this.#read(this.#seen);
      if (typeof read === 'string') return { notice: drop() ? read : 'kept' };
      Object.assign(this, { saving: true, lastDay: read.until });
      return { state: read.state };
    }

    /** Begins to save, or saves a change; what to tell where it did not go. @param {State} state @param {boolean} [first] */
    keep(state, first = false) {
      if (!first && !this.saving) return '';
      if (!first && text() === null) return this.#stop('gone');
      const until = first ? add(today(), DAYS) : this.lastDay;
      if (until < today()) return this.#stop(drop() ? 'expired' : 'kept');
      const written = JSON.stringify({ version: VERSION, edition: this.edition, until, state });
      try {
        window.localStorage.setItem(name, written);
      } catch {
        return first ? 'blocked' : this.#stop('blocked');
      }
      this.#seen = written;
      Object.assign(this, { saving: true, lastDay: until });
      return '';
    }

    /** Nothing more is saved. @param {string} notice */
    #stop(notice) {
      this.saving = false;
      return notice;
    }

    /** Another tab has saved or erased: its case, and what to tell. @returns {{ state?: State, notice?: string }} */
    other() {
      if (!this.saving || text() === this.#seen) return {};
      if (text() === null) return { notice: this.#stop('gone') };
      const { state, notice } = this.open();
      return { state, notice: notice ?? 'changed' };
    }

    /** Removes it, whichever tab has saved it; what to tell. */
    erase() {
      return this.#stop(drop() ? 'erased' : 'kept');
    }
  }

  rutin.Store = Store;
})();
