import { beforeEach, describe, expect, test } from 'vitest';
import { loadOfficialSchema } from '../../../fetched/official-schema.ts';
import { connectApp, type ConnectedApp } from '../../../seed/connected-app.ts';
import { createScenarioShop, type ScenarioShop, seedOrder } from '../../../seed/scenario.ts';
import type { Order } from '../../../world/model.ts';
import { createAdminGraphql } from '../../execute.ts';
import { gid } from '../fixtures/fact-reader.ts';

const execute = createAdminGraphql(await loadOfficialSchema());
let scene: ScenarioShop;
let app: ConnectedApp;

beforeEach(() => {
  scene = createScenarioShop();
  app = connectApp(scene, execute, {
    webhookSubscriptions: [{ topic: 'orders/risk_assessment_changed', uri: '/webhooks' }],
  });
});

const sent = (): unknown[] =>
  scene.world.webhooks
    .list({ topic: 'orders/risk_assessment_changed' })
    .map(({ body }) => JSON.parse(body) as unknown);

const CREATE = `mutation Assess($input: OrderRiskAssessmentCreateInput!) {
  orderRiskAssessmentCreate(orderRiskAssessmentInput: $input) {
    orderRiskAssessment { riskLevel provider { title } facts { description sentiment } }
    userErrors { code field }
  }
}`;

const fact = (description: string) => ({ description, sentiment: 'NEGATIVE' });

const assess = (order: Pick<Order, 'id'>, riskLevel: string, facts: readonly object[] = []) =>
  app.run(CREATE, { input: { orderId: gid('Order', order.id), riskLevel, facts } }).data?.[
    'orderRiskAssessmentCreate'
  ];

const risk = (order: Order): unknown =>
  app.run(
    `query Risk($id: ID!) { order(id: $id) { risk { recommendation assessments { riskLevel provider { title } } } } }`,
    { id: gid('Order', order.id) },
  ).data?.['order'];

describe('the risk of an order', () => {
  test('rises when an app says so: the latest word of each provider stands, and each is told of', () => {
    const order = seedOrder(scene);
    scene.world.commerce.assessRisk(scene.domain, order.id, {
      level: 'LOW',
      provider: null,
      facts: [],
    });
    assess(order, 'MEDIUM');
    expect(assess(order, 'HIGH', [fact('x'.repeat(300))])).toEqual({
      orderRiskAssessment: {
        riskLevel: 'HIGH',
        provider: { title: 'Connected app' },
        facts: [fact('x'.repeat(256))],
      },
      userErrors: [],
    });
    expect(risk(order)).toEqual({
      risk: {
        recommendation: 'CANCEL',
        assessments: [
          { riskLevel: 'LOW', provider: null },
          { riskLevel: 'HIGH', provider: { title: 'Connected app' } },
        ],
      },
    });
    const of = { order_id: order.id, admin_graphql_api_order_id: gid('Order', order.id) };
    expect(sent()).toMatchObject([
      { ...of, risk_level: 'low', provider_id: null, provider_title: null },
      { ...of, risk_level: 'medium', provider_title: 'Connected app' },
      { ...of, risk_level: 'high', provider_id: app.installation.app.id },
    ]);
  });

  test('is told of with the order that is born with one', () => {
    seedOrder(scene, { risk: [{ level: 'HIGH', provider: null, facts: [] }] });
    expect(sent()).toMatchObject([{ risk_level: 'high' }]);
  });

  test('is not assessed after the order was fulfilled, nor with more than twenty facts', () => {
    const done = seedOrder(scene, { fulfillment: 'fulfilled' });
    expect(assess(done, 'HIGH')).toMatchObject({
      orderRiskAssessment: null,
      userErrors: [{ code: 'ORDER_ALREADY_FULFILLED' }],
    });
    const many = Array.from({ length: 21 }, (_, index) => fact(String(index)));
    expect(assess(seedOrder(scene), 'HIGH', many)).toMatchObject({
      userErrors: [{ code: 'TOO_MANY_FACTS' }],
    });
    expect(assess({ id: 999 }, 'HIGH')).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect(sent()).toEqual([]);
  });
});
