// @ts-check
/** What a calendar file is called, and what stands in it. A calendar is often shared: nothing says why. */
const REMINDER_WORDS = { title: 'Uppföljning', file: 'uppfoljning.ics' };

window.rutin.words.reminder = REMINDER_WORDS;
