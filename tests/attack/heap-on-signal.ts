/*
 * Preloaded into a process whose memory is measured (with `--expose-gc`): on SIGUSR2 it collects its garbage and
 * prints what is left.
 */
process.on('SIGUSR2', () => {
  const { gc } = globalThis;
  if (!gc) throw new Error('The process was started without --expose-gc.');
  // Twice: what finalizers let go of in the first round goes in the second.
  void gc();
  void gc();
  const { heapUsed, external } = process.memoryUsage();
  process.stderr.write(`${JSON.stringify({ msg: 'heap', bytes: heapUsed + external })}\n`);
});
