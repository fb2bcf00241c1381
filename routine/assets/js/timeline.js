// @ts-check
/**
 * `<rutin-timeline>` around the limits: the reader gives the day of the event, and every limit's line for a pen becomes
 * its last day. Where a limit is in hours she may give the time as well, and it becomes a time.
 *
 * The day stays in its field: it is not stored, sent, or put in the address, and it is gone when the page is left. What
 * the script shows stands hidden in the HTML; if anything fails it is hidden again, and the lines are back.
 */
(() => {
  'use strict';

  /** @typedef {{ line: HTMLElement, pen: string, left: HTMLElement, save: HTMLButtonElement }} Line */
  /** @typedef {{ what: string, name: string, days: number, hours: number, last: string, moment: number }} Told */
  /** @typedef {Line & Told} Entry */
  /** @typedef {{ form: HTMLElement, input: HTMLInputElement, fault: HTMLElement, status: HTMLElement }} Form */
  /** @typedef {Form & { limits: Entry[], time: HTMLInputElement | null }} Parts */

  const { rutin } = window;
  const { write } = rutin.writing;
  const { part } = rutin.place;
  const { Guarded } = rutin;
  const { capital } = rutin.grammar;
  const { today, long, weekday, span } = rutin.dates;
  const { end } = rutin.limits;
  const { follow } = rutin.dayField;
  const { remind } = rutin.reminder;
  const words = rutin.words.timeline;
  const { gone: passed, notSaved } = rutin.words.dates;

  /** @param {HTMLElement} element @returns {Entry} */
  const limit = (element) => {
    const { days = '', hours = '' } = element.dataset;
    if (!/^\d+$/.test(days || hours)) throw new Error('data-days is no number of days');
    const line = part(element, '.rg-line', HTMLElement);
    return {
      days: Number(days),
      hours: Number(hours),
      moment: 0,
      what: part(element, '[data-what]', HTMLElement).textContent ?? '',
      name: part(element, 'b', HTMLElement).textContent ?? '',
      line,
      pen: line.textContent ?? '',
      left: part(element, '.rg-due-left', HTMLElement),
      save: part(element, '.rg-due-save', HTMLButtonElement),
      last: '',
    };
  };

  /** @param {Entry} limit */
  const clear = (limit) => {
    limit.last = '';
    write(limit.line, limit.pen);
    limit.line.className = 'rg-line';
    write(limit.left, '');
    limit.left.hidden = limit.save.hidden = true;
  };

  /**
   * Fills the limit in, and says it as a sentence.
   * @param {Entry} limit @param {string} event @param {string} time @param {string} now
   */
  const fill = (limit, event, time, now) => {
    const { last, time: at, moment, gone } = end(limit, event, time);
    if (!last) throw new Error('The last day is outside the calendar');
    const day = words.at(`${weekday(last)} ${long(last)}`, at);
    const untimed = gone ? passed : words.untimed;
    const left = limit.hours && !moment ? untimed : span(last, now, gone);
    limit.last = last;
    limit.moment = moment;
    write(limit.line, day);
    limit.line.className = 'rg-due-day';
    write(limit.left, capital(left));
    limit.left.hidden = false;
    limit.save.hidden = gone || last < now; // Nobody is reminded of a day that has been.
    return words.last(limit.what, limit.name, day, left);
  };

  class RutinTimeline extends Guarded {
    /** @type {Parts | undefined} */ #parts;
    /** @type {FollowedDay | undefined} */ #day;
    /** @type {AbortController | undefined} */ #listeners;

    connectedCallback() {
      this.guarded(() => {
        const parts = {
          form: part(this, '.rg-when', HTMLElement),
          input: part(this, 'input[type=date]', HTMLInputElement),
          time: /** @type {HTMLInputElement | null} */ (this.querySelector('input[type=time]')),
          fault: part(this, '.rg-day-fault', HTMLElement),
          status: part(this, '[role=status]', HTMLElement),
          limits: [...this.querySelectorAll('.rg-due')].map((each) => limit(/** @type {HTMLElement} */ (each))),
        };
        this.#parts = parts;
        this.#listen(parts);
        this.#forget();
        parts.input.max = today();
        parts.form.hidden = false;
      });
    }

    disconnectedCallback() {
      this.giveBack();
    }

    /** @param {Parts} parts */
    #listen({ input, time, limits, fault }) {
      this.#listeners = new AbortController();
      const { signal } = this.#listeners;
      /** @param {() => void} work */
      const guard = (work) => this.guarded(work);
      this.#day = follow(input, fault, (...found) => this.#show(...found), { guard, clock: time, signal });
      for (const each of limits) each.save.addEventListener('click', () => this.#save(each), { signal });
      // A page that was left open until the next day has a new today; one that is kept for the way back keeps no day.
      const again = () => void (document.hidden || this.guarded(() => this.#day?.look(Boolean(fault.textContent))));
      document.addEventListener('visibilitychange', again, { signal });
      window.addEventListener('pagehide', () => this.#forget(), { signal });
    }

    /** @param {string} day '' for none. @param {string} at Its time, '' for none. */
    #show(day, at) {
      if (!this.#parts) throw new Error('The form is missing');
      const { status, limits } = this.#parts;
      if (!day) limits.forEach(clear);
      write(status, day ? limits.map((each) => fill(each, day, at, today())).join(' ') : '');
    }

    /** @param {Entry} limit */
    #save(limit) {
      if (remind(limit)) return;
      write(limit.left, notSaved);
      if (this.#parts) write(this.#parts.status, notSaved);
    }

    #forget() {
      if (!this.#parts) return;
      const { input, time, status, limits } = this.#parts;
      this.#day?.put('');
      if (time) time.value = '';
      for (const each of [input, time]) each?.removeAttribute('aria-invalid');
      write(status, '');
      limits.forEach(clear);
    }

    /** The page as it stands without this script. */
    giveBack() {
      this.#listeners?.abort();
      this.#forget();
      if (this.#parts) this.#parts.form.hidden = true;
      this.#parts = undefined;
    }
  }

  if (!customElements.get('rutin-timeline')) customElements.define('rutin-timeline', RutinTimeline);
})();
