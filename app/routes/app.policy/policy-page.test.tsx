import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  pressWhenReady,
  renderPage,
  renderRoute,
  stubAppBridge,
  stubRequests,
  stubSizes,
} from '../../../tests/support/pages/page.tsx';
import { policyPage } from '../../../tests/support/pages/policy-page.ts';
import { pressInSaveBar, saveBar } from '../../../tests/support/pages/save-bar.ts';
import type { Policy } from '../../domain/policy/document/policy.ts';
import { messageBundle } from '../../messages/messages.ts';
import { PolicyPage } from './policy-page.tsx';
import PolicyRoute, { shouldRevalidate } from './route.tsx';

let toasts: string[];

beforeEach(() => {
  ({ toasts } = stubAppBridge());
  stubSizes();
});

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });

/** Polaris draws each tab twice, once out of sight to measure it. */
const tab = (name: string) => {
  const [shown] = screen.getAllByRole('tab', { name }).filter(({ id }) => !id.endsWith('Measurer'));
  if (!shown) throw new Error(`There is no tab ${name}`);
  return shown;
};

const ruleNames = () =>
  within(screen.getByRole('list', { name: 'Rules, in order' }))
    .getAllByRole('button', { name: /^(Companies|Everybody|Unnamed rule)/ })
    .map((link) => link.textContent);

const page = policyPage();

const enabled = () => screen.getByLabelText<HTMLInputElement>('Customers can cancel their orders');

interface SaveBody {
  readonly basedOn: number;
  readonly document: Policy;
}

describe('saving', () => {
  it('is offered as soon as something differs, and no longer when it does not', async () => {
    renderPage(<PolicyPage {...page} />);
    expect(saveBar().open).toBe(false);
    await userEvent.click(enabled());
    expect(saveBar().open).toBe(true);
    await userEvent.click(enabled());
    expect(saveBar().open).toBe(false);
  });

  it('builds on the version the form was filled with, and begins anew from what was saved', async () => {
    const { sent } = stubRequests((_path, body) =>
      Response.json({ ...(body as SaveBody).document, version: 5 }),
    );
    renderPage(<PolicyPage {...page} />);
    await userEvent.click(enabled());
    await pressInSaveBar('Save');
    await waitFor(() => expect(toasts).toEqual(['Policy saved']));
    expect(sent[0]).toMatchObject({
      path: '/api/staff/policy',
      body: { basedOn: 4, document: { enabled: false } },
    });
    expect(saveBar().open).toBe(false);
    await userEvent.click(enabled());
    await pressInSaveBar('Save');
    await waitFor(() => expect(toasts).toHaveLength(2));
    expect(sent[1]?.body).toMatchObject({ basedOn: 5 });
  });

  it('shows the version that was saved in a part that is opened before it is read', async () => {
    const saved = { version: 5, savedAt: '2026-11-21T10:00:00.000Z', savedBy: 'you' } as const;
    stubRequests((_path, body) => Response.json({ ...(body as SaveBody).document, version: 5 }));
    const neverRead = new Promise<Response>(() => undefined);
    const answers = [
      Response.json(page),
      neverRead,
      Response.json({
        ...page,
        policy: { ...page.policy, version: 5 },
        versions: [saved, ...page.versions],
      }),
    ];
    renderRoute({
      Component: PolicyRoute,
      ErrorBoundary: () => null,
      loader: () => answers.shift() ?? Response.error(),
      shouldRevalidate,
    });
    await userEvent.click(await screen.findByLabelText('Customers can cancel their orders'));
    await pressInSaveBar('Save');
    await waitFor(() => expect(answers).toHaveLength(1));
    await userEvent.click(tab('Versions'));
    expect(await screen.findByText('Version 5')).toBeTruthy();
  });

  it('sends nothing while a field is wrong: lists every fault and leads to the first', async () => {
    const { sent } = stubRequests(() => Response.json({}));
    renderPage(<PolicyPage {...page} />, '/?rule=everybody');
    await userEvent.click(button('Edit Who'));
    await userEvent.clear(screen.getByLabelText('Name of the rule'));
    await userEvent.click(button('Done with Who'));
    await userEvent.click(button('Edit Fee'));
    await userEvent.click(screen.getByLabelText('A percentage'));
    await pressInSaveBar('Save');
    expect(await screen.findByText('2 things need a correction')).toBeTruthy();
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByLabelText('Name of the rule')),
    );
    expect(sent).toEqual([]);

    await userEvent.click(button(/^Rule 2, Fee:/));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Percentage')));
    await userEvent.type(screen.getByLabelText('Percentage'), '5');
    expect(screen.getByText('One thing needs a correction')).toBeTruthy();
  });

  it('leads to what only the server found wrong', async () => {
    const refused = {
      refusals: [{ code: 'policy_malformed', message: 'It needs a correction.' }],
      faults: { reviewDays: 'At most 2 days.' },
    };
    stubRequests(() => Response.json(refused, { status: 422 }));
    renderPage(<PolicyPage {...page} />);
    await userEvent.click(enabled());
    await pressInSaveBar('Save');
    expect(await screen.findByText('Days to answer: At most 2 days.')).toBeTruthy();
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByLabelText('Days to answer')),
    );
  });

  it('keeps what was typed when somebody else saved, shows what they changed, and can go on', async () => {
    const theirs = { ...page.policy, version: 9, reviewDays: 7 };
    const answers = [
      Response.json(
        { refusals: [{ code: 'policy_changed', message: '' }], inForce: theirs },
        { status: 409 },
      ),
      Response.json({ ...page.policy, version: 10, enabled: false }),
    ];
    const { sent } = stubRequests(() => answers.shift() ?? Response.error());
    renderPage(<PolicyPage {...page} />);
    await userEvent.click(enabled());
    await pressInSaveBar('Save');
    expect(await screen.findByText('The policy was changed meanwhile')).toBeTruthy();
    expect(screen.getByText('7 days')).toBeTruthy();
    expect(enabled().checked).toBe(false);
    await userEvent.click(button('Save mine over theirs'));
    await waitFor(() => expect(toasts).toEqual(['Policy saved']));
    expect(sent[1]?.body).toMatchObject({ basedOn: 9, document: { reviewDays: 3 } });
  });

  it('shows theirs when mine is discarded', async () => {
    const theirs = { ...page.policy, version: 9, reviewDays: 7 };
    stubRequests(() =>
      Response.json(
        { refusals: [{ code: 'policy_changed', message: '' }], inForce: theirs },
        { status: 409 },
      ),
    );
    renderPage(<PolicyPage {...page} />);
    await userEvent.click(enabled());
    await pressInSaveBar('Save');
    await userEvent.click(await screen.findByText('Discard mine and show theirs'));
    expect(enabled().checked).toBe(true);
    expect(screen.getByText(/ends after 7 days/)).toBeTruthy();
    expect(saveBar().open).toBe(false);
  });
});

