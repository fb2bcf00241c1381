// @ts-check
/** What a step of the reader's led to, in words for those who listen: what has come and gone. */
(() => {
  'use strict';

  const { rutin } = window;
  const { together, stopped } = rutin.grammar;
  const { arrived, came } = rutin.moves;
  const words = rutin.words.guide;

  /** `Nu: Bedöm läget. Ska händelsen polisanmälas?` @param {string} label @param {string[]} texts */
  const sentence = (label, texts) => (texts.length ? `${label}: ${texts.map(stopped).join(' ')}` : '');

  /** To this role. @param {Step[]} steps @param {Places} before @param {Places} after @param {string} role */
  const news = (steps, before, after, role) => {
    const now = came(steps, before, after);
    const mine = now.filter((step) => step.owners.includes(role)).map((step) => step.own || step.text);
    const theirs = now
      .filter((step) => !step.owners.includes(role))
      .map((step) => words.waitsForWhat(together(step.names), step.question ? step.text : step.others));
    const back = arrived(steps, 'sedan', before, after).filter((step) => before.get(step.id) === 'nu');
    const shut = arrived(steps, 'utgar', before, after);
    const said = [
      sentence(words.cameNow, mine),
      sentence(words.waitsFor, theirs),
      sentence(
        words.noLongerNow,
        back.map((step) => step.text),
      ),
      sentence(
        words.noLongerApplies,
        shut.map((step) => step.text),
      ),
    ];
    return said.filter(Boolean).join(' ') || words.changed;
  };

  rutin.news = { news };
})();
