// @ts-check
/** The reader's choice to save: whether she has made it, what has come of it, and what another tab has done since. */
(() => {
  'use strict';

  const { rutin } = window;
  const { today } = rutin.dates;
  const { store } = rutin;
  const words = rutin.words.saving;

  class SaveChoice {
    /** Whether changes are being saved, and the last day that the saved case lies there. */
    saving = false;
    lastDay = '';
    /** Whether something of ours lay here when the page was opened, readable or not. */
    stored = false;
    /** What was to be told when the page was opened. It stays: it may say that words have changed. */
    news = '';
    /** What the last try to save gave to tell. */
    notice = '';
    /** Another tab's case, while the reader has not chosen between the two. @type {State | null} */
    theirs = null;
    /** Whether the reader has been asked to confirm. */
    asking = false;

    /** @param {Opening} opening */
    constructor(opening) {
      this.opening = opening;
    }

    /** The saved case, or null. @returns {State | null} */
    open() {
      const { state, notice, saving, until, stored } = store.open({ ...this.opening, today: today() });
      Object.assign(this, { news: notice, saving, lastDay: until, stored, theirs: null, notice: '' });
      return state;
    }

    /** Begins to save. What to say, and where the focus goes. @param {State} state */
    start(state) {
      this.asking = false;
      const { edition } = this.opening;
      const { ok } = this.#met(store.keep({ state, edition, words: this.#names(state), today: today() }));
      if (ok) return { said: words.saved, focus: 'rubrik:sparat' };
      return { said: this.notice, focus: this.theirs ? 'ta-andra' : 'spara' };
    }

    /** Saves a change. @param {State} state @param {boolean} [replace] Whether what another tab wrote is replaced. */
    store(state, replace = false) {
      if (this.saving || replace) this.#met(store.write(state, this.#names(state), replace, today()));
      else if (!this.theirs) this.notice = ''; // It has been read.
    }

    /** Takes over the other tab's case; null if that is gone. @returns {State | null} */
    adopt() {
      const { ok, theirs } = this.#met(store.adopt());
      return ok ? theirs : null;
    }

    /** Removes everything; what to say. */
    erase() {
      const { ok, notice } = this.#met(store.erase());
      Object.assign(this, { news: '', asking: false, stored: !ok });
      return notice;
    }

    /** Another tab has written or erased; whether that means anything here. @param {OtherTab} other */
    other({ kind, state }) {
      if (!this.saving && !this.theirs) return false;
      this.theirs = state;
      this.notice = state ? words.otherChanged : kind === 'erased' ? words.otherErased : words.otherUnreadable;
      if (kind === 'erased') this.saving = false;
      return true;
    }

    /** @param {Written} written */
    #met(written) {
      const { saving, until, conflict, theirs, notice } = written;
      Object.assign(this, { saving, lastDay: until || this.lastDay, theirs: conflict ? theirs : null, notice });
      return written;
    }

    /**
     * What the chosen is called, so that what is gone from a later edition can be named.
     * @param {State} state @returns {Names}
     */
    #names(state) {
      const chosen = [state.role, ...Object.keys(state.answers), ...Object.keys(state.over)];
      return Object.fromEntries(chosen.filter(Boolean).map((id) => [id, this.opening.texts?.[id] ?? '']));
    }
  }

  rutin.SaveChoice = SaveChoice;
})();
