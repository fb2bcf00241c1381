// @ts-check
/** The guide's days: when it happened, the last day of every step with a limit, and the days between. */
(() => {
  'use strict';

  const { rutin } = window;
  const { add, today, between, long, weekday, span } = rutin.dates;
  const { end } = rutin.limits;
  const { el } = rutin.dom;
  const { together, inside, stopped } = rutin.grammar;
  const { at } = rutin.words.standing;
  const { button, buttons, heading, small } = rutin.pieces;
  const { asked } = rutin.when;
  const { EVENT } = rutin.moves;
  const { at: standing, helper, mine, called, who } = rutin.scene;
  const { meets } = rutin.case;
  const { held } = rutin.facts;
  const words = rutin.words.guide;

  const MOST_DRAWN = 14; // Days: more have no room beside each other on a phone.

  /** In hours. @param {Limit} limit */
  const length = ({ days, hours }) => days * 24 + hours;

  /**
   * What a limit is counted from, as the reader has said: the event, or that an action was done.
   * @param {Step} step @param {State} state @returns {{ day?: string, time?: string }}
   */
  const start = ({ after }, { event, time, over }) => {
    if (!after) return { day: event, time };
    return over[after]?.how === 'gjort' ? over[after] : {};
  };

  /** @param {Step} step @param {State} state @returns {Limit} */
  const limit = (step, state) => {
    const { id, text, names, others, days, hours, after, within } = step;
    const { day: from = '', time = '' } = start(step, state);
    return { id, text, who: together(names), others, days, hours, after, within, from, ...end(step, from, time) };
  };

  /** By when it ends; what has no time is the whole day, and what has no day yet comes last. @param {Limit} limit */
  const order = ({ last, time }) => `${last || 'x'} ${time || 'x'}`;

  /** Whether anything is counted from the day of the event. @param {Step[]} steps */
  const dated = (steps) => steps.some(({ within, after }) => within && !after);

  /**
   * The limits of the steps that are not over, the nearest first; what is counted from an action that is not done has
   * none.
   * @param {Step[]} steps @param {Places} places @param {State} state
   */
  const limits = (steps, places, state) =>
    steps
      .filter(({ id, within }) => within && !['klart', 'utgar'].includes(places.get(id) ?? ''))
      .filter(({ after }) => places.get(after) !== 'utgar' && state.over[after]?.how !== 'inte-aktuellt')
      .map((step) => limit(step, state))
      .sort((one, other) => length(one) - length(other))
      .sort((one, other) => (order(one) < order(other) ? -1 : Number(order(one) > order(other))));

  /** How far it is; where the hours are not counted from a time, the limit. @param {Limit} limit */
  const left = ({ hours, last, time, gone, within }) => (hours && !time ? inside(within) : span(last, today(), gone));

  /** `fredag 4 december 2026`, with the time if it is known. @param {Limit} limit */
  const day = ({ last, time }) => at(`${weekday(last)} ${long(last)}`, time);

  /**
   * With how far it is: `fredag 4 december 2026, 9 dagar kvar`. The limit itself does not tell that it has passed.
   * @param {Limit} limit
   */
  const far = (limit) =>
    [day(limit), left(limit), limit.gone && limit.hours && !limit.time && rutin.words.dates.gone]
      .filter(Boolean)
      .join(', ');

  /**
   * The last day of a step in words; '' if it has none, or none that is known.
   * @param {Step} step @param {State} state
   */
  const last = (step, state) => {
    const found = limit(step, state);
    return step.within && found.last && words.last(far(found));
  };

  /** @param {Scene} scene @param {Limit} limit */
  const stepOf = ({ steps }, { id }) => /** @type {Step} */ (steps.find((step) => step.id === id));

  /**
   * Whether the step is the reader's: what others have to do by then is never said as if she had to.
   * @param {Scene} scene @returns {(limit: Limit) => boolean}
   */
  const own = (scene) => (limit) => mine(scene, stepOf(scene, limit));

  /**
   * What is to be done by then; of others with those who have been called.
   * @param {Scene} scene @param {Limit} limit
   */
  const task = (scene, limit) =>
    own(scene)(limit) ? limit.text : `${who(scene, stepOf(scene, limit))} ${limit.others}`;

  /** Of those whom nobody has called in no day is promised. @param {Scene} scene @param {Limit[]} limits */
  const told = (scene, limits) =>
    limits.filter((limit) => own(scene)(limit) || called(scene, stepOf(scene, limit)).length > 0);

  /** @param {Scene} scene @param {Limit} limit */
  const waits = ({ places }, { id }) => places.get(id) === 'sedan';

  /** What a step waits for, which may come after its last day. @param {Scene} scene @param {Limit} limit */
  const waiting = (scene, limit) => (waits(scene, limit) ? held(stepOf(scene, limit)) : []);

  /** The limits in words, for those who do not see them come. @param {Scene} scene @param {Limit[]} limits */
  const said = (scene, limits) =>
    told(scene, limits)
      .filter((limit) => limit.last)
      .flatMap((limit) => [
        words.lastFor(far(limit), task(scene, limit)),
        ...waiting(scene, limit).map((line) => stopped(line.firstChild?.textContent?.trim() ?? '')),
      ])
      .join(' ');

  /** The days to the last one, as a ruler; the text beside it says all of it. @param {Limit} limit */
  const ruler = ({ from, days }) => {
    if (!days || days > MOST_DRAWN) return null;
    const now = between(from, today());
    /** @param {number} at */
    const kind = (at) => [at < now && 'rg-past', at === now && 'rg-today', at === days && 'rg-final'];
    const all = Array.from({ length: days + 1 }, (_, at) =>
      el('li', { class: kind(at).filter(Boolean).join(' ') || null }, String(Number(add(from, at).slice(8))))
    );
    return el('ol', { class: 'rg-ruler', 'aria-hidden': 'true' }, ...all);
  };

  /**
   * What to do when the time has passed. Before the case has begun nobody else has heard of it.
   * @param {Scene} scene @param {Limit} limit
   */
  const over = (scene, limit) => {
    if (!own(scene)(limit))
      return standing(scene, 'nu').some(({ opens }) => opens) ? words.lateUntold : words.lateOfOthers;
    if (meets(stepOf(scene, limit), scene.state) === null) return words.lateUnknown;
    return waits(scene, limit) ? words.lateWaiting : words.late;
  };

  /**
   * Nobody is reminded of a day that has been, but told what to do now.
   * @param {Scene} scene @param {Limit} limit
   */
  const due = (scene, limit) => {
    const { id, last, gone: late } = limit;
    const text = task(scene, limit);
    const lines = waiting(scene, limit);
    return el(
      'div',
      { class: 'rg-date' },
      last && el('p', {}, el('b', {}, words.last(day(limit))), ' ', small(left(limit))),
      !last && el('p', {}, el('b', {}, limit.within)),
      el('p', {}, text),
      lines.length > 0 && el('p', { class: 'rg-facts' }, ...lines.flatMap((line) => [line, ' '])),
      last && !late && ruler(limit),
      late && el('p', { class: 'rg-late' }, over(scene, limit)),
      buttons(
        last >= today() && !late && button(`kalender:${id}`, words.toCalendar),
        own(scene)(limit) && button(`visa:${id}`, words.showStep)
      )
    );
  };

  /**
   * Asks when it happened, or shows the days that follow from it; null where nothing has a limit.
   * @param {Scene} scene @param {Limit[]} all
   */
  const section = (scene, all) => {
    const { moment, state } = scene;
    const { event, time = '' } = state;
    const limits = told(scene, all);
    if (helper(scene) || !limits.length) return null;
    const asks = moment.dating === EVENT || !(event || moment.unknown);
    const happened = event ? words.happened(at(`${weekday(event)} ${long(event)}`, time)) : words.notKnown;
    // A time is asked for only where something is counted in hours.
    const counted = limits.filter(({ after }) => !after);
    const timed = counted.some(({ hours }) => hours);
    const known = el(
      'p',
      { class: 'rg-row' },
      el('span', {}, happened),
      button(`nar:${EVENT}`, words.changeDay),
      timed && event && !time && button(`tid:${EVENT}`, words.setTime)
    );
    const when = asks ? asked(EVENT, words.when, moment, { day: event, time: timed ? time : undefined }) : known;
    const shown = counted.length > 0 && when;
    const lines = limits.map((limit) => due(scene, limit));
    return el(
      'section',
      { class: 'rg-days' },
      heading('dagar', limits[0].gone ? words.gone : words.days),
      ...(event ? [...lines, shown] : [shown, ...lines])
    );
  };

  rutin.days = { limit, limits, last, told, said, left, own, dated, section };
})();
