// @ts-check
/** What the timeline says when it knows the day of the event. */
const TIMELINE_WORDS = {
  /** @param {string} what Is to be done. @param {string} limit @param {string} day @param {string} left */
  last: (what, limit, day, left) => `${window.rutin.grammar.stopped(what)} ${limit}: senast ${day}, ${left}.`,
  /** @param {string} day @param {string} time */
  at: (day, time) => (time ? `${day} kl.\u00a0${time.replace(':', '.')}` : day),
  untimed: 'timmarna räknas från händelsen',
};

window.rutin.words.timeline = TIMELINE_WORDS;
