// @ts-check
/**
 * The summary of a case: what is done, when, what is open, what does not apply and why. As an element to print, and as
 * text to copy.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { today, long } = rutin.dates;
  const { dated, left, limit, told } = rutin.days;
  const { el } = rutin.dom;
  const { together, inside, stopped } = rutin.grammar;
  const { held } = rutin.facts;
  const { button, buttons, small, byTrack } = rutin.pieces;
  const { called, how } = rutin.scene;
  const { at } = rutin.words.standing;
  const words = rutin.words.summary;

  /** @param {Scene} scene @param {Limit[]} limits @returns {Summary} */
  const of = (scene, limits) => {
    const { steps, places, state, role, handing, care } = scene;
    /** @param {Step} step */
    const stands = (step) => {
      const stood = how(step, places.get(step.id), state);
      if (stood === rutin.words.standing.open && !called(scene, step).length) return words.openUncalled;
      const { how: over = '', day = '' } = state.over[step.id] ?? {};
      const last = step.within && over === 'gjort' ? limit(step, state).last : '';
      return last && day > last ? words.tooLate(stood, long(last)) : stood;
    };
    return {
      handing,
      care,
      head: words.head(long(today()), inside(role.name)),
      days: days(scene, told(scene, limits)),
      lines: sorted(steps, places).map((step) => ({
        track: step.track,
        who: together(step.names),
        text: step.text + step.mark,
        held: OPEN.includes(places.get(step.id) ?? '') ? holding(step) : '',
        how: stands(step),
      })),
    };
  };

  /** What is over first, and what does not apply last, each in the order of reading. @type {Place[]} */
  const ORDER = ['klart', 'okant', 'nu', 'sedan', 'utgar'];

  /** @type {(Place | '')[]} */
  const OPEN = ['nu', 'sedan'];

  /**
   * When a step that is open applies, and what it waits for: without that a paper that is handed over asks for what
   * somebody has yet to decide. @param {Step} step
   */
  const holding = (step) => {
    const said = held(step).map((line) => line.textContent?.replace(/\s+/g, ' ').trim() ?? '');
    return step.question ? said.map((line) => ` ${line}.`).join('') : said.map((line) => `, ${inside(line)}`).join('');
  };

  /** @param {Step[]} steps @param {Places} places */
  const sorted = (steps, places) => ORDER.flatMap((place) => steps.filter(({ id }) => places.get(id) === place));

  /**
   * When it is; where the hours are not counted from a time, with the limit, and the limit alone where nobody has said
   * what it is counted from.
   * @param {Limit} limit
   */
  const when = (limit) => {
    const { last, time, hours, text, who, within } = limit;
    if (!last) return words.within(within, text, who);
    const day = hours && !time ? `${long(last)}, ${left(limit)}` : at(long(last), time);
    return words.last(limit.gone ? `${day}, ${rutin.words.dates.gone}` : day, text, who);
  };

  /** The days that the reader should know. @param {Scene} scene @param {Limit[]} limits */
  const days = ({ steps, state: { event, time = '' } }, limits) => [
    ...(event || dated(steps) ? [words.eventDay(event && at(long(event), time))] : []),
    ...limits.map(when),
  ];

  /** @param {Summary} summary */
  const text = ({ head, days, lines }) => {
    const tracks = [...byTrack(lines)].flatMap(([track, members]) => [
      '',
      ...(track ? [track] : []),
      ...members.map(({ text, held, who, how }) => words.line(`${text}${held}`, who, how)),
    ]);
    return `${[head, ...days, ...tracks].join('\n')}\n`;
  };

  /** With the mark of a reading as it is elsewhere: small, and whole. @param {string} text @returns {Child[]} */
  const marked = (text) =>
    text.split(/(≈\s\w+)/).map((part, at) => (at % 2 ? el('span', { class: 'rg-reading' }, part) : part));

  /** @param {string} text */
  const bold = (text) => el('b', {}, ...marked(text));

  /** @param {Line} line */
  const item = ({ how, text, held, who }) =>
    el('li', {}, bold(stopped(how)), ' ', ...marked(text), held && bold(held), ' ', small(`(${who})`));

  /** Room to write in, on paper. */
  const notes = () =>
    el(
      'div',
      { class: 'rg-notes', 'aria-hidden': 'true' },
      el('p', {}, words.notes),
      ...[1, 2, 3].map(() => el('p', { class: 'rg-rule' }))
    );

  /** @param {Summary} summary */
  const element = ({ head, days, lines, handing, care }) =>
    el(
      'div',
      { class: 'rg-summary' },
      el('h2', { class: 'rg-sum-head' }, head),
      el('p', { class: 'rg-small' }, words.care(care)),
      ...handing.map((line) => el('p', { class: 'rg-small' }, line)),
      ...days.map((day) => el('p', {}, day)),
      ...[...byTrack(lines)].flatMap(([track, members]) => [
        track && el('h3', {}, track),
        el('ul', { class: 'rg-summary-lines' }, ...members.map(item)),
      ]),
      notes(),
      buttons(button('skriv-ut', words.print), button('kopiera:sammanstallning', words.copy))
    );

  rutin.summary = { of, text, element };
})();
