// @ts-check
/** The day of the event, as a field holds it. */
(() => {
  'use strict';

  const { rutin } = window;
  const { parse } = rutin.dates;
  const words = rutin.words.dates;

  // An earlier year is one that is still being typed: the field gives 0002 after the first digit of 2026.
  const EARLIEST = '1900-01-01';

  /**
   * The day that the field holds, '' if it holds none that an event can have had, and what is wrong with it, '' if
   * nothing is (yet): what is half written is a fault only when the reader is done with the field.
   * @param {HTMLInputElement} field @param {string} today @param {boolean} settled
   * @returns {{ day: string, fault: string }}
   */
  const read = ({ value, validity }, today, settled) => {
    const day = parse(value);
    if (!day) return { day: '', fault: settled && (value || validity.badInput) ? words.noSuchDay : '' };
    if (day < EARLIEST) return { day: '', fault: settled ? words.tooEarly : '' };
    return day > today ? { day: '', fault: words.tooLate } : { day, fault: '' };
  };

  rutin.eventDay = { read };
})();
