// @ts-check
/**
 * The summary of a case: what is done, when, what is open, what does not apply and why. As an element to print, and as
 * text to copy.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { today, long } = rutin.dates;
  const { el } = rutin.dom;
  const { together, inside } = rutin.grammar;
  const { button, buttons, small, byTrack } = rutin.pieces;
  const { applies } = rutin.case;
  const words = rutin.words.summary;

  /** @param {Over} over */
  const done = ({ how, day, reason }) => words.over(how === 'gjort', day && long(day), reason);

  /**
   * How a step stands, in words. What was done before an answer was changed is still done.
   * @param {Step} step @param {Place | undefined} place @param {State} state
   */
  const how = (step, place, state) => {
    const over = state.over[step.id];
    const stands = over?.how === 'gjort' && applies(step, state) === false;
    if (over) return stands ? words.overBefore(done(over)) : done(over);
    if (place === 'klart') return words.answer(state.answers[step.id] === 'ja');
    if (place === 'okant') return words.unknown;
    if (place === 'utgar') return words.doesNotApply;
    return step.question ? words.noAnswer : words.open;
  };

  /** @param {Scene} scene @param {Limit[]} limits @returns {Summary} */
  const of = ({ steps, places, state, role, handing }, limits) => ({
    handing,
    head: words.head(long(today()), inside(role.name)),
    days: days(state.event, limits),
    lines: steps.map((step) => ({
      track: step.track,
      who: together(step.names),
      text: step.text,
      how: how(step, places.get(step.id), state),
    })),
  });

  /** The days that the reader should know. @param {string} event @param {Limit[]} limits */
  const days = (event, limits) =>
    event
      ? [words.eventDay(long(event)), ...limits.map((limit) => words.last(long(limit.last), limit.text))]
      : [words.eventDay('')];

  /** @param {Summary} summary */
  const text = ({ head, days, lines }) => {
    const tracks = [...byTrack(lines)].flatMap(([track, members]) => [
      '',
      track,
      ...members.map((line) => words.line(line.text, line.who, line.how)),
    ]);
    return `${[head, ...days, ...tracks].join('\n')}\n`;
  };

  /** @param {Line} line */
  const item = ({ how, text, who }) => el('li', {}, el('b', {}, how), ' ', text, ' ', small(who));

  /** Room to write in, on paper. */
  const notes = () =>
    el(
      'div',
      { class: 'rg-notes', 'aria-hidden': 'true' },
      el('p', {}, words.notes),
      ...[1, 2, 3].map(() => el('p', { class: 'rg-rule' })),
    );

  /** @param {Summary} summary */
  const element = ({ head, days, lines, handing }) =>
    el(
      'div',
      { class: 'rg-summary' },
      el('h2', { class: 'rg-sum-head' }, head),
      el('p', { class: 'rg-small' }, words.care),
      ...handing.map((line) => el('p', { class: 'rg-small' }, line)),
      ...days.map((day) => el('p', {}, day)),
      ...[...byTrack(lines)].flatMap(([track, members]) => [
        el('h3', {}, track),
        el('ul', { class: 'rg-summary-lines' }, ...members.map(item)),
      ]),
      notes(),
      buttons(button('skriv-ut', words.print), button('kopiera:sammanstallning', words.copy)),
    );

  rutin.summary = { of, how, text, element };
})();
