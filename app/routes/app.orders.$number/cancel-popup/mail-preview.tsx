import { Banner, BlockStack, Button, InlineStack, SkeletonBodyText, Text } from '@shopify/polaris';
import { useEffect, useId, useState } from 'react';

import { useMessages } from '../../../components/messages/messages.tsx';
import { RefusalBanner } from '../../../components/form/refusal-banner.tsx';
import { type Sent, sendJson } from '../../../components/form/send-json.ts';
import { type CustomerMail, customerMail } from '../../../contract/staff/customer-mail.ts';
import type { StaffMailBody } from '../../../contract/staff/staff-bodies.ts';
import styles from './mail-preview.module.css';

interface Props {
  readonly orderNumber: string;
  readonly body: StaffMailBody;
}

/** What the customer will read, as it will look: shown when somebody wants to see it. */
export function MailPreview({ orderNumber, body }: Props) {
  const { t } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const shownId = useId();
  return (
    <BlockStack gap="200">
      <InlineStack>
        <Button
          variant="plain"
          disclosure={isOpen ? 'up' : 'down'}
          ariaExpanded={isOpen}
          ariaControls={shownId}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('cancelPopup.mail.show')}
        </Button>
      </InlineStack>
      <div id={shownId}>{isOpen && <Shown orderNumber={orderNumber} body={body} />}</div>
    </BlockStack>
  );
}

/** Long enough that a note is not asked for with every letter. */
const PAUSE_MS = 400;

function Shown({ orderNumber, body }: Props) {
  const messages = useMessages();
  const { t } = messages;
  const [sent, setSent] = useState<Sent<CustomerMail> | null>(null);
  const asked = JSON.stringify(body);
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      const path = `/api/staff/orders/${orderNumber}/cancellation/mail`;
      const answer = await sendJson(messages, customerMail, path, JSON.parse(asked));
      if (wanted) setSent(answer);
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [asked, messages, orderNumber]);

  if (sent === null) return <SkeletonBodyText lines={6} />;
  if (!sent.ok) return <RefusalBanner refusals={sent.refusals} />;
  const { mail } = sent.value;
  if (mail === null) return <Banner tone="info">{t('cancelPopup.mail.none')}</Banner>;
  return (
    <BlockStack gap="200">
      <Text as="p" fontWeight="medium" breakWord>
        {t('cancelPopup.mail.subject', { subject: mail.subject })}
      </Text>
      {/* Nothing in it runs or leads anywhere: it is only looked at. */}
      <iframe
        className={styles['mail']}
        title={t('cancelPopup.mail.title')}
        lang={mail.languageCode}
        sandbox=""
        srcDoc={mail.html}
      />
    </BlockStack>
  );
}
