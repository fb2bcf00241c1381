// Records every stop of the Tab key, measured when the key is next pressed: by then the browser has scrolled to it.
// window.tabStops = { stops, finished, missed }; finished when the focus has left the page or come round.
// `missed()` then names what can be pressed and has had no stop.
() => {
  const record = { stops: [], finished: false };
  const met = new Set();
  let last = null, presses = -1;

  /** Is the middle of some part of it that is in the window really it, and not something over it? */
  const uncovered = (element) => {
    let seen = false;
    for (const part of element.getClientRects()) {
      const left = Math.max(part.left, 0), right = Math.min(part.right, innerWidth);
      const top = Math.max(part.top, 0), bottom = Math.min(part.bottom, innerHeight);
      if (right - left < 1 || bottom - top < 1) continue;
      seen = true;
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const control = hit && (hit.control ?? hit.closest('label')?.control);
      if (hit && (element.contains(hit) || control === element)) return { seen, uncovered: true };
    }
    return { seen, uncovered: false };
  };

  /**
   * Whether it has a ring of two pixels that stands out by 3 : 1.
   * A link in a picture has no outline: the frame of its shape is the ring.
   */
  const ring = (element) => {
    const style = getComputedStyle(element);
    const picture = element instanceof SVGElement ? element.closest('svg') : null;
    const shape = picture ? getComputedStyle(element.querySelector('rect, path')) : null;
    const [there, width, colour] = shape
      ? [shape.stroke !== 'none', parseFloat(shape.strokeWidth) / 2, shape.stroke]
      : [style.outlineStyle !== 'none', parseFloat(style.outlineWidth), style.outlineColor];
    if (!there || width < 2) return false;
    const { rgb, alpha } = parse(colour);
    const ground = behind(picture ?? (parseFloat(style.outlineOffset) < 0 ? element : element.parentElement));
    return ratio(over(rgb, alpha, ground), ground) >= 3;
  };

  /** What a mouse could press, and has had no stop. A label and what lies within a stop are pressed by another. */
  const missed = () => {
    const within = [...met].filter((stop) => stop.matches('a, button, summary'));
    // One of several has a stop, and arrows lead to the others.
    const several = [...met].filter((stop) => stop.type === 'radio');
    const alike = (element) =>
      element?.type === 'radio' && several.some((stop) => stop.form === element.form && stop.name === element.name);
    const reached = (element) =>
      met.has(element) ||
      met.has(element.closest('label')?.control) ||
      alike(element.closest('label')?.control ?? element) ||
      within.some((stop) => stop.contains(element));
    const controls = 'a[href], button:enabled, input:enabled, textarea, summary, [tabindex="0"]';
    const called = (element) => {
      const tag = element.tagName.toLowerCase();
      return `${tag} ${element.getAttribute('class') ?? ''} ${element.textContent.trim().slice(0, 40)}`;
    };
    return [...document.querySelectorAll('body *')]
      .filter((each) => each.matches(controls) || getComputedStyle(each).cursor === 'pointer')
      .filter((each) => each.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
      .filter((each) => each.getClientRects().length)
      .filter((each) => !reached(each))
      .map(called);
  };

  const follows = (element, other) =>
    Boolean(other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);

  const measure = () => {
    presses += 1;
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) {
      if (record.stops.length) record.finished = true;
      return;
    }
    // A field for a date has several stops within it.
    if (met.has(element) && element !== last) record.finished = true;
    if (record.finished) return;
    const box = element.getBoundingClientRect();
    const link = element.closest('a');
    const name = element.getAttribute('aria-label') || element.textContent || element.id || element.tagName;
    const styled = element.className && typeof element.className === 'string';
    record.stops.push({
      presses, // How many lead to it from where the recording began.
      name: name.trim().replace(/\s+/g, ' ').slice(0, 50),
      kind: styled ? element.className : element.tagName.toLowerCase(),
      // Also for a link in a picture, whose href is an object.
      href: link ? new URL(link.getAttribute('href'), location.href).href : '',
      size: box.width >= 1 && box.height >= 1,
      ring: ring(element),
      // Whether it stands after the stop before it in the page; null for the first, and within one.
      after: last && last !== element ? follows(element, last) : null,
      ...uncovered(element),
    });
    met.add(element);
    last = element;
  };

  window.tabStops = Object.assign(record, { missed });
  window.addEventListener('keydown', (event) => { if (event.key === 'Tab' && !record.finished) measure(); }, true);
}
