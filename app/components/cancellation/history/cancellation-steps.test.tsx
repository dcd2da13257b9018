import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { renderPage } from '../../../../tests/support/pages/page.tsx';
import { CancellationSteps } from './cancellation-steps.tsx';

afterEach(cleanup);

it('says in words that a step did not succeed: “Refund sent” alone would be read as done', () => {
  renderPage(
    <CancellationSteps
      moving={false}
      steps={[
        { key: 'cancelled', label: 'Order cancelled', state: 'done', at: null },
        { key: 'refund_sent', label: 'Refund sent', state: 'failed', at: null },
        { key: 'told', label: 'Customer notified', state: 'todo', at: null },
      ]}
    />,
  );
  const [cancelled, refund, told] = screen.getAllByRole('listitem');
  const failure = screen.getByText('Did not succeed');
  expect(refund?.contains(failure)).toBe(true);
  expect(failure.className).not.toContain('isuallyHidden');
  expect(cancelled?.textContent).toBe('Order cancelled: done');
  expect(told?.textContent).toBe('Customer notified: still to come');
});
