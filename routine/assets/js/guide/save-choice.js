// @ts-check
/**
 * The reader's choice to save: whether she has made it, and what has come of it. What keeps a case comes only when it
 * is asked for; keeper.js says what it does with the choice.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { load, lies, names } = rutin.keeping;
  const words = rutin.words.guide;

  /** Removes it, without the script that saves: who wants it gone may have no net. */
  const drop = () => {
    try {
      names.forEach((name) => window.localStorage.removeItem(name));
    } catch {
      return; // Whether it lies there still is asked after that.
    }
  };

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
    /** Whether another event has been begun since it was saved. */
    anew = false;

    /** Called once the store is there. @type {(store: Store) => void} */
    loaded = () => {};

    /** @param {Opening} opening */
    constructor(opening) {
      this.opening = opening;
    }

    /** The saved case, or null. Where something lies that cannot be opened, that is told. @returns {State | null} */
    open() {
      if (rutin.keeper) return rutin.keeper.open(this);
      if (lies()) Object.assign(this, { news: words.notOpened, stored: true });
      return null;
    }

    /** Whether what it takes to keep something has come; asked for, the first time. */
    async ready() {
      const had = Boolean(rutin.keeper);
      const there = await load().then(
        () => true,
        () => false
      );
      if (there && !had) rutin.keeper.begin(this);
      return there;
    }

    /** Asks whether to save; says so where that cannot be. Whether it asks. */
    async ask() {
      this.asking = await this.ready();
      this.notice = this.asking ? '' : words.cannotSave;
      return this.asking;
    }

    /** Saves a change. @param {State} state @param {boolean} [replace] Whether what another tab wrote is replaced. */
    store(state, replace = false) {
      if (this.saving || replace) rutin.keeper.store(this, state, replace);
      else if (!this.theirs) this.notice = ''; // It has been read.
    }

    /** Removes everything, also what another tab has saved; what to say. */
    async erase() {
      if (lies()) await this.ready();
      if (rutin.keeper) return rutin.keeper.erase(this);
      const said = lies() ? words.erasedAll : words.erased;
      drop();
      Object.assign(this, { news: '', asking: false, stored: lies() });
      return this.stored ? words.cannotErase : said;
    }
  }

  rutin.SaveChoice = SaveChoice;
})();
