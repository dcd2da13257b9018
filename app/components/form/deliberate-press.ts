import { useEffect, useRef, useState } from 'react';

/** How a click came about. Instants in milliseconds on the page's own clock (`performance.now()`). */
export interface Press {
  /** When the pointer or key went down; of a click without either (assistive technology) the click itself. */
  readonly began: number;
  /** A key that is being held down. */
  readonly isRepeat: boolean;
  /** The how-manieth click in a row at one place: 2 for the second half of a double click. */
  readonly count: number;
}

/** Nobody has read a consequence sooner, and the second press of a double press comes sooner. */
export const READING_MS = 500;

/**
 * Whether somebody can have meant a press for what the page shows: it began after that could be read, and is
 * neither a held key nor the rest of a double click, whatever interval the system gives those.
 *
 * @param shownAt when the page showed what the press does; null while it does not
 */
export const isDeliberate = (press: Press, shownAt: number | null): boolean =>
  shownAt !== null && press.began >= shownAt + READING_MS && !isRest(press);

const isRest = ({ isRepeat, count }: Press): boolean => isRepeat || count > 1;

interface DeliberatePress {
  /** Long enough shown to be read. */
  readonly isReady: boolean;
  /** An action that only a deliberate press sets off; any other press does nothing. */
  readonly onlyDeliberate: (act: () => void) => () => void;
  /** An action that any press sets off but the rest of a double click or of a held key. */
  readonly unlessRest: (act: () => void) => () => void;
}

/**
 * Guards buttons that come into a place or focus where another one was.
 *
 * @param shown what the page shows that the buttons do, by any name; the time to read begins anew with another
 *   one. Null while it shows nothing of the kind.
 */
export function useDeliberatePress(shown: string | null): DeliberatePress {
  const [isReady, setReady] = useState(false);
  const shownAtRef = useRef<number | null>(null);
  const clickedRef = useRef<Press | null>(null);

  useEffect(() => {
    if (shown === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      shownAtRef.current = performance.now();
      timer = setTimeout(() => setReady(true), READING_MS);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      shownAtRef.current = null;
      setReady(false);
    };
  }, [shown]);
  useEffect(() => watchClicks((press) => (clickedRef.current = press)), []);

  return {
    isReady,
    onlyDeliberate: (act) => () => {
      if (clickedRef.current && isDeliberate(clickedRef.current, shownAtRef.current)) act();
    },
    unlessRest: (act) => () => {
      // No click: the Escape key.
      if (!clickedRef.current || !isRest(clickedRef.current)) act();
    },
  };
}

/** Tells of each click how it came about, before any button hears of it, and that it is over after that. */
function watchClicks(tell: (press: Press | null) => void): () => void {
  let down: Pick<Press, 'began' | 'isRepeat'> | null = null;
  const onPointer = (event: PointerEvent) => {
    down = { began: instantOf(event), isRepeat: false };
  };
  const onKey = (event: KeyboardEvent) => {
    down = { began: instantOf(event), isRepeat: event.repeat };
  };
  const onClick = (event: MouseEvent) => {
    tell({ ...(down ?? { began: instantOf(event), isRepeat: false }), count: event.detail });
    down = null;
    setTimeout(() => tell(null));
  };
  document.addEventListener('pointerdown', onPointer, true);
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('click', onClick, true);
  return () => {
    document.removeEventListener('pointerdown', onPointer, true);
    document.removeEventListener('keydown', onKey, true);
    document.removeEventListener('click', onClick, true);
  };
}

const YEAR_2000 = Date.UTC(2000, 0);

/**
 * When the browser noticed an event, which a busy page hears of later. Some count from 1970.
 * https://developer.mozilla.org/docs/Web/API/Event/timeStamp
 */
const instantOf = ({ timeStamp }: Event): number =>
  timeStamp > YEAR_2000 ? timeStamp - performance.timeOrigin : timeStamp;
