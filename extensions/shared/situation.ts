import type { Answer, Refusal } from './answer.ts';

/** What stands between a person and what they wanted. */
export type SituationError =
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'signed_out' }
  | { readonly kind: 'unreachable'; readonly during: 'reading' | 'sending' };

/** All a page knows about its order. */
export interface Situation<View> {
  /** Null until the app has answered. */
  readonly view: View | null;
  /** Whether something was sent and is not answered yet. */
  readonly sending: boolean;
  readonly error: SituationError | null;
  /** Whether a view shows what was last sent for; null when nothing was. */
  readonly wanted: ((view: View) => boolean) | null;
}

export type Happening<View> =
  | { readonly type: 'read'; readonly answer: Answer<View> }
  | { readonly type: 'sent'; readonly wanted: (view: View) => boolean }
  | { readonly type: 'answered'; readonly answer: Answer<View> };

/**
 * What is known after something happened. Always a new value, also when nothing is new: the page looks
 * again a while after each.
 */
export function after<View>(
  situation: Situation<View>,
  happening: Happening<View>,
): Situation<View> {
  if (happening.type === 'sent') {
    return { ...situation, sending: true, error: null, wanted: happening.wanted };
  }
  const { answer } = happening;
  const now = happening.type === 'answered' ? { ...situation, sending: false } : situation;
  switch (answer.kind) {
    case 'view':
      return { ...now, view: answer.view, error: whatIsLeft(now, answer.view) };
    case 'refused':
      return { ...now, error: { kind: 'refused', refusals: answer.refusals } };
    case 'signed_out':
      return { ...now, error: { kind: 'signed_out' } };
    case 'unreachable':
      return happening.type === 'answered'
        ? { ...now, error: { kind: 'unreachable', during: 'sending' } }
        : { ...now, error: now.error ?? { kind: 'unreachable', during: 'reading' } };
  }
}

/**
 * The page is read again after every request that was not granted. Why it was not stays in sight, unless
 * what was wanted is there all the same; that nothing could be read is over once something was.
 */
function whatIsLeft<View>({ error, wanted }: Situation<View>, view: View): SituationError | null {
  const outlives =
    error?.kind === 'refused' || (error?.kind === 'unreachable' && error.during === 'sending');
  return outlives && wanted?.(view) === false ? error : null;
}
