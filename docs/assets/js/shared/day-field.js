// @ts-check
/** A field for the day of the event, followed while it is written in. */
(() => {
  'use strict';

  const { rutin } = window;
  const { today } = rutin.dates;
  const { write } = rutin.writing;
  const { read } = rutin.eventDay;

  const PAUSE_MS = 400; // So that a screen reader is told about the day, not about each digit.

  /**
   * Follows the field: `changed` is called with the day, or with '' while there is none, a moment after the last digit
   * and at once when the reader is done. Everything runs inside `guard`.
   * @param {HTMLInputElement} field @param {HTMLElement} fault Where to say what is wrong.
   * @param {(day: string) => void} changed
   * @param {{ guard: (work: () => void) => void, signal?: AbortSignal }} options @returns {FollowedDay}
   */
  const follow = (field, fault, changed, { guard, signal }) => {
    let timer = 0;

    /** @param {string} wrong */
    const say = (wrong) => {
      write(fault, wrong);
      field.setAttribute('aria-invalid', String(Boolean(wrong)));
    };

    /** @param {boolean} settled */
    const look = (settled) => {
      window.clearTimeout(timer);
      const now = today();
      // Browsers empty a half-written field when this is set, also to what it was.
      if (field.max !== now) field.max = now;
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
      { signal }
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

  rutin.dayField = { follow };
})();
