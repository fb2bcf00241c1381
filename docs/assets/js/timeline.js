// @ts-check
/**
 * `<rutin-timeline>` around the limits: the reader gives the day of the event, and every limit's line for a pen becomes its last day.
 *
 * The day stays in its field: it is not stored, sent, or put in the address, and it is gone when the page is left. What the script shows
 * stands hidden in the HTML; if anything fails it is hidden again, and the lines are back. Needs dates.js and calendar.js before it.
 */
(() => {
  'use strict';

  /** @typedef {(a: string, b: string) => string} Pair */
  /** @typedef {{ today: () => string, parse: (text: string) => string, add: (iso: string, days: number) => string, long: (iso: string) => string, weekday: (iso: string) => string, span: Pair }} Dates */
  /** @typedef {{ file: (event: { day: string, remindDaysBefore: number }) => string, offer: (name: string, text: string) => void }} Calendar */
  /** @typedef {{ days: number, name: string, line: HTMLElement, pen: string, left: HTMLElement, save: HTMLButtonElement, last: string }} Limit */
  /** @typedef {{ form: HTMLElement, input: HTMLInputElement, fault: HTMLElement, status: HTMLElement, limits: Limit[] }} Parts */

  const REMIND_DAYS = 2;
  const FILE_NAME = 'uppfoljning.ics';
  const EARLIEST = '1900-01-01'; // An earlier year is one that is still being typed: the field gives 0002 after the first digit of 2026.
  const PAUSE_MS = 400; // So that a screen reader is told about the day, not about each digit.

  const NO_SUCH_DAY = 'Skriv en dag som finns.';
  const TOO_EARLY = 'Kontrollera året.';
  const TOO_LATE = 'Välj i dag eller en tidigare dag.';
  const NOT_SAVED = 'Filen gick inte att spara. Skriv upp dagen.';

  const shared = /** @type {Window & { rutin?: { dates?: Dates, calendar?: Calendar } }} */ (/** @type {unknown} */ (window));

  /** @template T @param {T | undefined} part @param {string} name @returns {T} */
  const needed = (part, name) => {
    if (part === undefined) throw new Error(`${name} is missing`);
    return part;
  };
  const dates = () => needed(shared.rutin?.dates, 'dates.js');
  const calendar = () => needed(shared.rutin?.calendar, 'calendar.js');

  /** @template {HTMLElement} T @param {ParentNode} root @param {string} selector @param {new () => T} kind @returns {T} */
  const part = (root, selector, kind) => {
    const found = root.querySelector(selector);
    if (!(found instanceof kind)) throw new Error(`${selector} is missing`);
    return found;
  };

  /** @param {string} text */
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  /** Text that is the same is not said again. @param {HTMLElement} element @param {string} text */
  const write = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
  };

  /** @param {HTMLElement} element @returns {Limit} */
  const limit = (element) => {
    const days = Number(element.dataset.days);
    if (!element.dataset.days || !Number.isInteger(days) || days < 0) throw new Error('data-days is not a number of days');
    const line = part(element, '.rg-line', HTMLElement);
    return {
      days,
      name: part(element, 'b', HTMLElement).textContent ?? '',
      line,
      pen: line.textContent ?? '',
      left: part(element, '.rg-due-left', HTMLElement),
      save: part(element, '.rg-due-save', HTMLButtonElement),
      last: '',
    };
  };

  /** @param {Limit} limit */
  const clear = (limit) => {
    limit.last = '';
    write(limit.line, limit.pen);
    limit.line.className = 'rg-line';
    write(limit.left, '');
    limit.left.hidden = limit.save.hidden = true;
  };

  /** Fills the limit in, and says it as a sentence. @param {Limit} limit @param {string} event @param {string} today */
  const fill = (limit, event, today) => {
    const { add, long, weekday, span } = dates();
    const last = add(event, limit.days);
    if (!last) throw new Error('The last day is outside the calendar');
    const day = `${weekday(last)} ${long(last)}`;
    const left = span(last, today);
    limit.last = last;
    write(limit.line, day);
    limit.line.className = 'rg-due-day';
    write(limit.left, capital(left));
    limit.left.hidden = false;
    limit.save.hidden = last < today; // Nobody is reminded of a day that has been.
    return `${limit.name}: senast ${day}, ${left}.`;
  };

  /** What is wrong with the day that the field holds, or ''. @param {HTMLInputElement} input @param {string} today @param {boolean} settled */
  const faultOf = (input, today, settled) => {
    const day = dates().parse(input.value);
    if (day) {
      if (day < EARLIEST) return settled ? TOO_EARLY : '';
      return day > today ? TOO_LATE : '';
    }
    return settled && (input.value || input.validity.badInput) ? NO_SUCH_DAY : '';
  };

  class RutinTimeline extends HTMLElement {
    /** @type {Parts | undefined} */ #parts;
    /** @type {AbortController | undefined} */ #listeners;
    #timer = 0;

    connectedCallback() {
      this.#guarded(() => {
        calendar();
        const today = dates().today();
        const parts = {
          form: part(this, '.rg-when', HTMLElement),
          input: part(this, 'input[type=date]', HTMLInputElement),
          fault: part(this, '.rg-when-fault', HTMLElement),
          status: part(this, '[role=status]', HTMLElement),
          limits: [...this.querySelectorAll('.rg-due')].map((each) => limit(/** @type {HTMLElement} */ (each))),
        };
        this.#parts = parts;
        this.#listen(parts);
        this.#forget();
        parts.input.max = today;
        parts.form.hidden = false;
      });
    }

    disconnectedCallback() {
      this.#giveBack();
    }

    /** @param {Parts} parts */
    #listen({ input, limits, fault }) {
      this.#listeners = new AbortController();
      const { signal } = this.#listeners;
      const settle = () => this.#guarded(() => this.#show(true));
      input.addEventListener(
        'input',
        () => {
          window.clearTimeout(this.#timer);
          this.#timer = window.setTimeout(() => this.#guarded(() => this.#show(false)), PAUSE_MS);
        },
        { signal },
      );
      input.addEventListener('blur', settle, { signal });
      input.addEventListener('keydown', (event) => void (event.key === 'Enter' && settle()), { signal });
      for (const each of limits) each.save.addEventListener('click', () => this.#save(each), { signal });
      // A page that was left open until the next day has a new today; one that is kept for the way back keeps no day.
      const again = () => {
        if (!document.hidden) this.#guarded(() => this.#show(Boolean(fault.textContent)));
      };
      document.addEventListener('visibilitychange', again, { signal });
      window.addEventListener('pagehide', () => this.#forget(), { signal });
    }

    /** @param {boolean} settled The reader has left the field, or pressed Enter: what is half written is a fault. */
    #show(settled) {
      window.clearTimeout(this.#timer);
      const { input, fault, status, limits } = needed(this.#parts, 'The form');
      const today = dates().today();
      // Browsers empty a half-written field when this is set, also to what it was.
      if (input.max !== today) input.max = today;
      const wrong = faultOf(input, today, settled);
      const day = dates().parse(input.value);
      const usable = day && day >= EARLIEST && day <= today;
      if (!usable) limits.forEach(clear);
      write(status, usable ? limits.map((each) => fill(each, day, today)).join(' ') : '');
      write(fault, wrong);
      input.setAttribute('aria-invalid', String(Boolean(wrong)));
    }

    /** @param {Limit} limit */
    #save(limit) {
      try {
        calendar().offer(FILE_NAME, calendar().file({ day: limit.last, remindDaysBefore: REMIND_DAYS }));
      } catch (error) {
        write(limit.left, NOT_SAVED);
        if (this.#parts) write(this.#parts.status, NOT_SAVED);
        console.warn('rutin-timeline:', error);
      }
    }

    #forget() {
      window.clearTimeout(this.#timer);
      if (!this.#parts) return;
      const { input, fault, status, limits } = this.#parts;
      input.value = '';
      input.removeAttribute('aria-invalid');
      write(fault, '');
      write(status, '');
      limits.forEach(clear);
    }

    /** The page as it stands without this script. */
    #giveBack() {
      this.#listeners?.abort();
      this.#forget();
      if (this.#parts) this.#parts.form.hidden = true;
      this.#parts = undefined;
    }

    /** @param {() => void} work */
    #guarded(work) {
      try {
        work();
      } catch (error) {
        this.#giveBack();
        console.warn('rutin-timeline:', error);
      }
    }
  }

  if (!customElements.get('rutin-timeline')) customElements.define('rutin-timeline', RutinTimeline);
})();
