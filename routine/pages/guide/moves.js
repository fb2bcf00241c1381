// @ts-check
/**
 * What the reader does, as steps from one state of a case to the next. Nothing here touches the page, the clock or the
 * store; a state is never changed, only followed by another.
 */
(() => {
  'use strict';

  const { rutin } = window;

  /** What the day of the event is asked for by: no step has such an id. */
  const EVENT = '_handelsen';

  /** @returns {State} */
  const empty = () => ({ role: '', event: '', answers: {}, over: {} });

  /**
   * An action is over: done, or not applicable.
   * @param {State} state @param {string} id @param {Over} over @returns {State}
   */
  const settle = (state, id, over) => ({ ...state, over: { ...state.over, [id]: over } });

  /**
   * When it was, as the reader says it: `day` and `time` may be ''.
   * @param {State} state @param {string} id @param {string} day @param {string} time @returns {State}
   */
  const date = (state, id, day, time) => {
    if (id === EVENT) return { ...state, event: day, time: (day && time) || undefined };
    const over = state.over[id];
    return over ? settle(state, id, { ...over, day, time: day && time }) : state;
  };

  /** Without that id. @template T @param {Record<string, T>} all @param {string} id @returns {Record<string, T>} */
  const without = (all, id) => {
    const { [id]: _, ...rest } = all;
    return rest;
  };

  /** An answer is given. @param {State} state @param {string} id @param {Answer} answer @returns {State} */
  const answer = (state, id, answer) => ({
    ...state,
    unsure: state.unsure?.filter((each) => each !== id),
    answers: { ...state.answers, [id]: answer },
  });

  /**
   * A tick or an answer is taken back. What hung on it closes by itself; what is done stays done.
   * @param {State} state @param {string} id @returns {State}
   */
  const undo = (state, id) => ({ ...state, answers: without(state.answers, id), over: without(state.over, id) });

  /** Vet inte än: an answer is open, or open again. @param {State} state @param {string} id @returns {State} */
  const unsure = (state, id) => ({ ...undo(state, id), unsure: [...new Set(state.unsure).add(id)] });

  rutin.moves = { EVENT, empty, settle, date, answer, undo, unsure };
})();
