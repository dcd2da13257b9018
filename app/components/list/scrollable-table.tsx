import { DataTable, type DataTableProps } from '@shopify/polaris';
import { useEffect, useRef } from 'react';

/**
 * Polaris's table, which scrolls sideways where it is narrow, in a container that no key reaches: here one does.
 *
 * @see https://dequeuniversity.com/rules/axe/4.11/scrollable-region-focusable
 */
export function ScrollableTable(props: DataTableProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const container = ref.current?.querySelector<HTMLElement>('[class*="ScrollContainer"]');
    if (container) container.tabIndex = 0;
  });
  return (
    <div ref={ref}>
      <DataTable {...props} />
    </div>
  );
}
