import { useRevalidator, useSearchParams } from '@remix-run/react';
import { useEffect, useMemo, useState } from 'react';
import * as z from 'zod/mini';

import { useMessages } from '../../components/messages/messages.tsx';
import { sendJson } from '../../components/form/send-json.ts';
import type { Policy, PolicyDocument } from '../../domain/policy/document/policy.ts';
import { type PolicyBody, savedPolicy } from '../../contract/policy/policy-bodies.ts';
import { policyRefusedBody } from '../../contract/policy/policy-view.ts';
import type { RefusedBody } from '../../contract/refused-body.ts';
import { type PolicyDraft, type RuleDraft, draftOf, isChanged } from './draft/policy-draft.ts';
import type { PolicyFaults } from '../../presentation/policy/policy-fault-words.ts';
import { readDraft } from './draft/read-draft.ts';

export interface PolicyEditing {
  readonly draft: PolicyDraft;
  /** The draft as it would be saved; null while something is wrong with it. */
  readonly document: PolicyDocument | null;
  /** What the draft began as: the policy in force when it was last read. */
  readonly base: Policy;
  readonly isChanged: boolean;
  /** Shown from the first attempt to save on, and kept up to date from then. */
  readonly faults: PolicyFaults;
  readonly refusals: RefusedBody['refusals'];
  /** The policy somebody else saved meanwhile; null without a conflict. */
  readonly theirs: Policy | null;
  readonly busy: boolean;
  readonly change: (change: Partial<PolicyDraft>) => void;
  readonly changeRule: (id: string, change: Partial<RuleDraft>) => void;
  /** Fills the form with another document, to be saved on top of the policy in force. */
  readonly fillWith: (document: PolicyDocument) => void;
  readonly discard: () => void;
  /** Shows what is wrong with the draft; the path of the first fault, null for none. */
  readonly check: () => string | null;
  readonly save: () => Promise<Saving>;
}

export type Saving =
  | { readonly outcome: 'saved' | 'refused' }
  | { readonly outcome: 'faulty'; readonly path: string };

const NO_FAULTS: PolicyFaults = {};

/** The draft of the policy, from the first change to its saving. */
export function usePolicyEditing(inForce: Policy): PolicyEditing {
  const messages = useMessages();
  const { revalidate } = useRevalidator();
  const [place] = useSearchParams();
  const [base, setBase] = useState(inForce);
  const [draft, setDraft] = useState(() => draftOf(inForce));
  const [isChecked, setChecked] = useState(false);
  const [faultsOfServer, setFaultsOfServer] = useState(NO_FAULTS);
  const [refusals, setRefusals] = useState<RefusedBody['refusals']>([]);
  const [theirs, setTheirs] = useState<Policy | null>(null);
  const [busy, setBusy] = useState(false);

  const changed = useMemo(() => isChanged(draft, base), [draft, base]);
  const read = useMemo(() => readDraft(draft, messages), [draft, messages]);
  const faultsOfDraft = read.ok ? NO_FAULTS : read.error;
  const faults = useMemo(
    () => ({ ...faultsOfServer, ...(isChecked ? faultsOfDraft : NO_FAULTS) }),
    [faultsOfServer, faultsOfDraft, isChecked],
  );

  const begin = (policy: Policy) => {
    setBase(policy);
    setDraft(draftOf(policy));
    setChecked(false);
    setFaultsOfServer(NO_FAULTS);
    setRefusals([]);
    setTheirs(null);
  };
  // A newer policy replaces a form in which nothing was changed; otherwise saving tells of it.
  if (inForce.version > base.version && !changed) begin(inForce);

  // What was saved is read with its version. Another part of the page ends a reading that is on its way, and
  // asks for none by itself (the route's shouldRevalidate): then it begins anew.
  useEffect(() => {
    if (inForce.version < base.version) revalidate();
  }, [place, inForce.version, base.version, revalidate]);

  const edit = (next: (before: PolicyDraft) => PolicyDraft) => {
    setDraft(next);
    setFaultsOfServer(NO_FAULTS);
  };

  return {
    draft,
    base,
    isChanged: changed,
    document: read.ok ? read.value : null,
    faults,
    refusals,
    theirs,
    busy,
    check() {
      setChecked(true);
      return firstPath(faultsOfDraft);
    },
    change: (change) => edit((before) => ({ ...before, ...change })),
    changeRule: (id, change) =>
      edit((before) => ({
        ...before,
        rules: before.rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)),
      })),
    fillWith: (document) => edit(() => draftOf(document)),
    discard: () => begin(theirs ?? base),
    async save() {
      if (busy) return { outcome: 'refused' };
      setChecked(true);
      if (!read.ok) return faultyAt(read.error);
      setBusy(true);
      setRefusals([]);
      const sent = await sendJson(messages, savedPolicy, '/api/staff/policy', {
        basedOn: (theirs ?? base).version,
        document: read.value,
      } satisfies PolicyBody);
      setBusy(false);
      if (sent.ok) {
        begin(sent.value);
        return { outcome: 'saved' };
      }
      const told = z.safeParse(policyRefusedBody, sent.answer);
      const { faults, inForce: newer } = told.success ? told.data : {};
      if (newer) setTheirs(newer);
      else setRefusals(sent.refusals);
      if (!faults) return { outcome: 'refused' };
      setFaultsOfServer(faults);
      return faultyAt(faults);
    },
  };
}

const firstPath = (faults: PolicyFaults): string | null => Object.keys(faults)[0] ?? null;

function faultyAt(faults: PolicyFaults): Saving {
  const path = firstPath(faults);
  return path === null ? { outcome: 'refused' } : { outcome: 'faulty', path };
}
