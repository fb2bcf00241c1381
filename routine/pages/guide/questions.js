// @ts-check
/** A question that the reader answers, or whose answer she reports: it is changed where it was given. */
(() => {
  'use strict';

  const { rutin } = window;
  const { el } = rutin.dom;
  const { together, inside, stopped } = rutin.grammar;
  const { button, fold } = rutin.pieces;
  const { all, copy, help, helping } = rutin.facts;
  const { label, title } = rutin.acts;
  const words = rutin.words.guide;

  /**
   * The answers, the given one filled: it is changed where it was given. With what each means they stand under each
   * other.
   * @param {Ask} ask
   */
  const choices = (ask) => {
    const { step, text, hers, given, unsure } = ask;
    const who = together(step.names);
    const means = hers ? step.means : {};
    /** @param {string} verb @param {string} answer @param {string} meaning @param {boolean} pressed */
    const choice = (verb, answer, meaning, pressed) =>
      button(
        `${verb}:${step.id}`,
        '',
        { 'aria-pressed': String(pressed) },
        meaning ? el('b', {}, answer) : answer,
        meaning && el('span', {}, meaning)
      );
    const stacked = Object.keys(means).length > 0;
    return [
      stacked && el('p', { class: 'rg-small' }, ...above(ask)),
      el(
        'div',
        {
          class: stacked ? 'rg-choose rg-choose-long' : 'rg-choose',
          role: 'group',
          'aria-label': text,
        },
        choice('ja', hers ? words.yes : words.saidYes(who), means.ja?.text ?? '', given === 'ja'),
        choice('nej', hers ? words.no : words.saidNo(who), means.nej?.text ?? '', given === 'nej'),
        choice('vet-inte', words.notYet, stacked ? words.itStays : '', !given && unsure)
      ),
    ];
  };

  /**
   * A press may be taken for the decision itself; and what it means may be our reading.
   * @param {Ask} ask @returns {Child[]}
   */
  const above = ({ step, given }) => {
    const mark = step.element.querySelector('[data-means] > p .rg-reading');
    return [!given && `${words.sendsNothing} `, mark && el('span', {}, words.meanings, '\u00a0', copy(mark, ''))];
  };

  /**
   * What holds after the answer that was given, with what guides then. Before one is, the first that holds after
   * each, by its name: who chooses has read it.
   * @param {Ask} ask @returns {Child[]}
   */
  const then = ({ step: { id, means }, hers, given }) => {
    if (!hers) return [];
    if (!given) return [after(words.yes, means.ja), after(words.no, means.nej)];
    const meant = means[given]?.then;
    return [meant && meant.textContent?.trim() ? copy(meant, `${id}:${given}`) : null];
  };

  /** @param {string} answer @param {Meanings[string]} meant */
  const after = (answer, meant) => {
    const line = meant?.then?.querySelector('p:not([data-help])');
    return line && el('p', {}, el('b', {}, `${answer}: `), ...copy(line, '').childNodes);
  };

  /** What is seen with a question; the rest explains, and is folded. */
  const SEEN = '[data-fact="conditions"], [data-fact="detail"]';

  /** Whether it is our reading that it is asked: that stands with the question, not with what helps to answer it. */
  const BASIS = '[data-fact="basis"]';

  /** What guides whoever is to answer, whichever answer it stands with. @param {Ask} ask */
  const guidance = ({ step, hers, given }) => {
    const all = hers && !given ? [...step.element.querySelectorAll('[data-help]')] : [];
    return help([...new Set(all.flatMap(helping))]);
  };

  /** What a fold is called. @param {Element} fold */
  const named = (fold) => fold.querySelector('summary > span')?.firstChild?.textContent?.trim() ?? '';

  /** @param {Ask} ask @returns {Child[]} */
  const facts = (ask) => {
    const { step } = ask;
    const found = all(step).filter((fact) => !fact.matches(BASIS));
    const guides = guidance(ask);
    const folded = [...guides, ...found.filter((fact) => !fact.matches(SEEN))];
    const titles = guides.map((guide) => stopped(named(guide))).join(' ');
    return [
      el('div', { class: 'rg-asides' }, ...found.filter((fact) => fact.matches(SEEN)).flatMap((fact) => [fact, ' '])),
      folded.length > 0 &&
        fold(`mer:${step.id}`, words.moreOfQuestion, titles && `${words.guidance} ${titles}`, '', () => [
          el('div', {}, ...folded),
        ]),
    ];
  };

  /**
   * Vet inte än leaves it open, or opens it again.
   * @param {Ask} ask @param {{ heading?: Child, kind?: keyof HTMLElementTagNameMap }} [as]
   */
  const asked = (ask, { heading = el('h3', {}, ask.text), kind = 'div' } = {}) =>
    el(
      kind,
      { class: 'rg-ask', 'data-item': ask.step.id },
      heading,
      ...all(ask.step).filter((fact) => fact.matches(BASIS)),
      ...choices(ask),
      ...then(ask),
      ...facts(ask)
    );

  /** The question that comes first: as large as an action. @param {Ask} ask */
  const first = (ask) => {
    const { step, text, hers } = ask;
    const own = hers || text !== step.text;
    return el(
      'div',
      { class: 'rg-first-act' },
      label(words.answerFirst, step),
      asked(ask, { heading: title(own ? text : words.hasSaid(inside(together(step.names)), text)) })
    );
  };

  /** One that the first thing hangs on, and stands before it. @param {Ask} ask */
  const before = (ask) => asked(ask, { heading: el('h2', { class: 'rg-h3' }, ask.text) });

  rutin.questions = { asked, first, before };
})();
