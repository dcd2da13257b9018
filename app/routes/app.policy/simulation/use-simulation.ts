import { useEffect, useRef, useState } from 'react';
import * as z from 'zod/mini';

import { useMessages } from '../../../components/messages/messages.tsx';
import type { PolicyDocument } from '../../../domain/policy/document/policy.ts';
import {
  type PolicySimulationMessage,
  type PolicySimulationView,
  policySimulationMessage,
} from '../../../contract/policy/policy-view.ts';
import type { PolicySimulationBody } from '../../../contract/policy/policy-bodies.ts';
import { staffRefusedBody } from '../../../contract/refused-body.ts';
import { readLines } from './read-lines.ts';

export interface Simulation {
  readonly state: 'none' | 'running' | 'done' | 'stopped' | 'failed';
  /** As far as it came. */
  readonly result: PolicySimulationView | null;
  /** The draft that was run; null before the first run. */
  readonly document: PolicyDocument | null;
  /** Why it failed. */
  readonly error: string | null;
  readonly run: (body: PolicySimulationBody) => void;
  readonly stop: () => void;
}

/** Runs a draft over past orders on the server, and follows it until its end or until it is stopped. */
export function useSimulation(): Simulation {
  const { t } = useMessages();
  const brokenOff = t('simulation.brokenOff');
  const [state, setState] = useState<Simulation['state']>('none');
  const [result, setResult] = useState<PolicySimulationView | null>(null);
  const [document, setDocument] = useState<PolicyDocument | null>(null);
  const [error, setError] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const follow = async (body: PolicySimulationBody, { signal }: AbortController) => {
    try {
      for await (const message of messagesOf(body, signal)) {
        if (signal.aborted) return;
        if (message.kind === 'failed') {
          setError(message.refusals[0]?.message ?? brokenOff);
          setState('failed');
          return;
        }
        setResult(message.simulation);
        if (message.kind === 'done') {
          setState('done');
          return;
        }
      }
      setError(brokenOff);
      setState('failed');
    } catch {
      if (signal.aborted) return;
      setError(brokenOff);
      setState('failed');
    }
  };

  return {
    state,
    result,
    document,
    error,
    run(body) {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setState('running');
      setResult(null);
      setError(null);
      setDocument(body.document);
      void follow(body, controller);
    },
    stop() {
      running.current?.abort();
      setState('stopped');
    },
  };
}

async function* messagesOf(
  body: PolicySimulationBody,
  signal: AbortSignal,
): AsyncGenerator<PolicySimulationMessage> {
  const response = await fetch('/api/staff/policy/simulation', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
  if (!response.ok || !response.body) {
    const refused = z.safeParse(staffRefusedBody, await response.json().catch(() => null));
    yield { kind: 'failed', refusals: refused.success ? refused.data.refusals : [] };
    return;
  }
  for await (const line of readLines(response.body)) {
    if (line.trim() !== '') yield z.parse(policySimulationMessage, JSON.parse(line));
  }
}
