// @ts-check
/** The reminder of a last day, or of a last moment, as a calendar file. */
(() => {
  'use strict';

  const { rutin } = window;
  const { file, offer, rings } = rutin.calendar;
  const words = rutin.words.reminder;

  const REMIND_DAYS = [2, 1, 0];

  /** As many days before as there is still time for; none where the last of them has passed. @param {string} last */
  const before = (last) => REMIND_DAYS.find((days) => rings(last, days) > new Date());

  /**
   * Hands it over, with a title that says nothing of why; whether it went. What is counted in hours is so near that the
   * reminder comes the same day.
   * @param {{ last: string, moment: number, hours: number }} limit
   */
  const remind = ({ last, moment, hours }) => {
    try {
      offer(words.file, file({ day: last, moment, remindDaysBefore: hours ? 0 : before(last) }));
      return true;
    } catch (error) {
      console.warn('rutin:', error);
      return false;
    }
  };

  rutin.reminder = { remind };
})();
