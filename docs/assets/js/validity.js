// @ts-check
/**
 * `<rutin-validity>` on the page that says whether a sheet still holds: the reader scans or types the sheet's code, and one verdict is shown.
 *
 * The code comes in the address's fragment, which no browser sends and which is taken away at once, or from the field; it is looked up among
 * the codes that stand on the page. Everything shown stands hidden in the HTML; if anything fails it is hidden again, and the codes are there to compare by eye.
 */
(() => {
  'use strict';

  /** @typedef {{ sheet: string, link: HTMLAnchorElement | null, edition: HTMLElement | null, newer: HTMLElement[] }} Found */
  /** @typedef {{ form: HTMLElement, input: HTMLInputElement, status: HTMLElement, verdicts: HTMLElement[] }} Parts */

  const LENGTH = 6;
  const SOON_MS = 100;

  /** @template {HTMLElement} T @param {ParentNode} root @param {string} selector @param {new () => T} kind @returns {T} */
  const part = (root, selector, kind) => {
    const found = root.querySelector(selector);
    if (!(found instanceof kind)) throw new Error(`${selector} is missing`);
    return found;
  };

  /** The code's signs alone, as the sheet has them: what looks the same is the same. @param {string} text */
  const signs = (text) => text.toUpperCase().replace(/^\s*KOD\b/, '').replace(/O/g, '0').replace(/[IL]/g, '1').replace(/[^0-9A-Z]/g, '');

  /** As it stands on a sheet. @param {string} code */
  const shown = (code) => (code.length === LENGTH ? `${code.slice(0, 3)}-${code.slice(3)}` : code);

  /** The address's fragment as text; one that cannot be read is as it stands. */
  const scanned = () => {
    const text = window.location.hash.slice(1);
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };

  /** @param {HTMLElement} section @param {string} code */
  const within = (section, code) =>
    [...section.querySelectorAll('[data-sheet]')].find((each) => signs(part(each, 'code', HTMLElement).textContent ?? '') === code);

  /** The latest edition that printed the code, else the drafts; null when it stands nowhere. @param {ParentNode} page @param {string} code @returns {Found | null} */
  const lookUp = (page, code) => {
    const editions = [...page.querySelectorAll('[data-edition]')].filter((each) => each instanceof HTMLElement);
    const drafts = [...page.querySelectorAll('[data-draft]')].filter((each) => each instanceof HTMLElement);
    for (const section of [...editions, ...drafts]) {
      const line = within(section, code);
      if (!(line instanceof HTMLElement)) continue;
      const sheet = line.dataset.sheet ?? '';
      const now = [...(editions[0]?.querySelectorAll('[data-sheet]') ?? [])].find((each) => each instanceof HTMLElement && each.dataset.sheet === sheet);
      const at = editions.indexOf(section);
      return { sheet, link: now?.querySelector('a') ?? null, edition: at < 0 ? null : section, newer: editions.slice(0, Math.max(at, 0)) };
    }
    return null;
  };

  /** @param {Found | null} found */
  const verdictOn = (found) => (!found ? 'okand' : !found.edition ? 'utkast' : found.newer.length ? 'gammalt' : 'galler');

  /** What an edition says is new, as a paragraph. @param {HTMLElement} edition */
  const news = (edition) => {
    const item = document.createElement('p');
    const name = document.createElement('b');
    const words = document.createElement('span');
    name.textContent = `${edition.dataset.edition}.`;
    words.textContent = edition.querySelector('.rg-summary')?.textContent ?? '';
    words.className = 'rg-lines';
    item.append(name, ' ', words);
    return item;
  };

  /** @param {HTMLElement} verdict @param {Found} found */
  const fill = (verdict, found) => {
    part(verdict, '.rg-sheet', HTMLElement).textContent = found.sheet;
    const edition = verdict.querySelector('.rg-edition');
    if (edition) edition.textContent = (found.edition?.dataset.edition ?? '').replace(/^./, (sign) => sign.toLowerCase());
    verdict.querySelector('.rg-news')?.replaceChildren(...found.newer.map(news));
    const [own, all] = verdict.querySelectorAll('.rg-new-sheet');
    if (!(own instanceof HTMLElement) || !(all instanceof HTMLElement)) return;
    own.hidden = !found.link;
    all.hidden = Boolean(found.link);
    const link = part(own, 'a', HTMLAnchorElement);
    link.href = found.link?.href ?? '';
    link.textContent = `Skriv ut det nya: ${found.sheet} (PDF)`;
  };

  class RutinValidity extends HTMLElement {
    /** @type {Parts | undefined} */
    #parts;
    /** @type {AbortController | undefined} */
    #listeners;
    #saying = 0;

    connectedCallback() {
      this.#guarded(() => {
        const form = part(this, '.rg-when', HTMLElement);
        const verdicts = [...this.querySelectorAll('[data-verdict]')].filter((each) => each instanceof HTMLElement);
        this.#parts = { form, input: part(form, 'input', HTMLInputElement), status: part(this, '[role=status]', HTMLElement), verdicts };
        this.#listen(this.#parts);
        form.hidden = false;
        this.#scan();
      });
    }

    disconnectedCallback() {
      this.#giveBack();
    }

    /** @param {Parts} parts */
    #listen({ input }) {
      this.#listeners = new AbortController();
      const { signal } = this.#listeners;
      input.addEventListener('input', () => this.#guarded(() => this.#typed(false)), { signal });
      input.addEventListener('change', () => this.#guarded(() => this.#typed(true)), { signal });
      window.addEventListener('hashchange', () => this.#guarded(() => this.#scan()), { signal });
    }

    /** A link to a place on the page is no code. */
    #scan() {
      const text = scanned();
      if (!text || !this.#parts || document.getElementById(text)) return;
      this.#parts.input.value = shown(signs(text));
      this.#answer(signs(text));
      // Which sheet the reader has is nobody else's business: the visit may stay in the history, its code less so.
      window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
    }

    /** @param {boolean} settled The reader is done with the field: what is too short is no code either. */
    #typed(settled) {
      if (!this.#parts) return;
      const code = signs(this.#parts.input.value);
      if (code.length >= LENGTH || (settled && code)) this.#answer(code);
      else this.#say('');
    }

    /** @param {string} code */
    #answer(code) {
      const found = lookUp(document, code);
      const verdict = this.#say(verdictOn(found));
      if (verdict && found) fill(verdict, found);
      if (!verdict || !this.#parts) return;
      const said = `${shown(code)}. ${part(verdict, 'h2', HTMLElement).textContent}. ${verdict.querySelector('p')?.textContent}`;
      // Not in the same breath as the page: what stands in it from the start is not read aloud as news.
      const { status } = this.#parts;
      this.#saying = window.setTimeout(() => {
        status.textContent = said;
      }, SOON_MS);
    }

    /** Shows one verdict, or none. @param {string} name */
    #say(name) {
      if (!this.#parts) return undefined;
      window.clearTimeout(this.#saying);
      for (const each of this.#parts.verdicts) each.hidden = each.dataset.verdict !== name;
      this.#parts.status.textContent = '';
      return this.#parts.verdicts.find((each) => each.dataset.verdict === name);
    }

    /** The page as it stands without this script. */
    #giveBack() {
      this.#listeners?.abort();
      this.#say('');
      if (this.#parts) this.#parts.form.hidden = true;
      this.#parts = undefined;
    }

    /** @param {() => void} work */
    #guarded(work) {
      try {
        work();
      } catch (error) {
        this.#giveBack();
        console.warn('rutin-validity:', error);
      }
    }
  }

  if (!customElements.get('rutin-validity')) customElements.define('rutin-validity', RutinValidity);
})();
