// @ts-check
/** The summary of a case: what is done, when, what is open, what does not apply and why. As an element to print, and as text to copy. Needs dates.js and parts.js. */
(() => {
  'use strict';

  const { rutin } = window;
  const { long } = rutin.dates;
  const { el, button, series } = rutin.parts;

  /** How a step stands, in words. @param {Step} step @param {Place} place @param {State} state */
  const how = (step, place, state) => {
    if (place === 'utgar') return 'Gäller inte';
    if (place !== 'klart') return step.question ? 'Inget svar än' : 'Öppet';
    if (step.question) return `Svar: ${state.answers[step.id] === 'ja' ? 'Ja' : 'Nej'}${state.over[step.id] ? ` (antaget, ${state.over[step.id].reason})` : ''}`;
    const over = state.over[step.id];
    const day = over.day ? ` ${long(over.day)}` : '';
    const reason = over.reason ? `: ${over.reason}` : '';
    return over.how === 'gjort' ? `Klart${day}${over.reason ? ` (${over.reason})` : ''}` : `Inte aktuellt${day}${reason}`;
  };

  /** @param {Step[]} steps @param {Places} places @param {State} state @returns {Line[]} */
  const lines = (steps, places, state) =>
    steps.map((step) => ({ track: step.track, who: series(step.names), text: step.text, how: how(step, places.get(step.id) ?? 'sedan', state) }));

  /** The days that the reader should know: the event, and each limit's last day. @param {string} event @param {Limit[]} limits */
  const days = (event, limits) =>
    event ? [`Dagen för händelsen: ${long(event)}`, ...limits.map((limit) => `Senast ${long(limit.last)}: ${limit.text}`)] : ['Dagen för händelsen: inte ifylld'];

  const CARE = 'Sammanställningen kan innehålla känsliga uppgifter. Rutinen säger inte var den ska förvaras eller vilken sekretess som gäller. Fråga kommunen innan du sparar eller skickar den.';

  /** @param {Line[]} all @param {string[]} dates */
  const text = (all, dates) => {
    /** @type {string[]} */
    const rows = ['Sammanställning', ...dates];
    let track = '';
    for (const line of all) {
      if (line.track !== track) rows.push('', line.track);
      track = line.track;
      rows.push(`- ${line.text} (${line.who}). ${line.how}`);
    }
    return `${rows.join('\n')}\n`;
  };

  /** @param {Line[]} all @param {string[]} dates */
  const element = (all, dates) => {
    /** @type {Map<string, Line[]>} */
    const groups = new Map();
    for (const line of all) groups.set(line.track, [...(groups.get(line.track) ?? []), line]);
    return el(
      'div',
      { class: 'rg-summary' },
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

  rutin.summary = { how, lines, days, text, element };
})();
