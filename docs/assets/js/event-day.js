// @ts-check
/** The day of the event as the reader gives it in a field, and the reminder of a last day that follows from it. Needs dates.js and calendar.js. */
(() => {
  'use strict';

  const { rutin } = window;
  const { parse } = rutin.dates;
  const { file, offer } = rutin.calendar;

  const EARLIEST = '1900-01-01'; // An earlier year is one that is still being typed: the field gives 0002 after the first digit of 2026.
  const REMIND_DAYS = 2;
  const FILE_NAME = 'uppfoljning.ics';
  const NO_SUCH_DAY = 'Skriv en dag som finns.';
  const TOO_EARLY = 'Kontrollera året.';
  const TOO_LATE = 'Välj i dag eller en tidigare dag.';

  /**
   * The day that the field holds, '' if it holds none that an event can have had, and what is wrong with it, '' if nothing is (yet): what is
   * half written is a fault only when the reader is done with the field.
   * @param {HTMLInputElement} field @param {string} today @param {boolean} settled @returns {{ day: string, fault: string }}
   */
  const read = ({ value, validity }, today, settled) => {
    const day = parse(value);
    if (!day) return { day: '', fault: settled && (value || validity.badInput) ? NO_SUCH_DAY : '' };
    if (day < EARLIEST) return { day: '', fault: settled ? TOO_EARLY : '' };
    return day > today ? { day: '', fault: TOO_LATE } : { day, fault: '' };
  };

  /** Hands over a calendar file of a last day; its title says nothing of why. @param {string} last */
  const remind = (last) => offer(FILE_NAME, file({ day: last, remindDaysBefore: REMIND_DAYS }));

  rutin.eventDay = { read, remind };
})();
