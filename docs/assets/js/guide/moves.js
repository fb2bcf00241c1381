// @ts-check
/**
 * What the reader does, as steps from one state of a case to the next. Nothing here touches the page, the clock or the
 * store; a state is never changed, only followed by another.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { standing } = rutin.case;

  /** @returns {State} */
  const empty = () => ({ role: '', event: '', answers: {}, over: {} });

  /**
   * An action is over: done, or not applicable.
   * @param {State} state @param {string} id @param {Over} over @returns {State}
   */
  const settle = (state, id, over) => ({ ...state, over: { ...state.over, [id]: over } });

  /** Without that id. @template T @param {Record<string, T>} all @param {string} id @returns {Record<string, T>} */
  const without = (all, id) => {
    const { [id]: _, ...rest } = all;
    return rest;
  };

  /** An answer is given. @param {State} state @param {string} id @param {Answer} answer @returns {State} */
  const answer = (state, id, answer) => ({ ...state, answers: { ...state.answers, [id]: answer } });

  /**
   * A tick or an answer is taken back. What hung on it closes by itself, and keeps its own ticks.
   * @param {State} state @param {string} id @returns {State}
   */
  const undo = (state, id) => ({ ...state, answers: without(state.answers, id), over: without(state.over, id) });

  /**
   * The mark of what was passed by when a reader began further on: nobody knows how it stands, and nothing may say that
   * it is done. It lies in saved cases and is shown to nobody.
   * @type {Over}
   */
  const PASSED = { how: 'gjort', reason: 'före min del', day: '' };

  /** Whether a step was passed by. @param {State} state @param {string} id */
  const assumed = ({ over }, id) =>
    Object.hasOwn(over, id) && over[id].how === PASSED.how && over[id].reason === PASSED.reason;

  /**
   * The case as it must be for a step to begin: for a role whose part comes later. What is given stands; what had to be
   * assumed, answers as well, is marked as passed by.
   * @param {Step[]} steps @param {State} state @param {string} id @returns {State}
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
        } else if (!Object.hasOwn(now.answers, edge.source)) {
          const given = /** @type {Answer} */ (edge.answer || 'ja');
          now = settle(answer(now, edge.source, given), edge.source, PASSED);
        }
      }
    };
    open(id);
    return now;
  };

  /**
   * The steps that have come to a place.
   * @param {Step[]} steps @param {Place} place @param {Places} before @param {Places} after
   */
  const arrived = (steps, place, before, after) =>
    steps.filter((step) => after.get(step.id) === place && before.get(step.id) !== place);

  /** The steps that can now be done. @param {Step[]} steps @param {Places} before @param {Places} after */
  const came = (steps, before, after) => arrived(steps, 'nu', before, after);

  rutin.moves = { empty, settle, answer, undo, skipTo, assumed, arrived, came };
})();
