// @ts-check
/** How a step stands, in words. */
(() => {
  'use strict';

  const { rutin } = window;
  const { long } = rutin.dates;
  const { meets } = rutin.case;
  const words = rutin.words.standing;

  /** With the day, if the reader has said one. @param {Over} over */
  const done = ({ how, day, time, reason }) => words.over(how === 'gjort', day && words.at(long(day), time), reason);

  /**
   * How a step stands, in words. What is done though its condition does not hold is still done.
   * @param {Step} step @param {Place | undefined} place @param {State} state
   */
  const how = (step, place, state) => {
    const over = state.over[step.id];
    const stands = over?.how === 'gjort' && meets(step, state) === false;
    if (over) return stands ? words.overStands(done(over)) : done(over);
    if (place === 'klart') return words.answer(state.answers[step.id] === 'ja');
    if (place === 'okant') return words.unknown;
    if (place === 'utgar') return words.doesNotApply;
    return step.question ? words.noAnswer : words.open;
  };

  rutin.standing = { how };
})();
