// Records every stop of the Tab key, measured when the key is next pressed: by then the browser has scrolled to it.
// window.tabStops = { stops, finished }; finished when the focus has left the page or come round.
() => {
  const record = { stops: [], finished: false };
  const met = new Set();
  let last = null, presses = -1;

  const transparent = (colour) => /^rgba\(.*, 0\)$|^transparent$|\/ 0\)$/.test(colour);

  /** Is the middle of some part of it that is in the window really it, and not something over it? */
  const uncovered = (element) => {
    let seen = false;
    for (const part of element.getClientRects()) {
      const left = Math.max(part.left, 0), right = Math.min(part.right, innerWidth);
      const top = Math.max(part.top, 0), bottom = Math.min(part.bottom, innerHeight);
      if (right - left < 1 || bottom - top < 1) continue;
      seen = true;
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (hit && (element.contains(hit) || (hit.control ?? hit.closest('label')?.control) === element)) return { seen, uncovered: true };
    }
    return { seen, uncovered: false };
  };

  /** A link in a picture has no outline: the frame of its shape is the ring. */
  const ring = (element) => {
    const style = getComputedStyle(element);
    if (element instanceof SVGElement) {
      const shape = getComputedStyle(element.querySelector('rect, path'));
      return shape.stroke !== 'none' && !transparent(shape.stroke) && parseFloat(shape.strokeWidth) >= 4;
    }
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && !transparent(style.outlineColor);
  };

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
    met.add(element);
    last = element;
    const box = element.getBoundingClientRect();
    const link = element.closest('a');
    record.stops.push({
      presses, // How many lead to it from where the recording began.
      name: (element.getAttribute('aria-label') || element.textContent || element.id || element.tagName).trim().replace(/\s+/g, ' ').slice(0, 50),
      kind: element.className && typeof element.className === 'string' ? element.className : element.tagName.toLowerCase(),
      // Also for a link in a picture, whose href is an object.
      href: link ? new URL(link.getAttribute('href'), location.href).href : '',
      size: box.width >= 1 && box.height >= 1,
      ring: ring(element),
      ...uncovered(element),
    });
  };

  window.tabStops = record;
  window.addEventListener('keydown', (event) => { if (event.key === 'Tab' && !record.finished) measure(); }, true);
}
