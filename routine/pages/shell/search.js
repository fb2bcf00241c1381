// @ts-check
/**
 * The search: `<rutin-search>` first in the menu.
 *
 * Until the field is first used no index is requested. What is sought stays in the page: nothing is stored, sent, or
 * put in the address. If anything fails, the element is given back its own HTML, with words that say so, until the menu
 * is opened again.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { Guarded } = rutin;
  const { elsewhere } = rutin.press;
  const { ready, answered } = rutin.searchIndex;
  const { el } = rutin.dom;

  const MOST_HITS = 8;
  const PAUSE_MS = 150; // So that a screen reader is told about the word, not about each letter.

  /** @param {string} [label] @returns {SearchBox} */
  const make = (label) => {
    const id = 'rg-search-input';
    const input = el('input', {
      class: id,
      id,
      type: 'search',
      autocomplete: 'off',
      spellcheck: 'false', // Some browsers send what is spell-checked away.
      autocapitalize: 'none',
      enterkeyhint: 'search',
      maxlength: 100,
    });
    const status = el('p', { class: 'rg-search-status', role: 'status' });
    // Safari forgets that a list without bullets is one.
    const list = el('ul', { class: 'rg-search-results', role: 'list', hidden: true });
    const named = el('label', { class: 'rg-search-label', for: id }, label);
    return { element: el('div', { class: 'rg-search-box' }, named, input, status, list), input, status, list };
  };

  /** @param {Hit} found @param {string} root The site's own address, from this page. */
  const item = ({ title, kind, who, text, href, when }, root) => {
    const about = [kind, who, text].filter(Boolean).join(' · ');
    const link = el(
      'a',
      { class: when === 'acute' ? 'rg-search-hit rg-search-acute' : 'rg-search-hit', href: root + href },
      el('span', { class: 'rg-search-title' }, title),
      ' ',
      el('span', { class: 'rg-search-about' }, about)
    );
    return el('li', { class: 'rg-search-item' }, link);
  };

  class RutinSearch extends Guarded {
    /** @type {SearchBox | undefined} */ #box;
    #timer = 0;
    #found = false; // Whether what was sought last has an answer.
    #sure = false; // Whether the first hit is one.

    connectedCallback() {
      const menu = this.closest('details');
      if (!menu) return;
      const opened = () => menu.open && this.guarded(() => this.#build());
      menu.addEventListener('toggle', opened);
      // The menu lies over the page: it must not stay over the place a hit leads to.
      this.addEventListener('click', (event) => {
        const link = event.target instanceof Element && event.target.closest('a');
        if (link && !elsewhere(event)) menu.open = false;
      });
      opened(); // Its script comes when the menu is open already.
    }

    #build() {
      if (this.#box) return;
      const box = make(this.dataset.label);
      box.input.addEventListener('focus', () => void this.#ready());
      box.input.addEventListener('input', () => {
        window.clearTimeout(this.#timer);
        this.#timer = window.setTimeout(() => void this.#answer(), PAUSE_MS);
      });
      box.input.addEventListener('keydown', ({ key, isComposing }) => {
        if (key === 'Enter' && !isComposing) void this.#enter(box);
      });
      // A browser may keep the page as it is.
      window.addEventListener('pagehide', () => {
        box.input.value = '';
        void this.#answer();
      });
      this.querySelector('p')?.replaceChildren();
      this.prepend(box.element);
      this.#box = box;
    }

    /** @returns {Promise<Search | undefined>} */
    async #ready() {
      try {
        const { library = '', index = '' } = this.dataset;
        return await ready(library, index);
      } catch (error) {
        this.fail(error);
        return undefined;
      }
    }

    async #answer() {
      if (this.#box?.input.value.trim() && !this.#box.status.textContent) {
        this.#box.status.textContent = this.dataset.searching ?? '';
      }
      const search = await this.#ready();
      if (search) this.guarded(() => this.#show(search));
    }

    /**
     * The first hit, where it is an answer to what still stands there: who is afraid writes and presses Enter.
     * @param {SearchBox} box
     */
    async #enter({ input, list }) {
      const asked = input.value;
      window.clearTimeout(this.#timer);
      await this.#answer();
      if (this.#sure && input.value === asked && document.activeElement === input) list.querySelector('a')?.click();
    }

    /** @param {Search} search */
    #show(search) {
      if (!this.#box) return;
      const { input, list, status } = this.#box;
      const query = input.value.trim(); // What it says now: it may have changed while the index was fetched.
      const hits = query ? search(query) : [];
      this.#found = answered(hits);
      this.#sure = answered(hits.slice(0, 1));
      const root = (this.dataset.root ?? '').replace(/([^/])$/, '$1/');
      const items = hits.slice(0, MOST_HITS).map((hit) => item(hit, root));
      list.replaceChildren(...items);
      list.hidden = !items.length;
      status.textContent = query ? this.#said(hits) : '';
    }

    /** @param {Found[]} hits */
    #said(hits) {
      // What cannot wait is told before how many there are.
      const first = hits[0]?.when === 'acute' ? `${hits[0].text} ` : '';
      const { single, all, best, none = '' } = this.dataset;
      if (!this.#found) return none;
      const count = hits.length === 1 ? single : hits.length > MOST_HITS ? best : all;
      return first + [hits.length, MOST_HITS].reduce((said, number) => said.replace('{}', String(number)), count ?? '');
    }

    /** Back to the element's own HTML, where it says so. */
    giveBack() {
      window.clearTimeout(this.#timer);
      this.#box?.element.remove();
      this.#box = undefined;
      this.querySelector('p')?.replaceChildren(this.dataset.missing ?? '');
    }
  }

  if (!customElements.get('rutin-search')) customElements.define('rutin-search', RutinSearch);
})();
