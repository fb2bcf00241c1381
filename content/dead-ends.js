// Every state that a reader can come to, for every role: what is offered is answered both ways and done, one after
// another. Gives those that are a dead end, [role, answers, done], and how many were tried: nothing to press or to take
// part in, nobody who goes on and no end, or a gap without a number to call.
(most) => {
  const { rutin } = window;
  const steps = rutin.case.read(document.querySelector('.rg-guide-all'));
  const roles = rutin.page.roles(document.querySelector('.rg-guide-who'));
  const moment = rutin.moments.calm();
  const dead = ({ role, state, places }) => {
    const scene = { steps, state, places, role, roles, handing: [], moment };
    const { first, asked, also, decide, others } = rutin.stages;
    const shown = [first, asked, decide, also].map((stage) => stage(scene)).filter(Boolean);
    const acts = shown.some((each) => each.querySelector('[data-key], .rg-act-text, [data-holds]'));
    const those = others(scene);
    const goes = those?.querySelector('[data-fold^="person:"], [data-uncalled] a[href^="tel:"]');
    const over = ![...places.values()].some((place) => place === 'nu' || place === 'sedan');
    const gaps = [...(those?.querySelectorAll('[data-uncalled]') ?? [])];
    return gaps.some((gap) => !gap.querySelector('a[href^="tel:"]')) || (!acts && !goes && !over);
  };
  const done = { how: 'gjort', reason: '', day: '', time: '' };
  const found = [];
  let tried = 0;
  for (const role of roles) {
    const left = [{ role: role.id, event: '', answers: {}, over: {} }];
    const met = new Set();
    while (left.length && tried < most) {
      const state = left.pop();
      const key = JSON.stringify([Object.entries(state.answers).sort(), Object.keys(state.over).sort()]);
      if (met.has(key)) continue;
      met.add(key);
      tried += 1;
      const places = rutin.case.standing(steps, state);
      if (dead({ role, state, places })) found.push([role.id, state.answers, Object.keys(state.over)]);
      const now = steps.filter(({ id }) => places.get(id) === 'nu');
      for (const { id } of now.filter(({ question }) => question))
        for (const answer of ['ja', 'nej']) left.push({ ...state, answers: { ...state.answers, [id]: answer } });
      const act = now.find(({ question }) => !question);
      if (act) left.push({ ...state, over: { ...state.over, [act.id]: done } });
    }
  }
  return { found, tried };
};
