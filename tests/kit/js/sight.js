// What every other script here may use: colours as numbers, their contrast (WCAG 2), and what lies behind an element.
const parse = (colour) => {
  const numbers = colour.match(/^rgba?\(([^)]+)\)$/)?.[1].split(/[\s,/]+/).map(Number);
  if (!numbers || numbers.some(Number.isNaN)) throw new Error(`Colour not understood: ${colour}`);
  return { rgb: numbers.slice(0, 3), alpha: numbers[3] ?? 1 };
};
const over = (front, alpha, back) => front.map((part, i) => part * alpha + back[i] * (1 - alpha));
const light = (rgb) => {
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const [r, g, b] = rgb.map((part) => linear(part / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (one, two) => {
  const [low, high] = [light(one), light(two)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

/**
 * The colours of the backgrounds behind an element, laid on each other from the back.
 * A picture there cannot be judged.
 */
const behind = (element, paper = null) => {
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
