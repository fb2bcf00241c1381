// @ts-check
/** The reminder of a last day, or of a last moment, as a calendar file. */
(() => {
  'use strict';

  const { rutin } = window;
  const { file, offer } = rutin.calendar;
  const words = rutin.words.dates;

  const REMIND_DAYS = 2;

  /**
   * Hands it over, with a title that says nothing of why; whether it went. What is counted in hours is so near that the
   * reminder comes the same day.
   * @param {{ last: string, moment: number, hours: number }} limit
   */
  const remind = ({ last, moment, hours }) => {
    try {
      offer(words.calendarFile, file({ day: last, moment, remindDaysBefore: hours ? 0 : REMIND_DAYS }));
      return true;
    } catch (error) {
      console.warn('rutin:', error);
      return false;
    }
  };

  rutin.reminder = { remind };
})();
