// @ts-check
/** The reminder of a last day, as a calendar file. */
(() => {
  'use strict';

  const { rutin } = window;
  const { file, offer } = rutin.calendar;
  const words = rutin.words.dates;

  const REMIND_DAYS = 2;

  /** Hands it over, with a title that says nothing of why; whether it went. @param {string} last */
  const remind = (last) => {
    try {
      offer(words.calendarFile, file({ day: last, remindDaysBefore: REMIND_DAYS }));
      return true;
    } catch (error) {
      console.warn('rutin:', error);
      return false;
    }
  };

  rutin.reminder = { remind };
})();