describe('the rules', () => {
  it('are read as sentences', () => {
    renderPage(<PolicyPage {...page} />);
    expect(screen.getByText('Everybody · instant within 1 hour · full refund')).toBeTruthy();
  });

  it('change their order by keyboard', async () => {
    renderPage(<PolicyPage {...page} />);
    button('Move “Everybody” up').focus();
    await userEvent.keyboard('{Enter}');
    expect(ruleNames()).toEqual(['Everybody', 'Companies']);
    expect(saveBar().open).toBe(true);
  });

  it('are added at the end, duplicated beside their model, and removed down to the last', async () => {
    const { sent } = stubRequests(() => Response.json({}, { status: 500 }));
    renderPage(<PolicyPage {...page} />);
    await userEvent.click(button('Add rule'));
    await userEvent.type(await screen.findByLabelText('Name of the rule'), 'Guests');
    await userEvent.click(button('All rules'));
    await userEvent.click(await screen.findByRole('button', { name: 'More for “Companies”' }));
    await userEvent.click(await screen.findByText('Duplicate'));
    await userEvent.click(button('All rules'));
    await userEvent.click(await screen.findByRole('button', { name: 'More for “Everybody”' }));
    await userEvent.click(await screen.findByText('Remove'));
    expect(await screen.findByText(/^Remove the rule “Everybody”\?/)).toBeTruthy();
    await pressWhenReady('Remove', userEvent.setup());
    await pressInSaveBar('Save');
    const { document } = sent[0]?.body as SaveBody;
    expect(document.rules.map(({ name }) => name)).toEqual([
      'Companies',
      'Companies (copy)',
      'Guests',
    ]);
    expect(new Set(document.rules.map(({ id }) => id)).size).toBe(3);
  });

  it('take the countries of a market', async () => {
    const { sent } = stubRequests(() => Response.json({}, { status: 500 }));
    renderPage(<PolicyPage {...page} />, '/?rule=everybody');
    await userEvent.click(button('Edit Who'));
    await userEvent.click(button('Add the countries of a market'));
    await userEvent.click(await screen.findByText('Neighbours'));
    expect(screen.getByText('Everybody in Germany and Austria.')).toBeTruthy();
    await pressInSaveBar('Save');
    expect((sent[0]?.body as SaveBody).document.rules[1]?.countries).toEqual(['DE', 'AT']);
  });

  it('leave out what was typed, each word once', async () => {
    const { sent } = stubRequests(() => Response.json({}, { status: 500 }));
    renderPage(<PolicyPage {...page} />, '/?rule=everybody');
    await userEvent.click(button('Edit What'));
    await userEvent.click(button('Add exclusion'));
    await userEvent.click(await screen.findByText('Products with a tag'));
    await userEvent.type(screen.getByLabelText('Product tags'), 'outlet, engraved,outlet{Enter}');
    await pressInSaveBar('Save');
    expect((sent[0]?.body as SaveBody).document.rules[1]?.exclusions).toEqual([
      { kind: 'product_tag', values: ['outlet', 'engraved'], then: 'refuse', wording: null },
    ]);
  });

  it('take amounts in the shop’s currency first', async () => {
    const { sent } = stubRequests(() => Response.json({}, { status: 500 }));
    renderPage(<PolicyPage {...page} />, '/?rule=everybody');
    await userEvent.click(button('Edit Fee'));
    await userEvent.click(screen.getByLabelText('A fixed amount'));
    await userEvent.click(button('Add an amount in EUR: Amount'));
    await userEvent.type(screen.getByLabelText('Amount in Euro'), '4.50');
    await pressInSaveBar('Save');
    expect((sent[0]?.body as SaveBody).document.rules[1]?.fee).toEqual({
      kind: 'fixed',
      amounts: { EUR: '4.50' },
      touches: 'goods',
    });
  });
});

