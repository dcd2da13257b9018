/** Rings at the earliest of the times it was set to since it last rang. */
export interface Alarm {
  setIn(ms: number): void;
  /** Resolves when it rings; at once if it has rung since somebody last waited. */
  rings(): Promise<void>;
}

export function createAlarm(): Alarm {
  let ringsAt = Infinity;
  let timer: NodeJS.Timeout | undefined;
  let bell = Promise.withResolvers<void>();
  return {
    setIn(ms) {
      const at = performance.now() + ms;
      if (at >= ringsAt) return;
      ringsAt = at;
      clearTimeout(timer);
      timer = setTimeout(() => {
        ringsAt = Infinity;
        bell.resolve();
      }, ms);
    },
    async rings() {
      await bell.promise;
      bell = Promise.withResolvers();
    },
  };
}
