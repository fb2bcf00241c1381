// @ts-check
/**
 * The guide's days: a field for the day of the event, and the last day of every step with a limit. The field is made
 * once and stays where it is, since a field that is put there anew loses what is half written in it.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { add, today, long, weekday, span } = rutin.dates;
  const { follow } = rutin.eventDay;
  const { el } = rutin.dom;
  const { put } = rutin.place;
  const { button, buttons, small } = rutin.pieces;
  const words = rutin.words.guide;

  /**
   * The limits of the steps that are not over.
   * @param {Step[]} steps @param {Places} places @param {string} event @returns {Limit[]}
   */
  const limits = (steps, places, event) =>
    steps
      .filter((step) => step.days && !['klart', 'utgar'].includes(places.get(step.id) ?? ''))
      .map((step) => ({ id: step.id, text: step.text, last: event ? add(event, step.days) : '' }));

  /**
   * The day of the week and the date, with how far it is: `fredag 4 december 2026, 9 dagar kvar`.
   * @param {string} day
   */
  const far = (day) => `${weekday(day)} ${long(day)}, ${span(day, today())}`;

  /**
   * The last day of a step in words; '' if it has none, or none that is known.
   * @param {Step} step @param {string} event
   */
  const last = (step, event) => (step.days && event ? words.last(far(add(event, step.days))) : '');

  /** The limits in words, for those who do not see them come. @param {Limit[]} limits */
  const said = (limits) =>
    limits
      .filter((limit) => limit.last)
      .map((limit) => words.lastFor(far(limit.last), limit.text))
      .join(' ');

  /** Nobody is reminded of a day that has been. @param {Limit} limit */
  const due = ({ id, text, last }) =>
    el(
      'div',
      { class: 'rg-due' },
      el('b', {}, words.last(`${weekday(last)} ${long(last)}`)),
      el('span', {}, text),
      small(span(last, today())),
      last >= today() && buttons(button(`kalender:${id}`, words.toCalendar)),
    );

  /**
   * The field with its list. `changed` is called with a day, or with '' when there is none; everything runs inside
   * `guard`.
   * @param {(day: string) => void} changed @param {(work: () => void) => void} guard @returns {Days}
   */
  const make = (changed, guard) => {
    const hint = el('p', { id: '_dag-varfor', class: 'rg-small' }, words.eventDayWhy);
    const field = el('input', {
      id: '_dag',
      class: 'rg-day',
      type: 'date',
      max: today(),
      autocomplete: 'off',
      'aria-describedby': '_dag-varfor _dag-fel',
    });
    const fault = el('p', { id: '_dag-fel', class: 'rg-day-fault' });
    const list = el('div');
    const label = el('label', { for: '_dag' }, words.eventDay);
    const element = el('section', { class: 'rg-days', hidden: true }, label, hint, field, fault, list);
    let event = '';
    const followed = follow(
      field,
      fault,
      (day) => {
        if (day !== event) changed(day);
      },
      { guard },
    );

    return {
      element,
      show: (day, limits) => {
        element.hidden = !limits.length && !day;
        element.classList.toggle('rg-days-given', Boolean(day));
        put(list, limits.filter((limit) => limit.last).map(due));
        if (day && day !== event) followed.put(day); // Without a day the field keeps what is half written in it.
        event = day;
      },
      clear: () => {
        event = '';
        followed.put('');
      },
    };
  };

  rutin.days = { limits, last, said, make };
})();
