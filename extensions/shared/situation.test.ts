import { describe, expect, it } from 'vitest';

import type { Answer } from './answer.ts';
import { after, type Situation } from './situation.ts';

type View = 'nothing' | 'under way';

const wanted = (seen: View) => seen === 'under way';
const view = (seen: View): Answer<View> => ({ kind: 'view', view: seen });
const refused: Answer<View> = {
  kind: 'refused',
  refusals: [{ code: 'amount_changed', message: 'It changed.' }],
};
const unreachable: Answer<View> = { kind: 'unreachable' };

const known: Situation<View> = { view: 'nothing', sending: false, error: null, wanted: null };
const sent = after(known, { type: 'sent', wanted });

describe('a page about one order', () => {
  it('keeps why a request was refused in sight when it reads again', () => {
    const told = after(sent, { type: 'answered', answer: refused });
    expect(after(told, { type: 'read', answer: view('nothing') }).error).toMatchObject({
      kind: 'refused',
    });
  });

  it('drops a refusal once the page shows what was wanted', () => {
    const told = after(sent, { type: 'answered', answer: refused });
    expect(after(told, { type: 'read', answer: view('under way') }).error).toBeNull();
  });

  it('drops a failed sending once the page shows that it arrived', () => {
    const lost = after(sent, { type: 'answered', answer: unreachable });
    expect(lost.error).toEqual({ kind: 'unreachable', during: 'sending' });
    expect(after(lost, { type: 'read', answer: view('nothing') }).error).not.toBeNull();
    expect(after(lost, { type: 'read', answer: view('under way') }).error).toBeNull();
  });

  it('goes on showing what it knew when it cannot read', () => {
    const offline = after(known, { type: 'read', answer: unreachable });
    expect(offline).toEqual({
      ...known,
      error: { kind: 'unreachable', during: 'reading' },
    });
    expect(after(offline, { type: 'read', answer: view('nothing') })).toEqual(known);
  });

  it('does not replace the reason of a failed request by a failed reading', () => {
    const told = after(sent, { type: 'answered', answer: refused });
    expect(after(told, { type: 'read', answer: unreachable }).error).toEqual(told.error);
  });

  it('is sending until the answer is there, whatever is read meanwhile', () => {
    expect(sent.sending).toBe(true);
    expect(after(sent, { type: 'read', answer: view('nothing') }).sending).toBe(true);
    for (const answer of [
      view('under way'),
      refused,
      unreachable,
      { kind: 'signed_out' } as const,
    ]) {
      expect(after(sent, { type: 'answered', answer }).sending).toBe(false);
    }
  });

  it('forgets earlier trouble when something new is sent, and asks to sign in when it must', () => {
    const told = after(sent, { type: 'answered', answer: refused });
    expect(after(told, { type: 'sent', wanted }).error).toBeNull();
    const out = after(known, { type: 'read', answer: { kind: 'signed_out' } });
    expect(out.error).toEqual({ kind: 'signed_out' });
    expect(after(out, { type: 'read', answer: view('nothing') }).error).toBeNull();
  });
});
