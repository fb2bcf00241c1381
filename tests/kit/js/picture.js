// Every text of the flowchart that does not lie within its shape, or within the picture: [what].
() => {
  const outside = [];
  for (const picture of document.querySelectorAll('svg.rg-flow')) {
    const { width, height } = picture.viewBox.baseVal;
    for (const text of picture.querySelectorAll('text')) {
      const box = text.getBBox();
      if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height) {
        outside.push(`${text.textContent}: outside the picture`);
      }
      const shape = text.closest('[data-step]')?.querySelector('rect, path');
      if (!shape) continue;
      let from = 0;
      for (const line of text.querySelectorAll('tspan')) {
        const first = text.getExtentOfChar(from);
        from += line.getNumberOfChars();
        const last = text.getExtentOfChar(from - 1);
        const corners = [
          [first.x, first.y],
          [last.x + last.width, last.y],
          [first.x, first.y + first.height],
          [last.x + last.width, last.y + last.height],
        ];
        const inside = corners.every(([x, y]) => shape.isPointInFill(new DOMPoint(x, y)));
        if (!inside) outside.push(`${line.textContent}: outside its shape`);
      }
    }
  }
  return outside;
}
