// @ts-check
/** What Lämna sidan says. */
const LEAVE_WORDS = {
  loading: 'Laddar …',
  lift: 'Fortsätt',
  once: 'Tryck Skift en gång till för att lämna sidan.',
};

window.rutin.words.leave = LEAVE_WORDS;
