import {
  BlockStack,
  Button,
  Card,
  Checkbox,
  FormLayout,
  InlineStack,
  Select,
  Text,
  TextField,
} from '@shopify/polaris';
import { useState } from 'react';

import { useDeliberatePress } from '../../components/form/deliberate-press.ts';
import { RefusalBanner } from '../../components/form/refusal-banner.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import type { BulkView } from '../../contract/bulk/bulk-view.ts';
import { ORDER_CANCEL_REASONS } from '../../domain/policy/document/policy.ts';
import { TEXT_LIMITS } from '../../domain/text/text-limits.ts';
import { listed } from '../../presentation/text/listed.ts';
import { useBulkDecision } from './use-bulk-decision.ts';

/** What would be done, and the one press that has it done. */
export function BulkReview(bulk: BulkView) {
  const { t, locale } = useMessages();
  const [issueRefund, setIssueRefund] = useState(true);
  const [restock, setRestock] = useState(true);
  const [notify, setNotify] = useState(true);
  const [reason, setReason] = useState('');
  const [noteToCustomer, setNoteToCustomer] = useState('');
  const [internalNote, setInternalNote] = useState('');
  const [isPressed, setPressed] = useState(false);
  const decision = useBulkDecision(bulk);
  const { totals, amounts } = issueRefund ? bulk.withRefund : bulk.withoutRefund;
  const count = totals.orders;
  const act = useDeliberatePress(count > 0 ? `${count} ${amounts.join(' ')}` : null);
  const confirm = () => {
    setPressed(true);
    if (reason === '') return;
    const choice = { issueRefund, restock, reason, notify, noteToCustomer, internalNote };
    const shown = { orders: count, amounts: totals.amounts.map((amount) => ({ ...amount })) };
    void decision.decide({ do: 'confirm', choice, shown });
  };
  const left = bulk.counts.all - count;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {count === 0 ? t('bulk.review.none') : t('bulk.review.count', { count })}
          </Text>
          {count > 0 && (
            <Text as="p">
              {!issueRefund
                ? t('bulk.review.noRefund')
                : amounts.length === 0
                  ? t('bulk.review.nothingBack')
                  : t('bulk.review.refunded', { amounts: listed(amounts, locale) })}
            </Text>
          )}
          {left > 0 && <Text as="p">{t('bulk.review.left', { count: left })}</Text>}
        </BlockStack>
        <RefusalBanner
          refusals={
            bulk.forbidden === null
              ? decision.refusals
              : [{ code: 'forbidden', message: bulk.forbidden }]
          }
        />
        <FormLayout>
          <Select
            label={t('cancelPopup.reason.label')}
            options={ORDER_CANCEL_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
            placeholder={t('cancelPopup.reason.choose')}
            requiredIndicator
            value={reason}
            onChange={setReason}
            error={isPressed && reason === '' ? t('cancelPopup.reason.missing') : false}
          />
          <InlineStack gap="400" wrap>
            <Checkbox
              label={t('bulk.review.issueRefund')}
              checked={issueRefund}
              onChange={setIssueRefund}
            />
            <Checkbox
              label={t('cancelPopup.restock.label')}
              checked={restock}
              onChange={setRestock}
            />
            <Checkbox label={t('cancelPopup.notify.label')} checked={notify} onChange={setNotify} />
          </InlineStack>
          {notify && bulk.notesReachCustomer && (
            <TextField
              label={t('cancelPopup.noteToCustomer.label')}
              helpText={t('bulk.review.sameNote')}
              value={noteToCustomer}
              onChange={setNoteToCustomer}
              multiline={2}
              maxLength={TEXT_LIMITS.noteToCustomer}
              autoComplete="off"
            />
          )}
          <TextField
            label={t('cancelPopup.internalNote.label')}
            helpText={t('cancelPopup.internalNote.help')}
            value={internalNote}
            onChange={setInternalNote}
            multiline={2}
            maxLength={TEXT_LIMITS.internalNote}
            autoComplete="off"
          />
        </FormLayout>
        <InlineStack gap="200" align="end">
          <Button
            disabled={decision.isSending}
            onClick={() => void decision.decide({ do: 'discard' })}
          >
            {t('bulk.review.discard')}
          </Button>
          <Button
            variant="primary"
            tone="critical"
            loading={decision.isSending}
            disabled={count === 0 || bulk.forbidden !== null || !act.isReady}
            onClick={act.onlyDeliberate(confirm)}
          >
            {t('bulk.review.confirm', { count })}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
