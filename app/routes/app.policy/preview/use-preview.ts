import { useEffect, useState } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import { type Sent, sendJson } from '../../../components/form/send-json.ts';
import { type PolicyPreviewView, policyPreviewView } from '../../../contract/policy/policy-view.ts';
import type { PolicyPreviewBody } from '../../../contract/policy/policy-bodies.ts';
import type { RefusedBody } from '../../../contract/refused-body.ts';

export interface Previewing {
  /** What was shown last stays until the next is there. */
  readonly view: PolicyPreviewView | null;
  readonly refusals: RefusedBody['refusals'];
  readonly busy: boolean;
  readonly askAgain: () => void;
}

interface Answer {
  readonly to: string;
  readonly sent: Sent<PolicyPreviewView>;
}

/** Asks how an order would be answered, anew whenever the question changes; null asks nothing. */
export function usePreview(question: PolicyPreviewBody | null): Previewing {
  const messages = useMessages();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [attempt, setAttempt] = useState(0);
  const asked = JSON.stringify({ question, attempt });

  useEffect(() => {
    const { question: body } = JSON.parse(asked) as { question: PolicyPreviewBody | null };
    if (!body) return;
    let outdated = false;
    void sendJson(messages, policyPreviewView, '/api/staff/policy/preview', body).then((sent) => {
      if (!outdated) setAnswer({ to: asked, sent });
    });
    return () => {
      outdated = true;
    };
  }, [asked, messages]);

  const busy = question !== null && answer?.to !== asked;
  return {
    view: answer?.sent.ok ? answer.sent.value : null,
    refusals: answer && !answer.sent.ok && !busy ? answer.sent.refusals : [],
    busy,
    askAgain: () => setAttempt((before) => before + 1),
  };
}
