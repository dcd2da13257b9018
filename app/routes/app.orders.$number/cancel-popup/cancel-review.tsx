import { BlockStack, Box, Icon, type IconSource, InlineStack, Text } from '@shopify/polaris';
import {
  CashDollarIcon,
  EmailIcon,
  InventoryIcon,
  LockIcon,
  ClockIcon,
  DiscountIcon,
  NoteIcon,
  OrderIcon,
  ReceiptRefundIcon,
  WalletIcon,
} from '@shopify/polaris-icons';

import { useMessages } from '../../../components/messages/messages.tsx';
import type { Consequence } from './review.ts';
import styles from './cancel-review.module.css';

const ICONS: Readonly<Record<Consequence['about'], IconSource>> = {
  order: OrderIcon,
  refund: ReceiptRefundIcon,
  by_hand: CashDollarIcon,
  release: LockIcon,
  waits: ClockIcon,
  kept: WalletIcon,
  free_item: DiscountIcon,
  stock: InventoryIcon,
  mail: EmailIcon,
  note: NoteIcon,
};

/** The second step of the popup: what confirming will do. */
export function CancelReview({ consequences }: { readonly consequences: readonly Consequence[] }) {
  const { t } = useMessages();
  return (
    <BlockStack gap="400">
      <Text as="h3" variant="headingMd">
        {t('cancelPopup.will.title')}{' '}
      </Text>
      <ul className={styles['consequences']}>
        {consequences.map(({ about, text }) => (
          <li key={text}>
            <InlineStack gap="300" wrap={false} blockAlign="start">
              <Box minWidth="20px">
                <Icon source={ICONS[about]} tone={about === 'by_hand' ? 'warning' : 'subdued'} />
              </Box>
              <Text as="span">{text}</Text>
            </InlineStack>
          </li>
        ))}
      </ul>
    </BlockStack>
  );
}
