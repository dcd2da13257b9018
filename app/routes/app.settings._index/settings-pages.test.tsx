import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { renderPage, stubAppBridge } from '../../../tests/support/pages/page.tsx';
import type { PlanView } from '../../contract/shop/settings-view.ts';
import { PlanPage } from '../app.settings.plan/plan-page.tsx';
import { SupportPage } from '../app.settings.support/support-page.tsx';
import { SettingsPage } from './settings-page.tsx';

beforeEach(() => {
  stubAppBridge();
});
afterEach(cleanup);

it('all settings stand where they are looked for, each with its page', () => {
  renderPage(<SettingsPage />);
  const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(new Set(links)).toEqual(
    new Set([
      '/app/settings/notifications',
      '/app/policy',
      '/app/settings/support',
      '/app/data-requests',
      '/app/settings/plan',
      '/app/settings/health',
    ]),
  );
  expect(screen.getByText('Customer data')).toBeTruthy();
});

describe('the plan', () => {
  const free: PlanView = {
    unread: null,
    shopPlan: 'Basic',
    isDevelopmentStore: false,
    subscriptions: [],
    choosePlanUrl: null,
  };

  it('is nothing to pay where Shopify knows of none', () => {
    renderPage(<PlanPage {...free} />);
    expect(screen.getByText('Unorder charges this store nothing.')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Change the plan' })).toBeNull();
  });

  it('is named with its state, its trial and where to change it', () => {
    renderPage(
      <PlanPage
        {...free}
        subscriptions={[
          {
            name: 'Growth',
            status: 'On hold',
            isActive: false,
            isTest: true,
            trialEndsAt: '2026-12-05T00:00:00.000Z',
            periodEndsAt: null,
          },
        ]}
        choosePlanUrl="https://admin.shopify.com/store/kettles/charges/unorder/pricing_plans"
      />,
    );
    for (const text of ['Growth', 'On hold', 'Test', /The trial ends/]) {
      expect(screen.getByText(text)).toBeTruthy();
    }
    expect(screen.getByText('Change the plan')).toBeTruthy();
    expect(screen.queryByText('Unorder charges this store nothing.')).toBeNull();
  });

  it('says that it cannot be read, and promises nothing', () => {
    renderPage(<PlanPage {...free} unread="Try again." />);
    expect(screen.getByText('Try again.')).toBeTruthy();
    expect(screen.queryByText('Unorder charges this store nothing.')).toBeNull();
  });
});

describe('support', () => {
  it('names whom customers write to and who runs the app', () => {
    renderPage(
      <SupportPage
        customersWriteTo="shop@b.example"
        returnPolicyUrl="https://b.example/policies/refund-policy"
        operator="help@c.example"
        shop="kettles.myshopify.com"
      />,
    );
    expect(screen.getByText(/write to shop@b.example/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'help@c.example' }).getAttribute('href')).toBe(
      'mailto:help@c.example',
    );
  });

  it('says so when the shop’s address cannot be read, or nobody is named', () => {
    renderPage(
      <SupportPage customersWriteTo={null} returnPolicyUrl={null} operator={null} shop="k" />,
    );
    expect(screen.getByText(/cannot be read right now/)).toBeTruthy();
    expect(screen.getByText(/named no contact/)).toBeTruthy();
  });
});
