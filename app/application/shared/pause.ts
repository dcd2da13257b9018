/**
 * Waits for so many milliseconds without giving up the work, while others work in its place. Resolves to whether to
 * go on: false, and sooner, when whoever works has to end.
 */
export type Pause = (milliseconds: number) => Promise<boolean>;
