// @ts-check
/** What a step of the reader's led to, in words for those who listen: what has come and gone. */
(() => {
  'use strict';

  const { rutin } = window;
  const { capital, inside, series, stopped } = rutin.grammar;
  const { standing } = rutin.case;
  const { mine, asks, called, doubted, tells, gaps } = rutin.scene;
  const words = rutin.words.guide;

  const MOST_TOLD = 3;

  /** `Nu: Bedöm läget. Ska händelsen polisanmälas?` @param {string} label @param {string[]} texts */
  const sentence = (label, texts) => (texts.length ? `${label}: ${texts.map(stopped).join(' ')}` : '');

  /** Steps and questions are not counted as one. @param {Step[]} steps */
  const counted = (steps) => {
    const questions = steps.filter((step) => step.question).length;
    return [
      steps.length > questions && words.steps(steps.length - questions),
      questions > 0 && words.questions(questions),
    ]
      .filter(Boolean)
      .join(', ');
  };

  /**
   * What does not apply stands in quotation marks: whoever reads half of it is not told to do it. Of very many only how
   * many they are.
   * @param {string} label @param {Step[]} steps @param {(step: Step) => string} text
   */
  const quoted = (label, steps, text) => {
    const titles = steps.map((step) => `”${text(step).replace(/\.$/, '')}”`);
    return sentence(label, steps.length > MOST_TOLD ? [counted(steps)] : [series(titles)].filter(Boolean));
  };

  /**
   * The steps that have come to a place.
   * @param {Step[]} steps @param {Place} place @param {Places} before @param {Places} after
   */
  const arrived = (steps, place, before, after) =>
    steps.filter((step) => after.get(step.id) === place && before.get(step.id) !== place);

  /**
   * What others can do now; of very much only who they are. Of whom nobody has called in nothing is promised.
   * @param {Step[]} steps @param {Whose} whose
   */
  const ofOthers = (steps, whose) => {
    const done = steps.filter((step) => called(whose, step).length);
    return done.length > MOST_TOLD
      ? [...new Set(done.filter((step) => !doubted(whose, step)).flatMap((step) => step.names.map(capital)))]
      : done.map((step) => tells(whose, step));
  };

  /**
   * What came of it, to this role; '' where nothing did.
   * @param {Step[]} steps @param {Role[]} roles @param {State} before @param {State} after
   */
  const news = (steps, roles, before, after) => {
    const role = roles.find(({ id }) => id === after.role);
    if (!role) return '';
    const whose = { steps, roles, role, state: after };
    const [was, is] = [standing(steps, before), standing(steps, after)];
    // A question that has been answered is not new when it is open again.
    const now = arrived(steps, 'nu', was, is).filter(({ id }) => !before.answers[id]);
    /** @param {Step} step */
    const hers = (step) => mine({ role }, step);
    const back = arrived(steps, 'sedan', was, is).filter((step) => was.get(step.id) === 'nu');
    /** @param {Step} step */
    const text = (step) => (hers(step) ? asks({ role }, step) : tells(whose, step));
    /** @param {State} state @param {Places} places */
    const nobodyFor = (state, places) => gaps({ steps, roles, role, state, places });
    const gone = nobodyFor(before, was).map(({ role }) => role.id);
    const said = [
      ...nobodyFor(after, is)
        .filter(({ role }) => !gone.includes(role.id))
        .map(({ role }) => words.notCalled(inside(role.name))),
      sentence(words.cameNow, now.filter(hers).map(text)),
      sentence(
        words.waitsFor,
        ofOthers(
          now.filter((step) => !hers(step)),
          whose
        )
      ),
      quoted(words.noLongerNow, back, text),
      quoted(words.noLongerApplies, arrived(steps, 'utgar', was, is), text),
    ];
    return said.filter(Boolean).join(' ');
  };

  rutin.news = { news, counted };
})();
