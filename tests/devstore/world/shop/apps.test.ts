import { beforeEach, expect, test } from 'vitest';
import { createScenarioShop, type ScenarioShop } from '../../seed/scenario.ts';
import type { TokenAnswer } from '../contracts/contract.ts';

const CLIENT = 'token-app';
let scene: ScenarioShop;

beforeEach(() => {
  scene = createScenarioShop();
  scene.world.apps.register({
    clientId: CLIENT,
    clientSecret: 'token-app-secret',
    title: 'Token app',
    handle: 'token-app',
    scopes: ['read_orders'],
    applicationUrl: 'https://app.example.com',
    webhookApiVersion: '2026-10',
    webhookSubscriptions: [],
  });
  scene.world.apps.install(CLIENT, scene.domain);
});

const wait = (ms: number): void => scene.world.advanceTo(scene.world.now() + ms);

function issue(): TokenAnswer {
  const token = scene.world.apps.issueToken({
    clientId: CLIENT,
    shop: scene.domain,
    expiring: true,
  });
  if ('error' in token) throw new Error(token.error);
  return token;
}

function refresh(refreshToken: string | null): TokenAnswer | null {
  const token = scene.world.apps.refreshToken({
    clientId: CLIENT,
    shop: scene.domain,
    refreshToken: refreshToken ?? '',
  });
  return 'error' in token ? null : token;
}

test('an expiring token opens the shop for an hour and no longer', () => {
  const token = issue();
  expect(token).toMatchObject({ expiresIn: 3600, refreshTokenExpiresIn: 7_776_000 });
  expect(scene.world.apps.verifyToken(scene.domain, token.accessToken)?.installation.shop).toBe(
    scene.domain,
  );
  wait(3_600_000 - 1);
  expect(scene.world.apps.verifyToken(scene.domain, token.accessToken)).not.toBeNull();
  wait(1);
  expect(scene.world.apps.verifyToken(scene.domain, token.accessToken)).toBeNull();
});

test('a token opens no other shop', () => {
  const { accessToken } = issue();
  expect(scene.world.apps.verifyToken('other.myshopify.com', accessToken)).toBeNull();
});

test('a used refresh token stays usable until its replacement is used', () => {
  const first = issue();
  const second = refresh(first.refreshToken);
  expect(refresh(first.refreshToken)).not.toBeNull();
  expect(refresh(second?.refreshToken ?? null)).not.toBeNull();
  expect(refresh(first.refreshToken)).toBeNull();
});

test('a replaced refresh token dies after thirty days even when its replacement is unused', () => {
  const first = issue();
  refresh(first.refreshToken);
  wait(30 * 24 * 3600_000);
  expect(refresh(first.refreshToken)).toBeNull();
});

test('a refresh token nobody used dies after ninety days', () => {
  const { refreshToken } = issue();
  wait(90 * 24 * 3600_000);
  expect(refresh(refreshToken)).toBeNull();
});

test('without an installation there is no token', () => {
  scene.world.apps.uninstall(CLIENT, scene.domain);
  expect(
    scene.world.apps.issueToken({ clientId: CLIENT, shop: scene.domain, expiring: true }),
  ).toEqual({ error: 'app_not_installed' });
});
