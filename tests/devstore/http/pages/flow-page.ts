import type { FlowActionSpec, FlowRequest, World } from '../../world/contracts/contract.ts';
import type { Shop } from '../../world/model.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { formatTime } from './page-format.ts';
import { pageFrame } from './page-frame.ts';

const SHOWN = 50;
const ORDERS_OFFERED = 50;

/** What the app's extensions bring to Flow, what it sent, and what Flow asked of it; actions can be run here. */
export function flowPage(world: World, refusal: string | null): string {
  const [shop] = world.shops.values();
  const [app] = world.apps.list();
  const spec = app?.spec.flow ?? { triggers: [], actions: [], lifecycleUrl: null };
  const clientId = app?.spec.clientId ?? '';
  return pageFrame({
    title: 'Flow',
    place: 'flow',
    refreshSeconds: 2,
    body: html`
      <h1>Flow</h1>
      <p class="lead">
        Triggers that the app sends begin workflows; actions are what workflows ask of the app. Turn
        a trigger on as a merchant does who enables a workflow, and run an action as a workflow
        does.
      </p>
      ${refusal === null ? null : html`<p class="card card-pad" role="alert">${refusal}</p>`}
      <section class="card" aria-label="Triggers">
        <h2 class="card-pad">Triggers</h2>
        ${
          spec.triggers.length === 0
            ? html`<p class="empty">The app brings no trigger.</p>`
            : html`<ul class="list">
                ${spec.triggers.map(
                  ({ handle, title, description }) =>
                    html`<li class="card-pad">
                      <b>${title}</b> <span class="muted">${description}</span>
                      ${shop && useForm(world, shop, clientId, handle)}
                    </li>`,
                )}
              </ul>`
        }
      </section>
      <section class="card" aria-label="Actions">
        <h2 class="card-pad">Actions</h2>
        ${
          spec.actions.length === 0 || !shop
            ? html`<p class="empty">The app brings no action.</p>`
            : html`<ul class="list">
                ${spec.actions.map((action) => html`<li>${actionForm(shop, action)}</li>`)}
              </ul>`
        }
      </section>
      <section class="card" aria-label="Received">
        <h2 class="card-pad">Triggers received</h2>
        ${receivedTable(world)}
      </section>
      <section class="card" aria-label="Sent">
        <h2 class="card-pad">Asked of the app</h2>
        ${requestsTable(world)}
      </section>
    `,
  });
}

function useForm(world: World, shop: Shop, clientId: string, handle: string): Html {
  const isUsed = world.flow.isUsed(shop.domain, clientId, handle);
  return html`<form class="filters" method="post" action="/flow/use">
    <input type="hidden" name="handle" value="${handle}" />
    <input type="hidden" name="use" value="${isUsed ? 'off' : 'on'}" />
    <span class="muted"
      >${isUsed ? 'A workflow begins with it.' : 'No workflow begins with it.'}</span
    >
    <button type="submit">${isUsed ? 'Turn the workflow off' : 'Turn a workflow on'}</button>
  </form>`;
}

function actionForm(shop: Shop, action: FlowActionSpec): Html {
  const orders = [...shop.orders.values()].slice(-ORDERS_OFFERED).reverse();
  return html`<form class="filters" method="post" action="/flow/run">
    <b>${action.title}</b>
    <input type="hidden" name="handle" value="${action.handle}" />
    ${action.fields.map(({ name, label, type }) =>
      name === 'order_id'
        ? html`<label
            >Order
            <select name="order_id">
              ${orders.map((order) => html`<option value="gid://shopify/Order/${order.id}">${order.name}</option>`)}
            </select></label
          >`
        : html`<label
            >${label} <input name="${name}" type="${type === 'boolean' ? 'checkbox' : 'text'}"
          /></label>`,
    )}
    <button type="submit">Run</button>
  </form>`;
}

function receivedTable(world: World): Html {
  const rows = world.flow.received().slice(-SHOWN).toReversed();
  if (rows.length === 0) return html`<p class="empty">The app has sent no trigger yet.</p>`;
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th>When</th>
          <th>Trigger</th>
          <th>Workflow</th>
          <th>Payload</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ at, shop, handle, isUsed, payload }) =>
            html`<tr>
              <td>${formatTime(at, world.shops.get(shop) ?? null)}</td>
              <td>${handle}</td>
              <td>${isUsed ? 'Begun' : 'None'}</td>
              <td class="mono small">${JSON.stringify(payload)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const STATES: Readonly<Record<FlowRequest['state'], string>> = {
  scheduled: 'Waits',
  in_flight: 'On its way',
  done: 'Done',
  refused: 'Refused',
  given_up: 'Given up',
};

function requestsTable(world: World): Html {
  const rows = world.flow.requests().slice(-SHOWN).toReversed();
  if (rows.length === 0) return html`<p class="empty">Flow has asked nothing of the app yet.</p>`;
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th>When</th>
          <th>What</th>
          <th>State</th>
          <th>Answers</th>
          <th>Payload</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ createdAt, shop, kind, handle, state, outcomes, body }) =>
            html`<tr>
              <td>${formatTime(createdAt, world.shops.get(shop) ?? null)}</td>
              <td>${kind === 'action' ? handle : `use of ${handle}`}</td>
              <td>${STATES[state]}</td>
              <td>
                ${outcomes
                  .map(({ outcome }) => ('status' in outcome ? outcome.status : outcome.error))
                  .join(', ')}
              </td>
              <td class="mono small">${body}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
