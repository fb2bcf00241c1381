// @ts-check
/** What the guide reads from its page, apart from the steps. */
(() => {
  'use strict';

  const { rutin } = window;
  const { part } = rutin.place;

  /** The roles to choose among. @param {HTMLElement} who @returns {Role[]} */
  const roles = (who) =>
    [...who.querySelectorAll('[data-role]')].map((item) => ({
      id: item.getAttribute('data-role') ?? '',
      name: item.getAttribute('data-name') ?? part(item, 'a', HTMLAnchorElement).textContent ?? '',
      own: part(item, 'a', HTMLAnchorElement).textContent ?? '',
      summary: item.querySelector('span')?.textContent ?? '',
      reached: item.getAttribute('data-reached') ?? '',
      gap: item.getAttribute('data-gap') ?? '',
    }));

  /** The step that the address points at. It is a link from another page, so anything may stand there. */
  const pointedAt = () => {
    const raw = location.hash.slice(1);
    try {
      return document.getElementById(decodeURIComponent(raw));
    } catch {
      return document.getElementById(raw);
    }
  };

  /** A link from a role's page brings its role; the address does not keep it. @param {Role[]} all */
  const broughtRole = (all) => {
    const role = all.find(({ id }) => location.hash === `#roll_${id}`);
    if (!role) return '';
    history.replaceState(history.state, '', location.pathname + location.search);
    window.scrollTo(0, 0); // Its line in the list of roles, which is folded away.
    return role.id;
  };

  /** What current guidance says where a text is handed over. @param {ParentNode} list */
  const handing = (list) => [...list.querySelectorAll('[data-handing]')].map((line) => line.textContent ?? '');

  rutin.page = { roles, pointedAt, broughtRole, handing };
})();
