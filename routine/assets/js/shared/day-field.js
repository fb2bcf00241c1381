// @ts-check
/** A field for the day of the event, and one for its time if there is one, followed while they are written in. */
(() => {
  'use strict';

  const { rutin } = window;
  const { today } = rutin.dates;
  const { write } = rutin.writing;
  const { read } = rutin.eventDay;

  const PAUSE_MS = 400; // So that a screen reader is told about the day, not about each digit.

  /**
   * Follows the field: `changed` is called with day and time, or with '' while there is none, a moment after the last
   * digit and at once when the reader is done. Everything runs inside `guard`.
   * @param {HTMLInputElement} field @param {HTMLElement} fault Where to say what is wrong.
   * @param {(day: string, time: string) => void} changed
   * @param {{ guard: Guard, clock: HTMLInputElement | null, signal?: AbortSignal }} options @returns {FollowedDay}
   */
  const follow = (field, fault, changed, { guard, clock, signal }) => {
    let timer = 0;

    /** @param {string} text @param {HTMLInputElement | null} wrong */
    const say = (text, wrong) => {
      write(fault, text);
      for (const each of [field, clock]) each?.setAttribute('aria-invalid', String(each === wrong));
    };

    /** @param {boolean} settled */
    const look = (settled) => {
      window.clearTimeout(timer);
      const now = today();
      // Browsers empty a half-written field when this is set, also to what it was.
      if (field.max !== now) field.max = now;
      const found = read(field, clock, settled);
      say(found.fault, found.wrong);
      changed(found.day, found.time);
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
    // What is half written changes nothing, and is left.
    for (const done of ['change', 'blur']) clock?.addEventListener(done, settle, { signal });
    field.addEventListener('keydown', (event) => void (event.key === 'Enter' && settle()), { signal });

    return {
      look,
      put: (day) => {
        window.clearTimeout(timer);
        if (field.value !== day || field.validity.badInput) field.value = day;
        say('', null);
      },
    };
  };

  rutin.dayField = { follow };
})();
