import { useRevalidator, useSearchParams } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import {
  BlockStack,
  Button,
  Card,
  InlineStack,
  Layout,
  Select,
  Text,
  TextField,
} from '@shopify/polaris';
import { useEffect, useState } from 'react';

import { languageName } from '../../presentation/text/names.ts';
import { useSending } from '../../components/form/use-sending.ts';
import { RefusalBanner } from '../../components/form/refusal-banner.tsx';
import { type Sent, sendJson } from '../../components/form/send-json.ts';
import { SubPage } from '../../components/frame/sub-page.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import {
  type MailPreview,
  type PreviewBody,
  type TemplateBody,
  mailPreview,
  savedNotifications,
} from '../../contract/notification/notification-bodies.ts';
import type { TemplateView } from '../../contract/notification/notification-view.ts';
import { MailFrame } from './mail-frame.tsx';

/** Typing is followed after this pause. */
const PAUSE_MS = 400;

/** A mail's words in one language, beside what they make of it. */
export function TemplatePage(view: TemplateView) {
  const messages = useMessages();
  const { t, locale } = messages;
  const shopify = useAppBridge();
  const revalidator = useRevalidator();
  const [, setParams] = useSearchParams();
  const [subject, setSubject] = useState(view.subject);
  const [body, setBody] = useState(view.body);
  const [orderNumber, setOrderNumber] = useState('');
  const { isSending, refusals, send } = useSending();
  const { mail, language } = view;
  const asked: PreviewBody = {
    ...{ mail, language, subject, body, send: false },
    orderNumber: orderNumber.trim() || null,
  };
  const preview = usePreview(asked);

  const save = async (words: TemplateBody['words']) => {
    const sent = await send(savedNotifications, '/api/staff/notifications/template', {
      ...{ basedOn: view.version, mail, language, words },
    } satisfies TemplateBody);
    if (!sent.ok) return;
    shopify.toast.show(t('notifications.saved'));
    revalidator.revalidate();
  };
  const sendTest = async () => {
    const sent = await send(mailPreview, '/api/staff/notifications/preview', {
      ...asked,
      send: true,
    });
    if (sent.ok && sent.value.sentTo !== null) {
      shopify.toast.show(t('notifications.words.sentTo', { address: sent.value.sentTo }));
    }
  };
  const faults = preview?.ok ? preview.value.faults : [];

  return (
    <SubPage
      title={t(`notifications.mail.${mail}`)}
      parent={{
        title: t('settings.section.notifications.title'),
        url: '/app/settings/notifications',
      }}
      primaryAction={{
        content: t('notifications.save'),
        loading: isSending,
        onAction: () => void save({ subject, body }),
      }}
    >
      <Layout>
        <Layout.Section variant="oneHalf">
          <Card>
            <BlockStack gap="300">
              <RefusalBanner refusals={refusals} />
              <Select
                label={t('notifications.words.language')}
                options={view.languages.map((value) => ({
                  value,
                  label: languageName(value, locale),
                }))}
                value={language}
                onChange={(value) => setParams({ language: value })}
              />
              <TextField
                label={t('notifications.words.subject')}
                value={subject}
                onChange={setSubject}
                maxLength={200}
                autoComplete="off"
              />
              <TextField
                label={t('notifications.words.body')}
                helpText={t('notifications.words.help')}
                value={body}
                onChange={setBody}
                multiline={10}
                maxLength={10_000}
                {...(faults.length > 0 && { error: faults.join(' ') })}
                autoComplete="off"
              />
              <InlineStack gap="200">
                <Button onClick={() => void sendTest()} disabled={isSending}>
                  {t('notifications.words.test')}
                </Button>
                {view.isChanged && (
                  <Button onClick={() => void save(null)} disabled={isSending}>
                    {t('notifications.words.reset')}
                  </Button>
                )}
              </InlineStack>
            </BlockStack>
          </Card>
        </Layout.Section>
        <Layout.Section variant="oneHalf">
          <Card>
            <BlockStack gap="300">
              <TextField
                label={t('notifications.words.order')}
                helpText={t('notifications.words.orderHelp')}
                value={orderNumber}
                onChange={setOrderNumber}
                inputMode="numeric"
                autoComplete="off"
              />
              {preview?.ok === false && <RefusalBanner refusals={preview.refusals} />}
              {preview?.ok && (
                <>
                  <Text as="p" fontWeight="semibold" breakWord>
                    {preview.value.subject}
                  </Text>
                  <MailFrame title={t('notifications.words.preview')} html={preview.value.html} />
                </>
              )}
            </BlockStack>
          </Card>
        </Layout.Section>
      </Layout>
    </SubPage>
  );
}

/** What the words make of the mail; null until it is known. */
function usePreview(asked: PreviewBody): Sent<MailPreview> | null {
  const messages = useMessages();
  const [preview, setPreview] = useState<Sent<MailPreview> | null>(null);
  const body = JSON.stringify(asked);
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      const path = '/api/staff/notifications/preview';
      const sent = await sendJson(messages, mailPreview, path, JSON.parse(body));
      if (wanted) setPreview(sent);
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [body, messages]);
  return preview;
}
