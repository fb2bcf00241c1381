// @ts-check
/**
 * When a limit ends. Days are those of the calendar. An hour is an hour that passes, and a time is what the clocks in
 * Sweden show: when they are put forward, two hours after one o'clock is four. tests/kit/oracle.py has the rule.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { add, parse, today } = rutin.dates;

  const HOUR_MS = 3_600_000;
  const CLOCK = /** @type {const} */ ({ timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'short' });

  /** The day and the time in Sweden: 2018-06-13 22:40. @param {number} moment */
  const clock = (moment) => new Date(moment).toLocaleString('sv', CLOCK);

  /**
   * When it was that day and time in Sweden. Of a time that comes twice the first; one that is skipped is read as if
   * the clocks had not been changed yet.
   * @param {string} day @param {string} time
   */
  const read = (day, time) => {
    const [summer, winter] = [2, 1].map((ahead) => Date.parse(`${day}T${time}Z`) - ahead * HOUR_MS);
    return clock(summer).endsWith(time) ? summer : winter;
  };

  /**
   * Hours from a time end at a time. From a day alone they end on the first day that they can, counted from its first
   * minute, and are gone when they are counted from its last.
   * @param {{ days: number, hours: number }} limit @param {string} day '' while it is not known. @param {string} time
   * @returns {End}
   */
  const end = ({ days, hours }, day, time) => {
    if (!day || !hours)
      return { last: add(day, days), time: '', moment: 0, gone: day !== '' && add(day, days) < today() };
    const [first, latest] = ['00:00', '23:59'].map((each) => read(day, time || each) + hours * HOUR_MS);
    const last = clock(first);
    return {
      last: parse(last.slice(0, 10)),
      time: time && last.slice(11),
      moment: time ? first : 0,
      gone: latest < Date.now(),
    };
  };

  rutin.limits = { end };
})();
