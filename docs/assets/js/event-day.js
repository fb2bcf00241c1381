// @ts-check
/** The day of the event as the reader gives it in a field, and the reminder of a last day that follows from it. Needs dates.js and calendar.js. */
(() => {
  'use strict';

  const { rutin } = window;
  const { parse, today } = rutin.dates;
  const { file, offer } = rutin.calendar;

  const EARLIEST = '1900-01-01'; // An earlier year is one that is still being typed: the field gives 0002 after the first digit of 2026.
  const PAUSE_MS = 400; // So that a screen reader is told about the day, not about each digit.
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

  /**
   * Follows the field: `changed` is called with the day, or with '' while there is none, a moment after the last digit and at once when the
   * reader is done. Everything runs inside `guard`.
   * @param {HTMLInputElement} field @param {HTMLElement} fault Where to say what is wrong. @param {(day: string) => void} changed
   * @param {{ guard: (work: () => void) => void, signal?: AbortSignal }} options @returns {FollowedDay}
   */
  const follow = (field, fault, changed, { guard, signal }) => {
    let timer = 0;

    /** @param {string} words Words that are the same are not said again. */
    const say = (words) => {
      if (fault.textContent !== words) fault.textContent = words;
      field.setAttribute('aria-invalid', String(Boolean(words)));
    };

    /** @param {boolean} settled */
    const look = (settled) => {
      window.clearTimeout(timer);
      const now = today();
      if (field.max !== now) field.max = now; // Browsers empty a half-written field when this is set, also to what it was.
      const found = read(field, now, settled);
      say(found.fault);
      changed(found.day);
    };

    const settle = () => guard(() => look(true));
    field.addEventListener(
      'input',
      () => {
        window.clearTimeout(timer);
        timer = window.setTimeout(() => guard(() => look(false)), PAUSE_MS);
      },
      { signal },
    );
    field.addEventListener('blur', settle, { signal });
    field.addEventListener('keydown', (event) => void (event.key === 'Enter' && settle()), { signal });

    return {
      look,
      put: (day) => {
        window.clearTimeout(timer);
        if (field.value !== day || field.validity.badInput) field.value = day;
        say('');
      },
    };
  };

  /** Hands over a calendar file of a last day, whose title says nothing of why; whether it went. @param {string} last */
  const remind = (last) => {
    try {
      offer(FILE_NAME, file({ day: last, remindDaysBefore: REMIND_DAYS }));
      return true;
    } catch (error) {
      console.warn('rutin:', error);
      return false;
    }
  };

  rutin.eventDay = { read, follow, remind };
})();
