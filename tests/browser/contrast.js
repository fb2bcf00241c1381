// Every visible text with its contrast (WCAG 2) against what lies behind it: [{ text, ratio, where }].
// `paper` is what lies behind everything: null on a screen, where the page itself must have a ground.
(paper) => {
  const parse = (colour) => {
    const numbers = colour.match(/^rgba?\(([^)]+)\)$/)?.[1].split(/[\s,/]+/).map(Number);
    if (!numbers || numbers.some(Number.isNaN)) throw new Error(`Colour not understood: ${colour}`);
    return { rgb: numbers.slice(0, 3), alpha: numbers[3] ?? 1 };
  };
  const over = (front, alpha, back) => front.map((part, i) => part * alpha + back[i] * (1 - alpha));
  const light = (rgb) => {
    const [r, g, b] = rgb.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, two) => {
    const [low, high] = [light(one), light(two)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  /** The colours of the backgrounds behind an element, laid on each other from the back. A picture there cannot be judged. */
  const behind = (element) => {
    const layers = [];
    for (let each = element; each; each = each.parentElement) {
      const style = getComputedStyle(each);
      if (style.backgroundImage !== 'none') throw new Error(`A picture behind ${each.className}`);
      const layer = parse(style.backgroundColor);
      if (layer.alpha) layers.unshift(layer);
      if (layer.alpha === 1) break;
    }
    if (layers[0]?.alpha !== 1 && !paper) throw new Error(`Nothing opaque behind ${element.outerHTML.slice(0, 80)}`);
    return layers.reduce((back, layer) => over(layer.rgb, layer.alpha, back), paper ?? [255, 255, 255]);
  };
  const opacity = (element) => (element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1);

  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
    if (!element.getClientRects().length) continue;
    const picture = element.closest('svg');
    const shape = picture && element.closest('[data-step]')?.querySelector('rect, path');
    const style = getComputedStyle(element);
    let back = behind(picture ?? element);
    if (shape) {
      const fill = parse(getComputedStyle(shape).fill);
      back = over(fill.rgb, fill.alpha, back);
    }
    const text = parse(picture ? style.fill : style.color);
    const front = over(text.rgb, text.alpha * opacity(element), back);
    found.push({
      text: node.data.trim().slice(0, 40),
      ratio: ratio(front, back),
      where: element.closest('[class]')?.getAttribute('class') ?? '',
    });
  }
  return found;
}
