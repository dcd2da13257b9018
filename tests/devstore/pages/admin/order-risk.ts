import { type Html, html } from '../../http/pages/html.ts';
import type { PagesDeps } from '../deps.ts';
import type { Order, RiskAssessment, Shop } from '../../world/model.ts';
import { displayFulfillmentStatus } from '../../world/orders/order-status.ts';
import { statusWords } from './badges.ts';
import { badge } from './layout.ts';

/** The app that thinks so when a visitor of the devstore raises or lowers the risk. */
const ASSESSOR = 'Careful Checks';
const LEVELS = ['HIGH', 'MEDIUM', 'LOW'] as const;

const TONES = { HIGH: 'critical', MEDIUM: 'warning' } as const;

export function riskCard(shop: Shop, order: Order): Html {
  const tone = (level: RiskAssessment['level']) =>
    level === 'HIGH' || level === 'MEDIUM' ? TONES[level] : ('success' as const);
  return html`<section class="card" aria-label="Order risk">
    <h2>Order risk</h2>
    ${
      order.risk.length === 0
        ? html`<p class="muted">Not assessed</p>`
        : order.risk.map(
            ({ level, provider }) =>
              html`<p>
                ${badge({ label: statusWords(level), tone: tone(level), progress: null })}
                <span class="muted">${provider ?? 'Shopify'}</span>
              </p>`,
          )
    }
    ${
      displayFulfillmentStatus(order) === 'FULFILLED'
        ? null
        : html`<form
            class="card-actions"
            method="post"
            action="/store/${shop.handle}/orders/${order.id}/risk"
          >
            ${LEVELS.map(
              (level) =>
                html`<button class="button button-small" name="level" value="${level}">
                  ${ASSESSOR}: ${level.toLowerCase()}
                </button>`,
            )}
          </form>`
    }
  </section>`;
}

export function assessRisk({ world }: PagesDeps, shop: Shop, order: Order, asked: unknown): void {
  const level = LEVELS.find((one) => one === asked);
  if (level === undefined) throw new Error(`There is no risk "${String(asked)}".`);
  const facts = [{ description: 'Said on the order’s page.', sentiment: 'NEUTRAL' as const }];
  world.commerce.assessRisk(shop.domain, order.id, { level, provider: ASSESSOR, facts });
}
