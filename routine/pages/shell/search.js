// @ts-check
/**
 * The search: `<rutin-search>` inside `<details class="rg-search">`.
 *
 * Until the details is first opened nothing is changed, and until the field is first used nothing is requested. What is
 * sought stays in the page: nothing is stored, sent, or put in the address. If anything fails, the element is given
 * back its own HTML, a link to the whole routine, with words that say so, until it is opened again.
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
    /** @type {AbortController | undefined} */ #listeners;
    #timer = 0;
    #found = false; // Whether what was sought last has an answer.
    #sure = false; // Whether the first hit is one.

    connectedCallback() {
      const details = this.closest('details');
      const summary = details?.querySelector('summary');
      if (details && summary) this.#listen(details, summary);
    }

    disconnectedCallback() {
      this.#listeners?.abort();
      window.clearTimeout(this.#timer);
    }

    /** @param {HTMLDetailsElement} details @param {HTMLElement} summary */
    #listen(details, summary) {
      this.#listeners = new AbortController();
      const { signal } = this.#listeners;
      // A click on the summary (which the keyboard makes too) is the reader; find-in-page and fragments also open it.
      let byReader = false;
      summary.addEventListener('click', () => (byReader = true), { signal });
      const opened = () => {
        if (details.open) this.#enhance(byReader);
        byReader = false;
      };
      details.addEventListener('toggle', opened, { signal });
      this.#closing(details, summary, signal);
      if (details.open) {
        byReader = summary.matches(':focus'); // Pressed before this script had come.
        opened();
      }
    }

    /** @param {HTMLDetailsElement} details @param {HTMLElement} summary @param {AbortSignal} signal */
    #closing(details, summary, signal) {
      // Not stopped on its way: another listener, such as one for leaving the site, hears Escape as well.
      /** @param {KeyboardEvent} event */
      const escaped = (event) => {
        if (event.key !== 'Escape' || event.isComposing || !details.open) return;
        event.preventDefault();
        details.open = false;
        summary.focus();
      };
      // The menu lies over the page: it must not stay over the place a hit leads to.
      /** @param {FocusEvent} event */
      const left = (event) => {
        if (event.relatedTarget instanceof Node && !details.contains(event.relatedTarget)) details.open = false;
      };
      /** @param {MouseEvent} event */
      const followed = (event) => {
        const link = event.target instanceof Element && event.target.closest('a');
        if (!link || elsewhere(event)) return;
        details.open = false;
        const menu = details.parentElement?.closest('details');
        if (menu) menu.open = false;
      };
      details.addEventListener('keydown', escaped, { signal });
      details.addEventListener('focusout', left, { signal });
      this.addEventListener('click', followed, { signal });
    }

    /** @param {boolean} focus */
    #enhance(focus) {
      this.guarded(() => {
        if (!this.#box) this.#build();
        if (focus) this.#box?.input.focus();
      });
    }

    #build() {
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

    /** Back to the element's own HTML, where it says so; the reader who was in the field is put on its link. */
    giveBack() {
      window.clearTimeout(this.#timer);
      const box = this.#box?.element;
      const link = [...this.querySelectorAll('a')].find((each) => !box?.contains(each));
      if (box?.contains(document.activeElement)) link?.focus();
      box?.remove();
      this.#box = undefined;
      this.querySelector('p')?.replaceChildren(this.dataset.missing ?? '');
    }
  }

  if (!customElements.get('rutin-search')) customElements.define('rutin-search', RutinSearch);
})();
