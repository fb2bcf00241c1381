// @ts-check
/**
 * The search: `<rutin-search>` inside `<details class="rg-search">`. A classic script without fetch, so that it works from file:// too.
 *
 * Until the details is first opened nothing is changed, and until the field is first used nothing is requested. What is sought stays in
 * the page: nothing is stored, sent, or put in the address. If anything fails, the element is given back its own HTML, a link to A–Ö.
 */
(() => {
  'use strict';

  /** @typedef {{ title: string, text: string, kind: string, href: string }} Entry */
  /** @typedef {(query: string) => Entry[]} Search All hits, best first. */
  /** @typedef {{ search: (query: string, options: object) => { id: number }[], addAll: (documents: object[]) => void }} Index */
  /** @typedef {Window & { MiniSearch?: new (options: object) => Index, rutinSearchIndex?: unknown }} Shared */

  const MOST_RESULTS = 8;
  const MOST_TEXT = 110;
  const PAUSE_MS = 150; // So that a screen reader is told about the word, not about each letter.

  const shared = /** @type {Shared} */ (/** @type {unknown} */ (window));
  let count = 0;

  /** One load for the page, however many elements. @type {Promise<Search> | undefined} */
  let loading;

  /** Words of letters and digits. Composed first, or a separate accent would split its word; soft hyphens are inside words. @param {string} text */
  const tokenize = (text) => text.normalize('NFC').replace(/\u00ad/g, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  /** Polisanmäl → polisanmal. @param {string} term */
  const fold = (term) => term.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

  /** One typo in four letters, two from eight; figures are never guessed. @param {string} term */
  const fuzzy = (term) => (/^\p{L}{4,}$/u.test(term) ? 0.2 : false);

  /** @param {string} text */
  const shorten = (text) => {
    const whole = text.replace(/\s+/g, ' ').trim();
    if (whole.length <= MOST_TEXT) return whole;
    return whole.slice(0, MOST_TEXT + 1).replace(/[\s,.;:–-]*\s\S*$/, '') + ' …';
  };

  /** Only a place within the site can be a hit: no scheme, no other host. @param {any} entry @returns {entry is Entry} */
  const usable = (entry) =>
    Boolean(entry) &&
    ['title', 'text', 'kind', 'href'].every((key) => typeof entry[key] === 'string') &&
    !/^\s*([a-z][a-z\d+.-]*:|[/\\])/i.test(entry.href);

  /** @param {string} source @returns {Promise<void>} */
  const loadScript = (source) =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.onload = () => {
        script.remove();
        resolve();
      };
      script.onerror = () => {
        script.remove();
        reject(new Error(`Could not load ${source}`));
      };
      script.src = source;
      document.head.append(script);
    });

  /** @param {string} library @param {string} index @returns {Promise<Search>} */
  const load = async (library, index) => {
    if (!shared.MiniSearch) await loadScript(library);
    if (!shared.rutinSearchIndex) await loadScript(index);
    if (!shared.MiniSearch || !Array.isArray(shared.rutinSearchIndex)) throw new Error('The library or the index is missing');
    /** @type {Entry[]} */
    const entries = shared.rutinSearchIndex.filter(usable);
    if (!entries.length) throw new Error('The index is empty');
    const engine = new shared.MiniSearch({
      fields: ['title', 'text'],
      tokenize,
      processTerm: fold,
      searchOptions: { prefix: true, fuzzy, boost: { title: 3 } },
    });
    engine.addAll(entries.map(({ title, text }, id) => ({ id, title, text })));
    return (query) => {
      let hits = engine.search(query, { combineWith: 'AND' });
      if (!hits.length) hits = engine.search(query, { combineWith: 'OR' });
      return hits.map((hit) => entries[hit.id]);
    };
  };

  /** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {string} className @param {string} [text] */
  const make = (tag, className, text = '') => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  };

  /** @param {number} hits */
  const say = (hits) => {
    if (!hits) return 'Inga träffar. Prova ett kortare ord, eller se A till Ö.';
    if (hits === 1) return '1 träff';
    return hits > MOST_RESULTS ? `${hits} träffar, de ${MOST_RESULTS} bästa visas` : `${hits} träffar`;
  };

  class RutinSearch extends HTMLElement {
    /** @type {HTMLElement | undefined} */ #box;
    /** @type {HTMLInputElement | undefined} */ #input;
    /** @type {HTMLElement | undefined} */ #status;
    /** @type {HTMLElement | undefined} */ #list;
    /** @type {AbortController | undefined} */ #listeners;
    #failed = false;
    #timer = 0;

    connectedCallback() {
      const details = this.closest('details');
      const summary = details?.querySelector('summary');
      if (!details || !summary) return;
      this.#listeners = new AbortController();
      const { signal } = this.#listeners;

      // A click on the summary (which the keyboard makes too) is the reader; find-in-page and fragments also open a details.
      let byReader = false;
      summary.addEventListener('click', () => (byReader = true), { signal });
      const opened = () => {
        if (details.open) {
          this.#enhance();
          if (byReader) this.#input?.focus();
        }
        byReader = false;
      };
      details.addEventListener('toggle', opened, { signal });

      // Not stopped on its way: another listener, such as one for leaving the site, hears Escape as well.
      details.addEventListener(
        'keydown',
        (event) => {
          if (event.key !== 'Escape' || event.isComposing || !details.open) return;
          event.preventDefault();
          details.open = false;
          summary.focus();
        },
        { signal },
      );

      // The panel lies over the page: it must not stay over what is focused next, or over the place a hit leads to.
      details.addEventListener(
        'focusout',
        (event) => {
          if (event.relatedTarget instanceof Node && !details.contains(event.relatedTarget)) details.open = false;
        },
        { signal },
      );
      this.addEventListener(
        'click',
        (event) => {
          const link = event.target instanceof Element && event.target.closest('a');
          if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) details.open = false;
        },
        { signal },
      );

      if (details.open) opened();
    }

    disconnectedCallback() {
      this.#listeners?.abort();
      window.clearTimeout(this.#timer);
    }

    #enhance() {
      if (this.#box || this.#failed) return;
      count += 1;
      const box = make('div', 'rg-search-box');

      const label = make('label', 'rg-search-label', 'Sök i rutinen');
      const input = make('input', 'rg-search-input');
      input.type = 'search';
      input.autocomplete = 'off';
      input.spellcheck = false; // Some browsers send what is spell-checked away.
      input.autocapitalize = 'none';
      input.enterKeyHint = 'search';
      input.maxLength = 100;
      input.id = `rg-search-input-${count}`;
      label.htmlFor = input.id;

      const status = make('p', 'rg-search-status');
      status.setAttribute('role', 'status');
      const list = make('ul', 'rg-search-results');
      list.setAttribute('role', 'list'); // Safari forgets that a list without bullets is one.
      list.hidden = true;

      input.addEventListener('focus', () => void this.#ready());
      input.addEventListener('input', () => {
        window.clearTimeout(this.#timer);
        this.#timer = window.setTimeout(() => void this.#answer(), PAUSE_MS);
      });

      box.append(label, input, status, list);
      this.prepend(box);
      this.#box = box;
      this.#input = input;
      this.#status = status;
      this.#list = list;
    }

    /** @returns {Promise<Search | undefined>} */
    async #ready() {
      try {
        const { library, index } = this.dataset;
        if (!library || !index) throw new Error('data-library or data-index is missing');
        loading ??= load(library, index);
        return await loading;
      } catch (error) {
        this.#giveUp(error);
        return undefined;
      }
    }

    async #answer() {
      if (!this.#input || !this.#status) return;
      if (this.#input.value.trim() && !this.#status.textContent) this.#status.textContent = 'Söker …';
      const search = await this.#ready();
      if (!search || !this.#input || !this.#status || !this.#list) return;
      try {
        const query = this.#input.value.trim(); // What it says now: it may have changed while the index was fetched.
        const hits = query ? search(query) : [];
        const items = hits.slice(0, MOST_RESULTS).map((hit) => this.#item(hit));
        this.#list.replaceChildren(...items);
        this.#list.hidden = !items.length;
        this.#status.textContent = query ? say(hits.length) : '';
      } catch (error) {
        this.#giveUp(error);
      }
    }

    /** @param {Entry} entry */
    #item({ title, kind, text, href }) {
      const root = (this.dataset.root ?? '').replace(/([^/])$/, '$1/');
      const link = make('a', 'rg-search-hit');
      link.href = root + href;
      const about = [kind, shorten(text)].filter(Boolean).join(' · ');
      link.append(make('span', 'rg-search-title', title), ' ', make('span', 'rg-search-about', about));
      const item = make('li', 'rg-search-item');
      item.append(link);
      return item;
    }

    /** Back to the element's own HTML; the reader who was in the field is put on its link. @param {unknown} error */
    #giveUp(error) {
      if (this.#failed) return;
      this.#failed = true;
      window.clearTimeout(this.#timer);
      const inside = this.#box?.contains(document.activeElement);
      const link = [...this.querySelectorAll('a')].find((each) => !this.#box?.contains(each));
      if (inside) link?.focus();
      this.#box?.remove();
      this.#box = this.#input = this.#status = this.#list = undefined;
      console.warn('rutin-search:', error);
    }
  }

  if (!customElements.get('rutin-search')) customElements.define('rutin-search', RutinSearch);
})();
