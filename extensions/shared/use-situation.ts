import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks';

import type { Answer } from './answer.ts';
import { after, type Happening, type Situation } from './situation.ts';

/** A resource of the app, and how a page keeps up with it. */
export interface Subject<View> {
  readonly read: () => Promise<Answer<View>>;
  /** What must change in a view for the page to look often again. */
  readonly stateOf: (view: View) => unknown;
  /** Milliseconds until the next look, or null for never; `looks` in a row have found nothing new. */
  readonly nextLook: (view: View, looks: number, now: number) => number | null;
}

export interface Kept<View> extends Situation<View> {
  readonly readAgain: () => Promise<void>;
  /** Reads again because something is known to have changed, and looks often for a while. */
  readonly catchUp: () => void;
  /**
   * Sends something, once: while it is unanswered, a second call does nothing.
   *
   * @param wanted whether a view shows what it was sent for
   */
  readonly send: (
    sending: () => Promise<Answer<View>>,
    wanted: (view: View) => boolean,
  ) => Promise<void>;
}

/**
 * The resource as it stands: read at once, and again for as long as it can change by itself.
 *
 * @param subject must stay the same object from one rendering to the next
 */
export function useSituation<View>(subject: Subject<View>): Kept<View> {
  const [situation, dispatch] = useReducer<Situation<View>, Happening<View>>(after, {
    view: null,
    sending: false,
    error: null,
    wanted: null,
  });
  const unanswered = useRef(false);
  const sendings = useRef(0);
  const looks = useRef({ state: '', count: 0 });
  const reads = useRef({ begun: 0, shown: 0 });

  const readAgain = useCallback(async () => {
    const before = sendings.current;
    const number = (reads.current.begun += 1);
    const answer = await subject.read();
    // What was read before something was sent is older than what the sending brought,
    // and what was asked first may be answered last.
    if (before !== sendings.current || number < reads.current.shown) return;
    reads.current.shown = number;
    dispatch({ type: 'read', answer });
  }, [subject]);

  const catchUp = useCallback(() => {
    looks.current = { state: '', count: 0 };
    void readAgain();
  }, [readAgain]);

  const send = useCallback(
    async (sending: () => Promise<Answer<View>>, wanted: (view: View) => boolean) => {
      if (unanswered.current) return;
      unanswered.current = true;
      sendings.current += 1;
      dispatch({ type: 'sent', wanted });
      const answer = await sending();
      dispatch({ type: 'answered', answer });
      unanswered.current = false;
      // Whatever was not granted may still have changed something, or may have arrived after all.
      if (answer.kind !== 'view') await readAgain();
    },
    [readAgain],
  );

  useEffect(() => {
    void readAgain();
  }, [readAgain]);

  useEffect(() => {
    const { view, sending, error } = situation;
    if (view === null || sending || error?.kind === 'signed_out') return undefined;
    const state = JSON.stringify(subject.stateOf(view));
    looks.current = { state, count: state === looks.current.state ? looks.current.count + 1 : 0 };
    const pause = subject.nextLook(view, looks.current.count, Date.now());
    if (pause === null) return undefined;
    const timer = setTimeout(() => void readAgain(), pause);
    return () => clearTimeout(timer);
  }, [situation, readAgain, subject]);

  return { ...situation, readAgain, catchUp, send };
}