it('adds a reason with its translation at the end of the list', async () => {
  const { sent } = stubRequests(() => Response.json({}, { status: 500 }));
  renderPage(<PolicyPage {...page} />);
  await userEvent.click(button('Add reason'));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByLabelText('Reason (English)'), 'Gift was a surprise');
  await userEvent.click(dialog.getByRole('button', { name: 'Translations (0 of 2)' }));
  await userEvent.type(dialog.getByLabelText('German'), 'Geschenk');
  await userEvent.click(dialog.getByLabelText('The customer has to add a comment'));
  await userEvent.click(dialog.getByRole('button', { name: 'Done' }));
  await pressInSaveBar('Save');
  const { reasons } = (sent[0]?.body as SaveBody).document;
  expect(reasons).toHaveLength(page.policy.reasons.length + 1);
  expect(reasons.at(-1)).toMatchObject({
    label: 'Gift was a surprise',
    translations: { de: 'Geschenk' },
    needsComment: true,
  });
});

it('says that suggestions are missing while Shopify does not answer, and stays usable', () => {
  renderPage(<PolicyPage {...page} shop={{ ...page.shop, complete: false, markets: [] }} />);
  expect(screen.getByText(/cannot be suggested/)).toBeTruthy();
  expect(enabled().disabled).toBe(false);
});

describe('comparing', () => {
  beforeEach(() => {
    stubRequests((path) =>
      Response.json(messageBundle(/locale=(\w+)/.exec(path)?.[1] ?? '', 'policy')),
    );
  });

  it('tells what saving would change, and shows both texts', async () => {
    renderPage(<PolicyPage {...page} />);
    await userEvent.click(enabled());
    await userEvent.click(tab('Compare'));
    expect(await screen.findByText('Your draft')).toBeTruthy();
    expect(await screen.findByText(/Orders cannot be cancelled online/)).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('Language'), 'de');
    expect((await screen.findAllByText(/Bestellung/)).length).toBeGreaterThan(0);
  });

  it('asks for corrections first, and leads to them', async () => {
    renderPage(<PolicyPage {...page} />);
    await userEvent.click(button('Edit Requests'));
    await userEvent.clear(screen.getByLabelText('Days to answer'));
    await userEvent.click(tab('Compare'));
    await userEvent.click(await screen.findByText('Show what is wrong'));
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByLabelText('Days to answer')),
    );
  });
});

it('case 77: a double press on Remove takes no reason off the list, and a press after the question one', async () => {
  const { sent } = stubRequests(() => Response.json({}, { status: 500 }));
  renderPage(<PolicyPage {...page} />);
  const [first] = page.policy.reasons;
  const count = page.policy.reasons.length;
  const remove = screen.getByRole('button', { name: `Remove “${first?.label}”` });
  await userEvent.dblClick(remove);
  expect(screen.getAllByRole('button', { name: /^Remove “/ })).toHaveLength(count);
  await pressWhenReady('Remove', userEvent.setup());
  await pressInSaveBar('Save');
  const { reasons } = (sent[0]?.body as SaveBody).document;
  expect(reasons.map(({ id }) => id)).toEqual(page.policy.reasons.slice(1).map(({ id }) => id));
});
