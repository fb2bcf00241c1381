// @ts-check
/**
 * One day, or one moment, as a calendar file (RFC 5545), made in the page and handed over as a download: nothing is
 * sent. A calendar is often shared and its reminders are shown on a locked screen, so the words are few, and say
 * nothing of why.
 */
(() => {
  'use strict';

  const { rutin } = window;
  const { dates } = rutin;
  const words = rutin.words.reminder;

  const MOST_OCTETS = 75;
  const REMIND_HOUR = 9; // An all-day event begins at midnight, when no telephone should sound.
  const SOON = '-PT30M'; // Before a moment.
  const REVOKE_MS = 60_000; // Some browsers read the file only after the reader has said where to put it.

  const octets = new TextEncoder();

  /** Text as a value. Other control characters than a line break are not allowed in one. @param {string} text */
  const escape = (text) =>
    text
      .replace(/[\\;,]/g, '\\$&')
      .replace(/\r\n?|\n/g, '\\n')
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

  /**
   * A line in pieces of at most 75 octets, never cut inside a character; a space begins each piece but the first.
   * @param {string} line
   */
  const fold = (line) => {
    const pieces = [''];
    let size = 0;
    for (const character of line) {
      const more = octets.encode(character).length;
      if (size + more > MOST_OCTETS) {
        pieces.push(' ');
        size = 1;
      }
      pieces[pieces.length - 1] += character;
      size += more;
    }
    return pieces.join('\r\n');
  };

  /**
   * At nine in the morning so many days before, as a duration from the midnight that the day begins with.
   * @param {number} days
   */
  const trigger = (days) => {
    if (days === 0) return `PT${REMIND_HOUR}H`;
    return days === 1 ? `-PT${24 - REMIND_HOUR}H` : `-P${days - 1}DT${24 - REMIND_HOUR}H`;
  };

  /** When that is, where the reader is. @param {string} day @param {number} days */
  const rings = (day, days) => new Date(`${dates.add(day, -days)}T${String(REMIND_HOUR).padStart(2, '0')}:00`);

  /** @param {string} title @param {string} trigger */
  const alarm = (title, trigger) => [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escape(title)}`,
    `TRIGGER:${trigger}`,
    'END:VALARM',
  ];

  /** crypto.randomUUID is missing on a plain http address. */
  const random = () =>
    [...crypto.getRandomValues(new Uint8Array(16))].map((octet) => octet.toString(16).padStart(2, '0')).join('');

  /** @param {string} iso */
  const basic = (iso) => iso.replaceAll('-', '');

  /** A moment, the same whatever the clocks show where it is read: 20180613T204000Z. @param {Date} moment */
  const utc = (moment) => moment.toISOString().replace(/[-:]|\.\d+/g, '');

  /** When it is: all day, or at a moment, which has no length. @param {string} day @param {number} moment */
  const when = (day, moment) => {
    if (moment) return [`DTSTART:${utc(new Date(moment))}`];
    const next = dates.add(day, 1);
    if (!next) throw new Error(`Not a day that a calendar can hold: ${day}`);
    return [`DTSTART;VALUE=DATE:${basic(day)}`, `DTEND;VALUE=DATE:${basic(next)}`];
  };

  /**
   * The file's text. Throws for a day that is none. `uid` is random and `stamp` is now, unless they are given.
   * @param {CalendarDay} event
   */
  const file = (event) => {
    const { day, moment = 0, title = words.title, description = '', remindDaysBefore } = event;
    const { uid = random(), stamp = new Date() } = event;
    const remind = remindDaysBefore !== undefined && Number.isInteger(remindDaysBefore) && remindDaysBefore >= 0;
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Rutin//Kalender//SV',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      `UID:${escape(uid)}`,
      `DTSTAMP:${utc(stamp)}`,
      ...when(day, moment),
      `SUMMARY:${escape(title)}`,
      ...(description ? [`DESCRIPTION:${escape(description)}`] : []),
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      ...(remind ? alarm(title, moment ? SOON : trigger(remindDaysBefore)) : []),
      'END:VEVENT',
      'END:VCALENDAR',
    ];
    return lines.map((line) => `${fold(line)}\r\n`).join('');
  };

  /** Gives the reader the text as a file with that name. @param {string} name @param {string} text */
  const offer = (name, text) => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(address), REVOKE_MS);
  };

  rutin.calendar = { file, offer, rings };
})();
