// @ts-check
/** What it means for a saved case that the routine has come in another edition, and what the reader is told of it. */
(() => {
  'use strict';

  const { rutin } = window;
  const { bare, own, MOST_WORDS } = rutin.savedForm;
  const words = rutin.words.saving;

  const MOST_NAMED = 8;

  /** What this edition knows of the case, and the ids that it does not. @param {State} state @param {Known} known */
  const sift = (state, known) => {
    /** @type {string[]} */
    const gone = [];
    /** @param {string} id @param {string[]} ids */
    const stays = (id, ids) => ids.includes(id) || !gone.push(id);
    /** @template T @param {Record<string, T>} all @param {string[]} ids */
    const kept = (all, ids) => bare(Object.entries(all).filter(([each]) => stays(each, ids)));
    const role = state.role && stays(state.role, known.roles) ? state.role : '';
    const [answers, over] = [kept(state.answers, known.questions), kept(state.over, known.steps)];
    const unsure = state.unsure && { unsure: state.unsure.filter((each) => known.questions.includes(each)) };
    return { state: { ...state, role, answers, ...unsure, over }, gone: [...new Set(gone)] };
  };

  /** In quotation marks, and no more than can be read. @param {string[]} names */
  const quoted = (names) => {
    const shown = names.slice(0, MOST_NAMED).map((name) => words.quoted(name.replace(/\s+/g, ' ')));
    return names.length > MOST_NAMED ? [...shown, words.andMore(names.length - MOST_NAMED)] : shown;
  };

  /** @param {Saved} entry @param {string[]} gone */
  const lost = ({ words: names, state }, gone) => {
    const named = gone.map((each) => names[each]).filter(Boolean);
    const said = words.goneSteps(gone.length, quoted(named), named.length === gone.length);
    return gone.includes(state.role) ? [said, words.roleGone] : [said];
  };

  /** The texts that are not as they were. @param {Saved} entry @param {string[]} gone @param {Names} texts */
  const reworded = ({ words: names }, gone, texts) =>
    Object.keys(names)
      .filter(
        (each) =>
          !gone.includes(each) && own(texts, each) && names[each] && texts[each].slice(0, MOST_WORDS) !== names[each]
      )
      .map((each) => texts[each].slice(0, MOST_WORDS));

  /**
   * What the reader is told about another edition; '' if it is the same.
   * @param {Saved} entry @param {string[]} gone @param {Opening} now
   */
  const news = (entry, gone, { edition, texts = {} }) => {
    const other = entry.edition !== edition;
    const said = other ? [words.newEdition] : [];
    if (gone.length) said.push(...lost(entry, gone));
    else if (other) said.push(words.allKept);
    const changed = reworded(entry, gone, texts);
    if (changed.length) said.push(words.reworded(quoted(changed)));
    return said.join(' ');
  };

  rutin.editionChange = { sift, news };
})();
