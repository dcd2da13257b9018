import { useRevalidator } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, SkeletonBodyText, Text } from '@shopify/polaris';
import { useEffect, useState } from 'react';

import { DeclineFields, useDeclineFields } from '../../components/cancellation/decline-fields.tsx';
import { Dialog } from '../../components/form/dialog.tsx';
import { RefusalBanner } from '../../components/form/refusal-banner.tsx';
import { type Sent, sendJson } from '../../components/form/send-json.ts';
import { useMessages } from '../../components/messages/messages.tsx';
import {
  type RequestsReview,
  type WaitingCancellation,
  requestsReview,
} from '../../contract/list/cancellation-list-view.ts';
import { listed } from '../../presentation/text/listed.ts';
import { AnswerRows } from './answer-rows.tsx';
import { type AnswerAll, useAnswerAll } from './use-answer-all.ts';

interface Props {
  readonly selected: readonly WaitingCancellation[];
  readonly onClose: () => void;
}

/** Approves several requests after a look at what each of them would do now. */
export function ApproveSeveral({ selected, onClose }: Props) {
  const { t, locale } = useMessages();
  const answering = useAnswerAll();
  const review = useReview(selected.map(({ cancellation }) => cancellation.id));
  const rows = review?.ok ? review.value.rows : [];
  const possible = rows.filter(({ refusal }) => refusal === null).map(({ id }) => id);
  const count = possible.length;
  return (
    <SeveralDialog
      {...{ answering, onClose }}
      title={t('requests.several.approveTitle', { count: selected.length })}
      doneText={(done) => t('requests.several.doneApproved', { count: done })}
      lead={t('requests.several.lead')}
      confirm={t('requests.several.approveTitle', { count })}
      isReady={count > 0}
      onConfirm={() => void answering.run(possible, { answer: 'approve', noteToCustomer: '' })}
    >
      {review === null && <SkeletonBodyText lines={selected.length} />}
      {review?.ok === false && <RefusalBanner refusals={review.refusals} />}
      {review?.ok && (
        <>
          <AnswerRows
            doneText={t('requests.several.approved')}
            rows={selected.map((waiting) => {
              const row = rows.find(({ id }) => id === waiting.cancellation.id);
              const { refusal = null, amount = null } = row ?? {};
              return {
                waiting,
                amount,
                result: refusal === null ? answering.resultOf(waiting.cancellation.id) : null,
                against: refusal && t('requests.several.cannot', { why: refusal }),
              };
            })}
            isBegun={answering.state !== 'asking'}
          />
          {count > 0 && (
            <Text as="p" fontWeight="semibold">
              {t('requests.several.total', { amounts: listed(review.value.totals, locale) })}
            </Text>
          )}
        </>
      )}
    </SeveralDialog>
  );
}

/** Declines several requests with one message. */
export function DeclineSeveral({ selected, onClose }: Props) {
  const { t } = useMessages();
  const answering = useAnswerAll();
  const fields = useDeclineFields();
  const confirm = () => {
    const answer = fields.read();
    if (answer) {
      const ids = selected.map(({ cancellation }) => cancellation.id);
      void answering.run(ids, { answer: 'decline', ...answer });
    }
  };
  return (
    <SeveralDialog
      {...{ answering, onClose }}
      title={t('requests.several.declineTitle', { count: selected.length })}
      doneText={(done) => t('requests.several.doneDeclined', { count: done })}
      lead={t('requests.several.declineLead')}
      confirm={t('requests.several.declineTitle', { count: selected.length })}
      isReady
      onConfirm={confirm}
    >
      <AnswerRows
        doneText={t('requests.several.declined')}
        rows={selected.map((waiting) => ({
          waiting,
          amount: null,
          result: answering.resultOf(waiting.cancellation.id),
          against: null,
        }))}
        isBegun={answering.state !== 'asking'}
      />
      {answering.state === 'asking' && <DeclineFields fields={fields} />}
    </SeveralDialog>
  );
}

interface SeveralDialogProps {
  readonly answering: AnswerAll;
  readonly title: string;
  readonly lead: string;
  readonly confirm: string;
  readonly isReady: boolean;
  readonly doneText: (done: number) => string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}

/** Asks, runs with a result for each, and stays until it is read. */
function SeveralDialog({ answering, onClose, onConfirm, children, ...props }: SeveralDialogProps) {
  const { t } = useMessages();
  const shopify = useAppBridge();
  const revalidator = useRevalidator();
  const { state, done } = answering;
  const { title, lead, confirm, isReady, doneText } = props;
  const leave = () => {
    if (state === 'running') return;
    onClose();
    if (state === 'over') revalidator.revalidate();
  };
  useEffect(() => {
    if (state === 'over') shopify.toast.show(doneText(done));
    // Said once, when it is over.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state]);
  return (
    <Dialog
      title={title}
      step={state}
      onClose={leave}
      summary={<Text as="p">{state === 'over' ? doneText(done) : lead}</Text>}
      {...(state === 'over'
        ? { primaryAction: { content: t('done'), onAction: leave } }
        : {
            destructiveAction: {
              content: confirm,
              disabled: !isReady,
              loading: state === 'running',
              onAction: onConfirm,
            },
            secondaryAction: {
              content: t('back'),
              onAction: leave,
              disabled: state === 'running',
            },
          })}
    >
      <BlockStack gap="400">{children}</BlockStack>
    </Dialog>
  );
}

/** What approving each would do now; null until it is known. */
function useReview(ids: readonly string[]): Sent<RequestsReview> | null {
  const messages = useMessages();
  const [review, setReview] = useState<Sent<RequestsReview> | null>(null);
  const asked = JSON.stringify({ ids });
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      const sent = await sendJson(
        messages,
        requestsReview,
        '/api/staff/requests/review',
        JSON.parse(asked),
      );
      if (wanted) setReview(sent);
    };
    void ask();
    return () => {
      wanted = false;
    };
  }, [asked, messages]);
  return review;
}
