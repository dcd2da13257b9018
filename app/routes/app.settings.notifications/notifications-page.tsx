import { useRevalidator } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import {
  Badge,
  BlockStack,
  Card,
  ChoiceList,
  InlineStack,
  Link,
  Select,
  Text,
  TextField,
} from '@shopify/polaris';
import { useState } from 'react';

import { useSending } from '../../components/form/use-sending.ts';
import { RefusalBanner } from '../../components/form/refusal-banner.tsx';
import { SubPage } from '../../components/frame/sub-page.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import {
  type NotificationBody,
  savedNotifications,
} from '../../contract/notification/notification-bodies.ts';
import type { NotificationsView } from '../../contract/notification/notification-view.ts';
import { EDITABLE_MAILS, STAFF_RHYTHMS } from '../../domain/notification/notification-settings.ts';
import { type NotificationForm, bodyOf, formOf } from './notification-form.ts';

/** Who is told of what waits, who writes to customers, and how the mails look. */
export function NotificationsPage(view: NotificationsView) {
  const { t } = useMessages();
  const shopify = useAppBridge();
  const revalidator = useRevalidator();
  const [form, setForm] = useState(() => formOf(view));
  const { isSending, refusals, send, forget } = useSending();
  const change = (made: Partial<NotificationForm>) => {
    setForm((before) => ({ ...before, ...made }));
    forget();
  };
  const save = async () => {
    const body = bodyOf(form, view.version) satisfies NotificationBody;
    const sent = await send(savedNotifications, '/api/staff/notifications', body);
    if (!sent.ok) return;
    shopify.toast.show(t('notifications.saved'));
    revalidator.revalidate();
  };
  return (
    <SubPage
      title={t('settings.section.notifications.title')}
      parent={{ title: t('settings.title'), url: '/app/settings' }}
      primaryAction={{
        content: t('notifications.save'),
        loading: isSending,
        onAction: () => void save(),
      }}
    >
      <BlockStack gap="400">
        <RefusalBanner refusals={refusals} />
        <StaffCard {...{ view, form, change }} />
        <CustomersCard {...{ view, form, change }} />
        <BrandCard {...{ form, change }} />
        <WordsCard changed={view.changed} />
      </BlockStack>
    </SubPage>
  );
}

interface CardProps {
  readonly view: NotificationsView;
  readonly form: NotificationForm;
  readonly change: (made: Partial<NotificationForm>) => void;
}

function StaffCard({ view, form, change }: CardProps) {
  const { t, locale } = useMessages();
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(
      hour * 3_600_000,
    ),
  }));
  return (
    <TitledCard title={t('notifications.staff.title')}>
      {!view.isAnybodyTold && <Text as="p">{t('notifications.staff.off')}</Text>}
      <TextField
        label={t('notifications.staff.to')}
        helpText={
          view.requestsTo === null
            ? t('notifications.staff.toHelp')
            : t('notifications.staff.toHelpDefault', { address: view.requestsTo })
        }
        value={form.to}
        onChange={(to) => change({ to })}
        autoComplete="email"
      />
      <Select
        label={t('notifications.staff.when')}
        options={STAFF_RHYTHMS.map((value) => ({
          value,
          label: t(`notifications.staff.${value}`),
        }))}
        value={form.when}
        onChange={(value) =>
          change({ when: STAFF_RHYTHMS.find((known) => known === value) ?? form.when })
        }
      />
      {form.when === 'daily' && (
        <Select
          label={t('notifications.staff.hour')}
          options={hours}
          value={String(form.hour)}
          onChange={(hour) => change({ hour: Number(hour) })}
        />
      )}
      <TextField
        label={t('notifications.staff.fromAmount')}
        helpText={t('notifications.staff.fromAmountHelp')}
        value={form.fromAmount}
        onChange={(fromAmount) => change({ fromAmount })}
        {...(view.currencyCode === null ? {} : { suffix: view.currencyCode })}
        autoComplete="off"
      />
    </TitledCard>
  );
}

function CustomersCard({ view, form, change }: CardProps) {
  const { t } = useMessages();
  return (
    <TitledCard title={t('notifications.customers.title')}>
      {view.mailsFrom === null ? (
        <Text as="p">{t('settings.notifications.byShopify')}</Text>
      ) : (
        <ChoiceList
          title={t('notifications.customers.by')}
          choices={[
            {
              value: 'unorder',
              label: t('notifications.customers.unorder', { address: view.mailsFrom }),
            },
            {
              value: 'shopify',
              label: t('notifications.customers.shopify'),
              helpText: t('notifications.customers.shopifyHelp'),
            },
          ]}
          selected={[form.by]}
          onChange={([by]) => change({ by: by === 'shopify' ? by : 'unorder' })}
        />
      )}
    </TitledCard>
  );
}

function BrandCard({ form, change }: Omit<CardProps, 'view'>) {
  const { t } = useMessages();
  const field = (name: 'senderName' | 'replyTo' | 'logoUrl' | 'color') => (
    <TextField
      label={t(`notifications.brand.${name}`)}
      helpText={t(`notifications.brand.${name}Help`)}
      value={form[name]}
      onChange={(value) => change({ [name]: value })}
      autoComplete="off"
    />
  );
  return (
    <TitledCard title={t('notifications.brand.title')}>
      {field('senderName')}
      {field('replyTo')}
      {field('logoUrl')}
      {field('color')}
    </TitledCard>
  );
}

function WordsCard({ changed }: Pick<NotificationsView, 'changed'>) {
  const { t } = useMessages();
  return (
    <TitledCard title={t('notifications.words.title')}>
      {EDITABLE_MAILS.map((mail) => (
        <InlineStack key={mail} gap="200" blockAlign="center">
          <Link url={`/app/settings/notifications/templates/${mail}`}>
            {t(`notifications.mail.${mail}`)}
          </Link>
          {changed
            .filter((one) => one.mail === mail)
            .map(({ language }) => (
              <Badge key={language}>{language}</Badge>
            ))}
        </InlineStack>
      ))}
      <Link url="/app/settings/notifications/deliveries">
        {t('notifications.deliveries.title')}
      </Link>
    </TitledCard>
  );
}

function TitledCard(props: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {props.title}
        </Text>
        {props.children}
      </BlockStack>
    </Card>
  );
}
