// @ts-check
/**
 * The reminder of a last day, or of a last moment, as a calendar file (RFC 5545), made in the page and handed over as a
 * download: nothing is sent. A calendar is often shared and its reminders are shown on a locked screen, so the words
 * are few, and say nothing of why.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { add } = rutin.dates;

  const FILE = 'uppfoljning.ics';
  const REMIND_HOUR = 9; // An all-day event begins at midnight, when no telephone should sound.
  const REMIND_DAYS = [2, 1, 0];
  const SOON = '-PT30M'; // Before a moment.
  const REVOKE_MS = 60_000; // Some browsers read the file only after the reader has said where to put it.

  /** At nine in the morning so many days before, from the midnight that the day begins with. @param {number} days */
  const trigger = (days) => {
    if (days === 0) return `PT${REMIND_HOUR}H`;
    return days === 1 ? `-PT${24 - REMIND_HOUR}H` : `-P${days - 1}DT${24 - REMIND_HOUR}H`;
  };

  /** When that is, where the reader is. @param {string} day @param {number} days */
  const rings = (day, days) => new Date(`${add(day, -days)}T${String(REMIND_HOUR).padStart(2, '0')}:00`);

  /** As many days before as there is still time for; none where the last of them has passed. @param {string} last */
  const before = (last) => REMIND_DAYS.find((days) => rings(last, days) > new Date());

  /** crypto.randomUUID is missing on a plain http address. */
  const random = () =>
    [...crypto.getRandomValues(new Uint8Array(16))].map((octet) => octet.toString(16).padStart(2, '0')).join('');

  /** A moment, the same whatever the clocks show where it is read: 20180613T204000Z. @param {Date} moment */
  const utc = (moment) => moment.toISOString().replace(/[-:]|\.\d+/g, '');

  /** @param {string} iso */
  const basic = (iso) => iso.replaceAll('-', '');

  /** When it is: all day, or at a moment, which has no length. @param {string} day @param {number} moment */
  const when = (day, moment) => {
    if (moment) return [`DTSTART:${utc(new Date(moment))}`];
    const next = add(day, 1);
    if (!next) throw new Error(`Not a day that a calendar can hold: ${day}`);
    return [`DTSTART;VALUE=DATE:${basic(day)}`, `DTEND;VALUE=DATE:${basic(next)}`];
  };

  /**
   * The file's text. What is counted in hours is so near that the reminder comes the same day.
   * @param {Pick<Limit, 'last' | 'moment' | 'hours'>} limit @param {string} title
   */
  const file = ({ last, moment, hours }, title) => {
    const days = hours ? 0 : before(last);
    const alarm = ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${title}`];
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Rutin//Kalender//SV',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      `UID:${random()}`,
      `DTSTAMP:${utc(new Date())}`,
      ...when(last, moment),
      `SUMMARY:${title}`,
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      ...(days === undefined ? [] : [...alarm, `TRIGGER:${moment ? SOON : trigger(days)}`, 'END:VALARM']),
      'END:VEVENT',
      'END:VCALENDAR',
    ];
    return lines.map((line) => `${line}\r\n`).join('');
  };

  /** Gives the reader the text as a file. @param {string} text */
  const offer = (text) => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = FILE;
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(address), REVOKE_MS);
  };

  /**
   * Hands it over, with a title that says nothing of why; whether it went.
   * @param {Limit} limit @param {string} title
   */
  const remind = (limit, title) => {
    try {
      offer(file(limit, title));
      return true;
    } catch (error) {
      console.warn('rutin:', error);
      return false;
    }
  };

  rutin.calendar = { remind };
})();
