// @ts-check
/** What becomes of the reader's choice to save, once the store is there: begun, kept, taken over, erased. */
(() => {
  'use strict';

  const { rutin } = window;
  const { today } = rutin.dates;
  const { store } = rutin;
  const words = rutin.words.saving;

  /** @param {SaveChoice} choice @param {Written} written */
  const met = (choice, written) => {
    const { saving, until, conflict, theirs, notice } = written;
    Object.assign(choice, { saving, lastDay: until || choice.lastDay, theirs: conflict ? theirs : null, notice });
    return written;
  };

  /**
   * What the chosen is called, so that what is gone from a later edition can be named.
   * @param {SaveChoice} choice @param {State} state @returns {Names}
   */
  const names = ({ opening }, state) => {
    const chosen = [state.role, ...Object.keys(state.answers), ...Object.keys(state.over)];
    return Object.fromEntries(chosen.filter(Boolean).map((id) => [id, opening.texts?.[id] ?? '']));
  };

  /** Before anything is saved in this tab. @param {SaveChoice} choice */
  const begin = (choice) => {
    store.begin(choice.opening);
    choice.loaded(store);
  };

  /** The saved case, or null. @param {SaveChoice} choice @returns {State | null} */
  const open = (choice) => {
    choice.loaded(store);
    const { state, notice, saving, until, stored } = store.open({ ...choice.opening, today: today() });
    Object.assign(choice, { news: notice, saving, lastDay: until, stored, theirs: null, notice: '' });
    return state;
  };

  /** Begins to save. What to say, and where the focus goes. @param {SaveChoice} choice @param {State} state */
  const start = (choice, state) => {
    choice.asking = false;
    const { edition } = choice.opening;
    const { ok } = met(choice, store.keep({ state, edition, words: names(choice, state), today: today() }));
    if (ok) return { said: words.saved, focus: 'rubrik:sparat' };
    return { said: choice.notice, focus: choice.theirs ? 'ta-andra' : 'spara' };
  };

  /** Saves a change. @param {SaveChoice} choice @param {State} state @param {boolean} replace */
  const keep = (choice, state, replace) => {
    const { ok } = met(choice, store.write(state, names(choice, state), replace, today(), choice.anew));
    if (ok) choice.anew = false;
  };

  /** Takes over the other tab's case; null if that is gone. @param {SaveChoice} choice @returns {State | null} */
  const adopt = (choice) => {
    const { ok, theirs } = met(choice, store.adopt());
    return ok ? theirs : null;
  };

  /** Removes everything; what to say. @param {SaveChoice} choice */
  const erase = (choice) => {
    const { ok, notice } = met(choice, store.erase());
    Object.assign(choice, { news: '', notice: ok ? '' : notice, asking: false, stored: !ok });
    return notice;
  };

  /**
   * Another tab has written or erased; whether that means anything here.
   * @param {SaveChoice} choice @param {OtherTab} other
   */
  const other = (choice, { kind, state }) => {
    if (!choice.saving && !choice.theirs) return false;
    choice.theirs = state;
    choice.notice = state ? words.otherChanged : kind === 'erased' ? words.otherErased : words.otherUnreadable;
    if (kind === 'erased') choice.saving = false;
    return true;
  };

  rutin.keeper = { begin, open, start, store: keep, adopt, erase, other };
})();
