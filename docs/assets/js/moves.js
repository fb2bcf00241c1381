// @ts-check
/**
 * What the reader does, as steps from one state of a case to the next, and what came of it in words. Nothing here touches the page, the
 * clock or the memory; a state is never changed, only followed by another. Needs case.js and parts.js.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { standing } = rutin.case;
  const { series } = rutin.parts;

  /** @returns {State} */
  const empty = () => ({ role: '', event: '', answers: {}, over: {} });

  /** An action is over: done, or not applicable. @param {State} state @param {string} id @param {Over} over @returns {State} */
  const settle = (state, id, over) => ({ ...state, over: { ...state.over, [id]: over } });

  /** Without that id. @template T @param {Record<string, T>} all @param {string} id @returns {Record<string, T>} */
  const without = (all, id) => {
    const { [id]: _, ...rest } = all;
    return rest;
  };

  /** An answer is given. @param {State} state @param {string} id @param {Answer} answer @returns {State} */
  const answer = (state, id, answer) => ({ ...state, answers: { ...state.answers, [id]: answer } });

  /** A tick or an answer is taken back. What hung on it closes by itself, and keeps its own ticks. @param {State} state @param {string} id @returns {State} */
  const undo = (state, id) => ({ ...state, answers: without(state.answers, id), over: without(state.over, id) });

  /** The mark of what was passed by when a reader began further on: nobody knows how it stands, and nothing may say that it is done. @type {Over} */
  const PASSED = { how: 'gjort', reason: 'före min del', day: '' };

  /** Whether a step was passed by. @param {State} state @param {string} id */
  const assumed = ({ over }, id) => Object.hasOwn(over, id) && over[id].how === PASSED.how && over[id].reason === PASSED.reason;

  /**
   * The case as it must be for a step to begin: for a role whose part comes later. What is given stands; what had to be assumed, answers as
   * well, is marked as passed by. @param {Step[]} steps @param {State} state @param {string} id @returns {State}
   */
  const skipTo = (steps, state, id) => {
    const all = new Map(steps.map((step) => [step.id, step]));
    const met = new Set();
    let now = state;
    /** @param {string} at */
    const open = (at) => {
      if (met.has(at)) return;
      met.add(at);
      for (const edge of all.get(at)?.before ?? []) {
        open(edge.source);
        if (!all.get(edge.source)?.question) {
          if (standing(steps, now).get(edge.source) === 'nu') now = settle(now, edge.source, PASSED);
        } else if (!Object.hasOwn(now.answers, edge.source)) now = settle(answer(now, edge.source, /** @type {Answer} */ (edge.answer || 'ja')), edge.source, PASSED);
      }
    };
    open(id);
    return now;
  };

  /** The steps that have come to a place. @param {Step[]} steps @param {Place} place @param {Places} before @param {Places} after */
  const arrived = (steps, place, before, after) => steps.filter((step) => after.get(step.id) === place && before.get(step.id) !== place);

  /** The steps that can now be done. @param {Step[]} steps @param {Places} before @param {Places} after */
  const came = (steps, before, after) => arrived(steps, 'nu', before, after);

  /** `Nu: Bedöm läget. Ska händelsen polisanmälas?` @param {string} label @param {string[]} texts */
  const sentence = (label, texts) => (texts.length ? `${label}: ${texts.map((text) => (/[.?]$/.test(text) ? text : `${text}.`)).join(' ')}` : '');

  /** What has come and gone, in words for the role. @param {Step[]} steps @param {Places} before @param {Places} after @param {string} role */
  const news = (steps, before, after, role) => {
    const mine = came(steps, before, after).filter((step) => step.owners.includes(role));
    const theirs = came(steps, before, after).filter((step) => !step.owners.includes(role));
    const words = [
      sentence('Nu', mine.map((step) => step.own || step.text)),
      sentence('Väntar på', theirs.map((step) => `${series(step.names)}, ${step.question ? step.text : step.others}`)),
      sentence('Inte längre nu', arrived(steps, 'sedan', before, after).filter((step) => before.get(step.id) === 'nu').map((step) => step.text)),
      sentence('Gäller inte längre', arrived(steps, 'utgar', before, after).map((step) => step.text)),
    ];
    return words.filter(Boolean).join(' ') || 'Ändrat.';
  };

  rutin.moves = { empty, settle, answer, undo, skipTo, assumed, came, news };
})();
