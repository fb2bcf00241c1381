// Milliseconds from that the page was asked for until a picture with boxes in it has been painted.
async () => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  while (!document.querySelector('svg rect')) await painted();
  await painted();
  return performance.now();
};
