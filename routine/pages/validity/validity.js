// @ts-check
/**
 * `<rutin-validity>` on the page that says whether a sheet still holds: the reader scans or types the sheet's code, and
 * one verdict is shown.
 *
 * The code comes in the address's fragment, which no browser sends and which is taken away at once, or from the field;
 * it is looked up among the codes that stand on the page. Everything shown stands hidden in the HTML; if anything fails
 * it is hidden again, and the codes are there to compare by eye.
 */
(() => {
  'use strict';

  /** @typedef {{ link: HTMLAnchorElement | null, edition: HTMLElement | null, newer: HTMLElement[] }} Place */
  /** @typedef {Place & { sheet: string }} Found */
  /** @typedef {{ form: HTMLElement, input: HTMLInputElement, status: HTMLElement, verdicts: HTMLElement[] }} Parts */

  const { rutin } = window;
  const { el } = rutin.dom;
  const { part } = rutin.place;
  const { Guarded } = rutin;
  const { inside } = rutin.grammar;

  const LENGTH = 6;
  const WORD = 'K0D'; // Before the code on a sheet, as `plain` has it. A code may begin so too.
  const MOST = 12; // Characters that are shown of what is no code.
  const SOON_MS = 100;

  /** The code's characters alone, as the sheet has them: what looks the same is the same. @param {string} text */
  const plain = (text) => {
    const signs = text
      .toUpperCase()
      .replace(/O/g, '0')
      .replace(/[IL]/g, '1')
      .replace(/[^0-9A-Z]/g, '');
    return signs.length > LENGTH && signs.startsWith(WORD) ? signs.slice(WORD.length) : signs;
  };

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

  /** @param {ParentNode} page @param {string} selector */
  const all = (page, selector) => [...page.querySelectorAll(selector)].filter((each) => each instanceof HTMLElement);

  /** @param {HTMLElement} section @param {string} code */
  const within = (section, code) =>
    all(section, '[data-sheet]').find((each) => plain(part(each, 'code', HTMLElement).textContent ?? '') === code);

  /**
   * The latest edition that printed the code, else the drafts; null when it stands nowhere.
   * @param {ParentNode} page @param {string} code @returns {Found | null}
   */
  const lookUp = (page, code) => {
    const editions = all(page, '[data-edition]');
    for (const section of [...editions, ...all(page, '[data-draft]')]) {
      const sheet = within(section, code)?.dataset.sheet;
      if (sheet === undefined) continue;
      const now = editions[0] && all(editions[0], '[data-sheet]').find((each) => each.dataset.sheet === sheet);
      const at = editions.indexOf(section);
      const newer = editions.slice(0, Math.max(at, 0));
      return { sheet, link: now?.querySelector('a') ?? null, edition: at < 0 ? null : section, newer };
    }
    return null;
  };

  /** @param {string} code @param {Found | null} found */
  const verdictOn = (code, found) => {
    if (!found) return code.length === LENGTH ? 'okand' : 'langd';
    return !found.edition ? 'utkast' : found.newer.length ? 'gammalt' : 'galler';
  };

  /** What an edition says is new, as a paragraph. @param {HTMLElement} edition */
  const news = (edition) =>
    el(
      'p',
      {},
      el('b', {}, `${edition.dataset.edition}.`),
      ' ',
      el('span', { class: 'rg-lines' }, edition.querySelector('.rg-summary')?.textContent)
    );

  /** @param {HTMLElement} verdict @param {Found} found */
  const fill = (verdict, found) => {
    for (const which of verdict.querySelectorAll('.rg-which')) which.textContent = found.sheet;
    const edition = verdict.querySelector('.rg-edition');
    if (edition) edition.textContent = inside(found.edition?.dataset.edition ?? '');
    verdict.querySelector('.rg-news')?.replaceChildren(...found.newer.map(news));
    const [own, all] = verdict.querySelectorAll('.rg-new-sheet');
    if (!(own instanceof HTMLElement) || !(all instanceof HTMLElement)) return;
    own.hidden = !found.link;
    all.hidden = Boolean(found.link);
    part(own, 'a', HTMLAnchorElement).href = found.link?.href ?? '';
  };

  class RutinValidity extends Guarded {
    /** @type {Parts | undefined} */
    #parts;
    /** @type {AbortController | undefined} */
    #listeners;
    #saying = 0;

    connectedCallback() {
      this.guarded(() => {
        const form = part(this, '.rg-when', HTMLElement);
        const input = part(form, 'input', HTMLInputElement);
        const status = part(this, '[role=status]', HTMLElement);
        this.#parts = { form, input, status, verdicts: all(this, '[data-verdict]') };
        this.#listen(this.#parts);
        form.hidden = false;
        this.#scan();
      });
    }

    disconnectedCallback() {
      this.giveBack();
    }

    /** @param {Parts} parts */
    #listen({ input }) {
      this.#listeners = new AbortController();
      const { signal } = this.#listeners;
      input.addEventListener('input', () => this.guarded(() => this.#typed(false)), { signal });
      input.addEventListener('change', () => this.guarded(() => this.#typed(true)), { signal });
      window.addEventListener('hashchange', () => this.guarded(() => this.#scan()), { signal });
      // A browser may keep the page as it is.
      const forget = () => {
        input.value = '';
        this.#say('');
      };
      window.addEventListener('pagehide', () => this.guarded(forget), { signal });
    }

    /** A link to a place on the page is no code. */
    #scan() {
      const text = scanned();
      const code = plain(text).slice(0, MOST);
      if (!code || !this.#parts || document.getElementById(text)) return;
      this.#parts.input.value = shown(code);
      this.#answer(code);
      // Which sheet the reader has is nobody else's business: the visit may stay in the history, its code less so.
      window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
    }

    /** @param {boolean} settled The reader is done with the field: then what is too short is told. */
    #typed(settled) {
      if (!this.#parts) return;
      const code = plain(this.#parts.input.value);
      const whole = code.length >= LENGTH && (!code.startsWith(WORD) || lookUp(document, code));
      if (whole || (settled && code)) this.#answer(code);
      else this.#say('');
    }

    /** @param {string} code */
    #answer(code) {
      const found = lookUp(document, code);
      const verdict = this.#say(verdictOn(code, found));
      if (verdict && found) fill(verdict, found);
      if (!verdict || !this.#parts) return;
      const { input } = this.#parts;
      input.setAttribute('aria-invalid', String(!found));
      const title = part(verdict, 'h2', HTMLElement).textContent ?? '';
      const said = `${shown(code)}. ${title}. ${verdict.querySelector('p')?.textContent ?? ''}`;
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
      this.#parts.input.removeAttribute('aria-invalid');
      this.#parts.status.textContent = '';
      return this.#parts.verdicts.find((each) => each.dataset.verdict === name);
    }

    /** The page as it stands without this script. */
    giveBack() {
      this.#listeners?.abort();
      this.#say('');
      if (this.#parts) this.#parts.form.hidden = true;
      this.#parts = undefined;
    }
  }

  if (!customElements.get('rutin-validity')) customElements.define('rutin-validity', RutinValidity);
})();
