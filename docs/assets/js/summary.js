// @ts-check
/** The summary of a case: what is done, when, what is open, what does not apply and why. As an element to print, and as text to copy. Needs dates.js, parts.js and moves.js. */
(() => {
  'use strict';

  const { rutin } = window;
  const { today, long } = rutin.dates;
  const { el, button, series, inside } = rutin.parts;
  const { assumed } = rutin.moves;

  /** @param {Over} over */
  const done = ({ how, day, reason }) => [how === 'gjort' ? 'Klart' : 'Inte aktuellt', day && ` ${long(day)}`, reason && `: ${reason}`].filter(Boolean).join('');

  /** What was passed by, and the ways that are shut because of it: nobody knows how they stand. @param {Step[]} steps @param {Places} places @param {State} state */
  const unknown = (steps, places, state) => {
    const found = new Set(steps.filter((step) => assumed(state, step.id)).map((step) => step.id));
    let size = -1;
    while (size !== found.size) {
      size = found.size;
      for (const step of steps) if (places.get(step.id) === 'utgar' && step.before.some((edge) => found.has(edge.source))) found.add(step.id);
    }
    return found;
  };

  /** How a step stands, in words. What was passed by is unknown, whatever was assumed to go on. @param {Step} step @param {Step[]} steps @param {Places} places @param {State} state */
  const how = (step, steps, places, state) => {
    const place = places.get(step.id);
    const over = state.over[step.id];
    if (assumed(state, step.id)) return 'Okänt, före min del';
    if (place === 'klart') return step.question ? `Svar: ${state.answers[step.id] === 'ja' ? 'Ja' : 'Nej'}` : done(over);
    if (!step.question && over) return `${done(over)}, innan ett svar ändrades`;
    if (place === 'utgar') return unknown(steps, places, state).has(step.id) ? 'Okänt' : 'Gäller inte';
    return step.question ? 'Inget svar än' : 'Öppet';
  };

  /** @param {Step[]} steps @param {Places} places @param {State} state @returns {Line[]} */
  const lines = (steps, places, state) => steps.map((step) => ({ track: step.track, who: series(step.names), text: step.text, how: how(step, steps, places, state) }));

  /** What stands at its head: the day, and who made it. @param {string} role */
  const head = (role) => `Sammanställning ${long(today())}, ${inside(role)}`;

  /** The days that the reader should know: the event, and each limit's last day. @param {string} event @param {Limit[]} limits */
  const days = (event, limits) =>
    event ? [`Dagen för händelsen: ${long(event)}`, ...limits.map((limit) => `Senast ${long(limit.last)}: ${limit.text}`)] : ['Dagen för händelsen: inte ifylld'];

  const CARE = 'Sammanställningen kan innehålla känsliga uppgifter. Rutinen säger inte var den ska förvaras eller vilken sekretess som gäller. Fråga kommunen innan du sparar eller skickar den.';

  /** @param {string} head @param {Line[]} all @param {string[]} dates */
  const text = (head, all, dates) => {
    /** @type {string[]} */
    const rows = [head, ...dates];
    let track = '';
    for (const line of all) {
      if (line.track !== track) rows.push('', line.track);
      track = line.track;
      rows.push(`- ${line.text} (${line.who}). ${line.how}`);
    }
    return `${rows.join('\n')}\n`;
  };

  /** @param {string} head @param {Line[]} all @param {string[]} dates */
  const element = (head, all, dates) => {
    /** @type {Map<string, Line[]>} */
    const groups = new Map();
    for (const line of all) groups.set(line.track, [...(groups.get(line.track) ?? []), line]);
    return el(
      'div',
      { class: 'rg-summary' },
      el('h2', { class: 'rg-sum-head' }, head),
      el('p', { class: 'rg-small' }, CARE),
      ...dates.map((day) => el('p', {}, day)),
      ...[...groups].flatMap(([track, members]) => [
        el('h3', {}, track),
        el('ul', { class: 'rg-summary-lines' }, ...members.map((line) => el('li', {}, el('b', {}, line.how), ' ', line.text, ' ', el('span', { class: 'rg-small' }, line.who)))),
      ]),
      el('div', { class: 'rg-notes', 'aria-hidden': 'true' }, el('p', {}, 'Anteckningar'), el('p', { class: 'rg-rule' }), el('p', { class: 'rg-rule' }), el('p', { class: 'rg-rule' })),
      el('p', { class: 'rg-buttons' }, button('skriv-ut', 'Skriv ut sammanställningen'), button('kopiera:sammanstallning', 'Kopiera sammanställningen')),
    );
  };

  rutin.summary = { how, head, lines, days, text, element };
})();
