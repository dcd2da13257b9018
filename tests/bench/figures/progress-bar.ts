const WIDTH = 40;

/** A bar on the terminal that fills up; silent where nobody watches. */
export function progressBar(
  title: string,
  total: number,
): { show(done: number): void; end(): void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => undefined, end: () => undefined };
  let shown = -1;
  return {
    show(done) {
      const percent = Math.floor((100 * done) / total);
      if (percent === shown) return;
      shown = percent;
      const filled = Math.round((WIDTH * done) / total);
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
      stderr.write(`\r${title} ${bar} ${percent} %`);
    },
    end: () => {
      stderr.write(`\r${' '.repeat(title.length + WIDTH + 8)}\r`);
    },
  };
}
