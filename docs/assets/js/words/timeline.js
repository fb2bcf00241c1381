// @ts-check
/** What the timeline says when it knows the day of the event. */
const TIMELINE_WORDS = {
  /** @param {string} limit @param {string} day @param {string} left */
  last: (limit, day, left) => `${limit}: senast ${day}, ${left}.`,
  /** @param {string} day @param {string} time */
  at: (day, time) => (time ? `${day} kl.\u00a0${time.replace(':', '.')}` : day),
  untimed: 'timmarna räknas från händelsen',
};

window.rutin.words.timeline = TIMELINE_WORDS;
