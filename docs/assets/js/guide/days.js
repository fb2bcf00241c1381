// @ts-check
/** The guide's days: when it happened, the last day of every step with a limit, and the days between. */
(() => {
  'use strict';

  const { rutin } = window;
  const { add, today, between, long, weekday, span } = rutin.dates;
  const { el } = rutin.dom;
  const { together } = rutin.grammar;
  const { button, buttons, heading, small } = rutin.pieces;
  const { asked } = rutin.when;
  const { EVENT } = rutin.moves;
  const { helper } = rutin.scene;
  const words = rutin.words.guide;

  const MOST_DRAWN = 21; // Days: more have no room beside each other on a phone.

  /**
   * The limits of the steps that are not over, the nearest first.
   * @param {Step[]} steps @param {Places} places @param {string} event @returns {Limit[]}
   */
  const limits = (steps, places, event) =>
    steps
      .filter((step) => step.days && !['klart', 'utgar'].includes(places.get(step.id) ?? ''))
      .map(({ id, text, names, others, days }) => ({
        id,
        text,
        days,
        others: `${together(names)} ${others}`,
        last: event ? add(event, days) : '',
      }))
      .sort((one, other) => one.days - other.days);

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

  /**
   * The days from the event to the last one, as a ruler; the text beside it says all of it.
   * @param {string} event @param {Limit} limit
   */
  const ruler = (event, { days, last }) => {
    if (days > MOST_DRAWN) return null;
    const now = between(event, today());
    /** @param {number} at */
    const kind = (at) => [at < now && 'rg-past', at === now && 'rg-today', at === days && 'rg-final'];
    const all = Array.from({ length: days + 1 }, (_, at) =>
      el('li', { class: kind(at).filter(Boolean).join(' ') || null }, String(Number(add(event, at).slice(8)))),
    );
    return last && el('ol', { class: 'rg-ruler', 'aria-hidden': 'true' }, ...all);
  };

  /**
   * Nobody is reminded of a day that has been, but told what to do now.
   * @param {Limit} limit @param {string} event @param {boolean} hers Whether the step is the reader's.
   */
  const due = (limit, event, hers) => {
    const { id, text, last, others } = limit;
    const late = last !== '' && last < today();
    return el(
      'div',
      { class: 'rg-date' },
      last && el('p', {}, el('b', {}, words.last(`${weekday(last)} ${long(last)}`)), ' ', small(span(last, today()))),
      el('p', {}, last ? (hers ? text : others) : words.eventDayWhy(hers ? text : others)),
      last && !late && ruler(event, limit),
      late && el('p', { class: 'rg-late' }, hers ? words.late : words.lateOfOthers),
      buttons(
        last && !late && button(`kalender:${id}`, words.toCalendar),
        hers && button(`visa:${id}`, words.showStep),
      ),
    );
  };

  /**
   * Asks when it happened, or shows the days that follow from it; null where nothing has a limit.
   * @param {Scene} scene @param {Limit[]} limits @param {boolean} hers
   */
  const section = (scene, limits, hers) => {
    const { moment } = scene;
    const { event } = scene.state;
    if (helper(scene) || !limits.length) return null;
    const asks = moment.dating === EVENT || !(event || moment.unknown);
    const happened = event ? words.happened(`${weekday(event)} ${long(event)}`) : words.notKnown;
    const known = el('p', { class: 'rg-row' }, el('span', {}, happened), button(`nar:${EVENT}`, words.changeDay));
    const day = asks ? asked(EVENT, words.when, moment, { day: event, time: '' }) : known;
    const lines = limits.map((limit) => due(limit, event, hers));
    return el(
      'section',
      { class: 'rg-days' },
      heading('dagar', words.days),
      ...(event ? [...lines, day] : [day, ...lines]),
    );
  };

  rutin.days = { limits, last, said, section };
})();
