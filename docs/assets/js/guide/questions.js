// @ts-check
/** A question that the reader answers, or whose answer she reports: it is changed where it was given. */
(() => {
  'use strict';

  const { rutin } = window;
  const { el } = rutin.dom;
  const { together, inside } = rutin.grammar;
  const { button, fold } = rutin.pieces;
  const { all, copy } = rutin.facts;
  const { label, title } = rutin.acts;
  const words = rutin.words.guide;

  /**
   * The answers, the given one filled: it is changed where it was given. With what each means they stand under each
   * other.
   * @param {Step} step @param {boolean} hers @param {Answer | undefined} given
   * @param {boolean} unsure Whether the reader has said that she does not know yet.
   */
  const choices = (step, hers, given, unsure) => {
    const who = together(step.names);
    const means = hers ? step.means : {};
    /** @param {string} verb @param {string} text @param {string} meaning @param {boolean} pressed */
    const choice = (verb, text, meaning, pressed) =>
      button(
        `${verb}:${step.id}`,
        '',
        { 'aria-pressed': String(pressed) },
        meaning ? el('b', {}, text) : text,
        meaning && el('span', {}, meaning)
      );
    const stacked = Object.keys(means).length > 0;
    return el(
      'div',
      {
        class: stacked ? 'rg-choose rg-choose-long' : 'rg-choose',
        role: 'group',
        'aria-label': (hers && step.own) || step.text,
      },
      choice('ja', hers ? words.yes : words.saidYes(who), means.ja?.text ?? '', given === 'ja'),
      choice('nej', hers ? words.no : words.saidNo(who), means.nej?.text ?? '', given === 'nej'),
      choice('vet-inte', words.notYet, stacked ? words.itStays : '', !given && unsure)
    );
  };

  /** What holds after the answer that was given. @param {Step} step @param {Answer | undefined} given */
  const then = ({ id, means }, given) => {
    const meant = given && means[given]?.then;
    return meant && meant.textContent?.trim() ? copy(meant, `${id}:${given}`) : null;
  };

  /** What is seen with a question; the rest explains, and is folded. */
  const SEEN = '[data-fact="conditions"], [data-fact="detail"]';

  /** Whether it is our reading that it is asked: that stands with the question, not with what helps to answer it. */
  const BASIS = '[data-fact="basis"]';

  /** @param {Step} step @returns {Child[]} */
  const facts = (step) => {
    const found = all(step).filter((fact) => !fact.matches(BASIS));
    const meant = step.element.querySelector('[data-means] > p .rg-reading');
    const folded = found.filter((fact) => !fact.matches(SEEN));
    return [
      meant && el('p', { class: 'rg-small' }, words.meanings, ' ', copy(meant, '')),
      el('div', { class: 'rg-asides' }, ...found.filter((fact) => fact.matches(SEEN)).flatMap((fact) => [fact, ' '])),
      folded.length > 0 && fold(`mer:${step.id}`, words.moreOfQuestion, '', '', () => [el('div', {}, ...folded)]),
    ];
  };

  /**
   * Vet inte än leaves it open, or opens it again.
   * @param {Step} step @param {boolean} hers @param {Answer | undefined} given
   * @param {{ heading?: Child, kind?: keyof HTMLElementTagNameMap, unsure?: boolean }} [as]
   */
  const asked = (step, hers, given, { heading = null, kind = 'div', unsure = false } = {}) =>
    el(
      kind,
      { class: 'rg-ask', 'data-item': step.id },
      heading ?? el('h3', {}, (hers && step.own) || step.text),
      ...all(step).filter((fact) => fact.matches(BASIS)),
      choices(step, hers, given, unsure),
      hers && then(step, given),
      ...facts(step)
    );

  /**
   * The question that comes first: as large as an action.
   * @param {Step} step @param {boolean} hers @param {Answer | undefined} given @param {boolean} unsure
   */
  const first = (step, hers, given, unsure) => {
    const text = hers ? step.own || step.text : words.hasSaid(inside(together(step.names)), step.text);
    return el(
      'div',
      { class: 'rg-first-act' },
      label(words.answerFirst, step),
      asked(step, hers, given, { heading: title(text), unsure })
    );
  };

  /**
   * One that the first thing hangs on, and stands before it.
   * @param {Step} step @param {boolean} hers @param {Answer | undefined} given @param {boolean} unsure
   */
  const before = (step, hers, given, unsure) =>
    asked(step, hers, given, { heading: el('h2', { class: 'rg-h3' }, (hers && step.own) || step.text), unsure });

  rutin.questions = { asked, first, before };
})();
