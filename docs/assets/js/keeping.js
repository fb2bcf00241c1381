// @ts-check
/**
 * Keeping a case on this device, as the reader meets it: the question, what is said, the choice between two tabs. What is stored, and how, is
 * memory.js. Needs dates.js, memory.js and parts.js.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { today, add, long } = rutin.dates;
  const { memory } = rutin;
  const { el, button } = rutin.parts;

  const GONE = 'Det sparade har raderats i en annan flik. Det du ser här finns bara på den här sidan.';

  const OTHER = 'Ärendet har ändrats i en annan flik. Vilket ska gälla?';

  /** @param {Child[]} children */
  const section = (...children) => el('section', { class: 'rg-keep' }, ...children);

  /** @param {Child[]} children */
  const buttons = (...children) => el('p', { class: 'rg-buttons' }, ...children);

  class Keeping {
    /** Whether changes are being saved, and until when. */
    saving = false;
    until = '';
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
      const { state, notice, saving, until, stored } = memory.open(this.opening);
      Object.assign(this, { news: notice, saving, until, stored });
      return state;
    }

    /** Begins to save. What to say, and where the focus goes. @param {State} state @returns {{ said: string, focus: string }} */
    start(state) {
      this.asking = false;
      const { edition } = this.opening;
      const { ok } = this.#met(memory.keep({ state, edition, words: this.#words(state), today: today() }));
      return ok ? { said: 'Sparat.', focus: 'radera' } : { said: this.notice, focus: this.theirs ? 'ta-andra' : 'spara' };
    }

    /** @param {State} state @param {boolean} [replace] Whether what another tab wrote is replaced. */
    store(state, replace = false) {
      if (this.saving || replace) this.#met(memory.write(state, this.#words(state), replace, today()));
    }

    /** Removes everything; what to say. */
    erase() {
      const { ok, notice } = this.#met(memory.erase());
      Object.assign(this, { news: '', asking: false, stored: !ok });
      return notice;
    }

    /** Another tab has written or erased. @param {OtherTab} other */
    other({ kind, state }) {
      if (!this.saving) return;
      if (state) this.theirs = state;
      else if (kind === 'erased') Object.assign(this, { saving: false, theirs: null, notice: GONE });
    }

    /** @param {Written} written */
    #met(written) {
      const { saving, until, conflict, theirs, notice } = written;
      Object.assign(this, { saving, until: until || this.until, theirs: conflict ? theirs : null, notice });
      return written;
    }

    /** What the chosen is called, so that what is gone from a later edition can be named. @param {State} state @returns {Words} */
    #words(state) {
      const chosen = [state.role, ...Object.keys(state.answers), ...Object.keys(state.over)];
      return Object.fromEntries(chosen.filter(Boolean).map((id) => [id, this.opening.texts?.[id] ?? '']));
    }

    /** What another tab's change means to the reader, in words. */
    get asked() {
      return this.theirs ? OTHER : this.notice;
    }

    /** What stands above the conversation: what is to be told, and the choice between two tabs; null when there is nothing. */
    told() {
      const words = [this.news, this.theirs ? OTHER : this.notice].filter(Boolean).map((text) => el('p', {}, text));
      const choice = this.theirs && buttons(button('ta-andra', 'Den andra fliken'), button('skriv', 'Den här fliken'));
      return words.length ? el('div', { class: 'rg-notice' }, ...words, choice) : null;
    }

    /** What stands below it. Before a role is chosen only if something may lie on the device. @param {boolean} chosen */
    section(chosen) {
      if (!chosen && !this.saving && !this.stored) return null;
      const erase = button('radera', 'Radera allt');
      if (this.saving) return section(el('p', {}, `Sparat på den här enheten till och med ${long(this.until)}.`), buttons(erase));
      if (!this.asking) return section(el('p', {}, 'Inget är sparat. Stänger du sidan är svaren borta.'), buttons(chosen && button('spara', 'Spara på den här enheten'), erase));
      const last = long(add(today(), memory.DAYS));
      return section(
        el('h2', {}, 'Spara på den här enheten?'),
        el('p', {}, `Det här sparas: din roll, dagen för händelsen, dina svar, kryss och skäl. Till och med ${last}, sedan tas det bort. Den som använder enheten efter dig kan se det.`),
        buttons(button('spara-ja', 'Spara'), button('spara-nej', 'Avbryt'), erase),
      );
    }
  }

  rutin.Keeping = Keeping;
})();
