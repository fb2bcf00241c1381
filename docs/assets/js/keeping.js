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
  const LOST = 'Den andra fliken har sparat något som inte går att läsa här.';

  /** @param {Child[]} children */
  const section = (...children) => el('section', { class: 'rg-keep' }, ...children);

  /** @param {Child[]} children */
  const buttons = (...children) => el('p', { class: 'rg-buttons' }, ...children);

  class Keeping {
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
      const { state, notice, saving, until, stored } = memory.open({ ...this.opening, today: today() });
      Object.assign(this, { news: notice, saving, lastDay: until, stored, theirs: null, notice: '' });
      return state;
    }

    /** Begins to save. What to say, and where the focus goes. @param {State} state @returns {{ said: string, focus: string }} */
    start(state) {
      this.asking = false;
      const { edition } = this.opening;
      const { ok } = this.#met(memory.keep({ state, edition, words: this.#words(state), today: today() }));
      return ok ? { said: 'Sparat.', focus: 'rubrik:sparat' } : { said: this.notice, focus: this.theirs ? 'ta-andra' : 'spara' };
    }

    /** @param {State} state @param {boolean} [replace] Whether what another tab wrote is replaced. */
    store(state, replace = false) {
      if (this.saving || replace) this.#met(memory.write(state, this.#words(state), replace, today()));
      else if (!this.theirs) this.notice = ''; // It has been read.
    }

    /** Takes over the other tab's case; null if that is gone. @returns {State | null} */
    adopt() {
      const { ok, theirs } = this.#met(memory.adopt());
      return ok ? theirs : null;
    }

    /** Removes everything; what to say. */
    erase() {
      const { ok, notice } = this.#met(memory.erase());
      Object.assign(this, { news: '', asking: false, stored: !ok });
      return notice;
    }

    /** Another tab has written or erased; whether that means anything here. @param {OtherTab} other */
    other({ kind, state }) {
      if (!this.saving && !this.theirs) return false;
      this.theirs = state;
      this.notice = state ? OTHER : kind === 'erased' ? GONE : LOST;
      if (kind === 'erased') this.saving = false;
      return true;
    }

    /** @param {Written} written */
    #met(written) {
      const { saving, until, conflict, theirs, notice } = written;
      Object.assign(this, { saving, lastDay: until || this.lastDay, theirs: conflict ? theirs : null, notice });
      return written;
    }

    /** What the chosen is called, so that what is gone from a later edition can be named. @param {State} state @returns {Words} */
    #words(state) {
      const chosen = [state.role, ...Object.keys(state.answers), ...Object.keys(state.over)];
      return Object.fromEntries(chosen.filter(Boolean).map((id) => [id, this.opening.texts?.[id] ?? '']));
    }

    /** What stands above the conversation: what is to be told, and the choice between two tabs; null when there is nothing. */
    told() {
      const words = [this.news, this.notice].filter(Boolean).map((text) => el('p', {}, text));
      const choice = this.theirs && buttons(button('ta-andra', 'Den andra fliken'), button('skriv', 'Den här fliken'));
      return words.length ? el('div', { class: 'rg-notice' }, ...words, choice) : null;
    }

    /** What stands below it. Before a role is chosen only if something may lie on the device. @param {boolean} chosen */
    section(chosen) {
      if (!chosen && !this.saving && !this.stored) return null;
      if (this.asking) return this.#ask();
      const words = this.theirs
        ? 'Inget mer sparas förrän du har valt vilket ärende som ska gälla.'
        : this.saving
          ? `Sparat på den här enheten till och med ${long(this.lastDay)}.`
          : 'Inget är sparat. Lämnar du sidan är svaren borta.';
      const save = chosen && !this.saving && !this.theirs && button('spara', 'Spara på den här enheten');
      return section(el('p', { tabindex: -1, 'data-key': 'rubrik:sparat' }, words), save && buttons(save), buttons(button('radera', 'Radera allt')));
    }

    #ask() {
      const last = long(add(today(), memory.DAYS));
      return section(
        el('h2', {}, 'Spara på den här enheten?'),
        el('p', {}, `Det här sparas: din roll, dagen för händelsen, dina svar, kryss och skäl. Det sparas till och med ${last} och tas sedan bort.`),
        el('p', {}, 'Den som använder enheten efter dig kan se det. Lämna sidan tar inte bort det som är sparat.'),
        buttons(button('spara-ja', 'Spara'), button('spara-nej', 'Avbryt')),
      );
    }
  }

  rutin.Keeping = Keeping;
})();
