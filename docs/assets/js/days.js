// @ts-check
/**
 * The guide's days: a field for the day of the event, and the last day of every step with a limit. The field is made once and stays where it
 * is, since a field that is put there anew loses what is half written in it. Needs dates.js, event-day.js and parts.js.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { add, today, long, weekday, span } = rutin.dates;
  const { read } = rutin.eventDay;
  const { el, button } = rutin.parts;

  const PAUSE_MS = 400; // So that a screen reader is told about the day, not about each digit.

  /** The limits of the steps that are not over. @param {Step[]} steps @param {Places} places @param {string} event @returns {Limit[]} */
  const limits = (steps, places, event) =>
    steps
      .filter((step) => step.days && !['klart', 'utgar'].includes(places.get(step.id) ?? ''))
      .map((step) => ({ id: step.id, text: step.text, last: event ? add(event, step.days) : '' }));

  /** @param {Limit} limit */
  const due = ({ id, text, last }) =>
    el(
      'div',
      { class: 'rg-due' },
      el('b', {}, `Senast ${weekday(last)} ${long(last)}`),
      el('span', {}, text),
      el('span', { class: 'rg-small' }, span(last, today())),
      last >= today() && button(`kalender:${id}`, 'Spara i kalendern'), // Nobody is reminded of a day that has been.
    );

  /** The last day of a step in words; '' if it has none, or none that is known. @param {Step} step @param {string} event */
  const last = (step, event) => (step.days && event ? `Senast ${weekday(add(event, step.days))} ${long(add(event, step.days))}, ${span(add(event, step.days), today())}` : '');

  /** The limits in words, for those who do not see them come. @param {Limit[]} limits */
  const said = (limits) =>
    limits
      .filter((limit) => limit.last)
      .map(({ text, last }) => `Senast ${weekday(last)} ${long(last)}, ${span(last, today())}: ${text}.`)
      .join(' ');

  /** The field with its list. `changed` is called with a day, or with '' when there is none. @param {(day: string) => void} changed @returns {Days} */
  const make = (changed) => {
    const field = el('input', { id: '_dag', class: 'rg-day', type: 'date', max: today(), autocomplete: 'off', 'aria-describedby': '_dag-fel' });
    const wrong = el('p', { id: '_dag-fel', class: 'rg-day-fault' });
    const list = el('div');
    const element = el('section', { class: 'rg-days', hidden: true }, el('label', { for: '_dag' }, 'Dagen för händelsen'), field, wrong, list);
    let event = '';
    let timer = 0;

    /** @param {boolean} settled The reader is done with the field. */
    const look = (settled) => {
      window.clearTimeout(timer);
      const { day, fault } = read(field, today(), settled);
      wrong.textContent = fault;
      if (fault) field.setAttribute('aria-invalid', 'true');
      else field.removeAttribute('aria-invalid');
      if (day !== event && (day || settled || fault)) changed(day);
    };
    field.addEventListener('input', () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => look(false), PAUSE_MS);
    });
    field.addEventListener('blur', () => look(true));
    field.addEventListener('keydown', (pressed) => void (pressed.key === 'Enter' && look(true)));

    return {
      element,
      show: (day, limits) => {
        if (field.max !== today()) field.max = today(); // Browsers empty a half-written field when this is set, also to what it was.
        element.hidden = !limits.length && !day;
        element.classList.toggle('rg-days-given', Boolean(day));
        list.replaceChildren(...limits.filter((limit) => limit.last).map(due));
        if (day !== event && day !== read(field, today(), false).day) field.value = day; // Never while it is being written in.
        event = day;
      },
    };
  };

  rutin.days = { limits, last, said, make };
})();
