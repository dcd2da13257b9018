// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { renderPage, stubAppBridge, stubRequests } from '../../../tests/support/page.tsx';
import { DEFAULT_POLICY } from '../../domain/policy/policy.ts';
import { SettingsPage } from './settings-page.tsx';

class SaveBar extends HTMLElement {
  open = false;
  show() {
    this.open = true;
  }
  hide() {
    this.open = false;
  }
}
if (!customElements.get('ui-save-bar')) customElements.define('ui-save-bar', SaveBar);

let toasts: string[];
beforeEach(() => {
  ({ toasts } = stubAppBridge());
});
afterEach(cleanup);

const saveBar = (): SaveBar => {
  const bar = document.querySelector('ui-save-bar');
  if (!(bar instanceof SaveBar)) throw new Error('The page has no save bar');
  return bar;
};
const press = (name: 'Save' | 'Discard') =>
  userEvent.click(within(saveBar()).getByText(name, { selector: 'button' }));

it('offers to save as soon as something differs, and no longer when it does not', async () => {
  renderPage(<SettingsPage policy={DEFAULT_POLICY} />);
  expect(saveBar().open).toBe(false);
  const restock = screen.getByLabelText('Restock items');
  await userEvent.click(restock);
  expect(saveBar().open).toBe(true);
  await userEvent.click(restock);
  expect(saveBar().open).toBe(false);
});

it('saves on top of the version it was filled in on', async () => {
  const { sent } = stubRequests(() => Response.json({ ...DEFAULT_POLICY, version: 1 }));
  renderPage(<SettingsPage policy={{ ...DEFAULT_POLICY, version: 4 }} />);
  await userEvent.click(screen.getByLabelText('Until fulfillment starts'));
  await press('Save');
  expect(sent[0]).toMatchObject({
    path: '/api/staff/policy',
    body: { basedOn: 4, document: { window: { until: 'fulfilment' } } },
  });
  await waitFor(() => expect(toasts).toEqual(['Settings saved']));
});

it('sends nothing while a field is wrong, and says what', async () => {
  const { sent } = stubRequests(() => Response.json(DEFAULT_POLICY));
  renderPage(<SettingsPage policy={DEFAULT_POLICY} />);
  await userEvent.clear(screen.getByLabelText('Minutes after the order'));
  await press('Save');
  expect(screen.getByText('Use whole minutes.')).toBeTruthy();
  expect(sent).toEqual([]);
});

it('keeps what was typed when somebody else saved meanwhile, and says that it is not saved', async () => {
  stubRequests(() =>
    Response.json({ refusals: [{ code: 'policy_changed', message: '' }] }, { status: 409 }),
  );
  renderPage(<SettingsPage policy={DEFAULT_POLICY} />);
  await userEvent.click(screen.getByLabelText('Restock items'));
  await press('Save');
  expect(await screen.findByText('These settings were changed meanwhile')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Restock items').checked).toBe(false);
});

it('adds a reason at the end of the list', async () => {
  const { sent } = stubRequests(() => Response.json(DEFAULT_POLICY));
  renderPage(<SettingsPage policy={DEFAULT_POLICY} />);
  await userEvent.click(screen.getByRole('button', { name: 'Add reason' }));
  const dialog = within(screen.getByRole('dialog'));
  await userEvent.type(dialog.getByLabelText('Reason'), 'Gift was a surprise');
  await userEvent.type(dialog.getByLabelText('German'), 'Geschenk');
  await userEvent.click(dialog.getByRole('button', { name: 'Done' }));
  await press('Save');
  const { document } = sent[0]?.body as { document: typeof DEFAULT_POLICY };
  expect(document.reasons.at(-1)).toMatchObject({
    label: 'Gift was a surprise',
    translations: { de: 'Geschenk' },
  });
  expect(document.reasons).toHaveLength(DEFAULT_POLICY.reasons.length + 1);
});
