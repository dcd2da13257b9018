import { TitledCard } from '../../components/frame/titled-card.tsx';
import { ScrollableTable } from '../../components/list/scrollable-table.tsx';
import { useMessages } from '../../components/messages/messages.tsx';
import type { FiguresView } from '../../contract/list/figures-view.ts';

/** Money by currency: what went back, and what stayed and why. */
export function MoneyTable({ money }: Pick<FiguresView, 'money'>) {
  const { t } = useMessages();
  return (
    <TitledCard title={t('figures.money.title')}>
      <ScrollableTable
        columnContentTypes={['text', 'numeric', 'numeric', 'numeric', 'numeric', 'numeric']}
        headings={[
          t('figures.money.currency'),
          t('figures.money.back'),
          t('figures.money.kept'),
          t('figures.money.saved'),
          t('figures.money.changed'),
          t('figures.money.credit'),
        ]}
        rows={money.map(({ currency, back, kept, saved, changed, credit }) => [
          ...[currency, back, kept, saved, changed, credit],
        ])}
      />
    </TitledCard>
  );
}
