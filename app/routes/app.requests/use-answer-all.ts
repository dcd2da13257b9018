import { useState } from 'react';

import { sendJson } from '../../components/form/send-json.ts';
import { useMessages } from '../../components/messages/messages.tsx';
import type { CancellationAnswer } from '../../contract/staff/cancellation-answer.ts';
import { staffCancellationView } from '../../contract/staff/staff-cancellation-view.ts';

/** What became of one of several answers. */
export type AnswerResult =
  | { readonly is: 'waiting' | 'working' | 'done' }
  | { readonly is: 'refused'; readonly why: string };

/** Several requests answered alike. */
export interface AnswerAll {
  readonly state: 'asking' | 'running' | 'over';
  readonly resultOf: (id: string) => AnswerResult;
  readonly done: number;
  run(ids: readonly string[], answer: CancellationAnswer): Promise<void>;
}

/**
 * Gives one answer to several requests, one after the other, each on its own: what stands against one keeps no other
 * from its answer, and nothing is answered twice that a colleague answered meanwhile.
 */
export function useAnswerAll(): AnswerAll {
  const messages = useMessages();
  const [state, setState] = useState<AnswerAll['state']>('asking');
  const [results, setResults] = useState<ReadonlyMap<string, AnswerResult>>(new Map());
  const set = (id: string, result: AnswerResult) =>
    setResults((before) => new Map(before).set(id, result));
  return {
    state,
    resultOf: (id) => results.get(id) ?? { is: 'waiting' },
    done: [...results.values()].filter(({ is }) => is === 'done').length,
    async run(ids, answer) {
      setState('running');
      for (const id of ids) {
        set(id, { is: 'working' });
        const path = `/app/cancellations/${id}`;
        const sent = await sendJson(messages, staffCancellationView, path, answer);
        set(
          id,
          sent.ok
            ? { is: 'done' }
            : { is: 'refused', why: sent.refusals.map(({ message }) => message).join(' ') },
        );
      }
      setState('over');
    },
  };
}
