import type { DeliveredMail, Mailbox } from '../../mail/mailbox.ts';
import type { World } from '../../world/contracts/contract.ts';
import type { Shop } from '../../world/model.ts';
import { Html, escapeHtml, html } from './html.ts';
import { formatTime } from './page-format.ts';
import { pageFrame } from './page-frame.ts';

/** Everything delivered, newest first; `to` limits it to one mailbox. */
export function mailboxPage(world: World, mailbox: Mailbox, to: string | null): string {
  const mails = mailbox.all().filter((mail) => to === null || mail.mailbox === to.toLowerCase());
  const addresses = [...new Set(mailbox.all().map((mail) => mail.mailbox))].sort();
  return pageFrame({
    title: 'Mailbox',
    place: 'mailbox',
    refreshSeconds: 2,
    body: html`
      <h1>Mailbox</h1>
      <p class="lead">
        Mail to every address in the demo lands here, the app’s and Shopify’s own. A message that
        arrives twice under one Message-ID is kept once, as a mail server does.
      </p>
      <section class="card" aria-label="Mail">
        ${
          addresses.length > 1 &&
          html`<form class="filters" method="get" action="/mailbox">
            <label
              >To
              <select name="to">
                <option value="">Everybody</option>
                ${addresses.map(
                  (address) =>
                    html`<option ${address === to?.toLowerCase() ? html`selected` : null}>
                      ${address}
                    </option>`,
                )}
              </select></label
            >
            <button type="submit">Show</button>
          </form>`
        }
        ${
          mails.length === 0
            ? html`<p class="empty">No mail yet. This page shows it as it arrives.</p>`
            : html`<ul class="list">
                ${mails.toReversed().map((mail) => html`<li>${mailRow(world, mail)}</li>`)}
              </ul>`
        }
      </section>
    `,
  });
}

function mailRow(world: World, mail: DeliveredMail): Html {
  return html`<a class="mail-row" href="/mailbox/${mail.id}">
    <span class="who">${mail.mailbox}</span>
    <span class="what"
      ><b>${mail.subject || '(no subject)'}</b>
      <span class="muted"> ${mail.text.slice(0, 140)}</span></span
    >
    <span class="muted small"
      >${sender(mail)} ${formatTime(mail.deliveredAt, shopOf(world, mail))}</span
    >
  </a>`;
}

/**
 * One mail: its headers, its HTML in a frame that can run nothing, its text. Its links to the shop
 * lead to the storefront's listener, which is where DNS would lead them here.
 */
export function mailPage(world: World, mail: DeliveredMail, storefrontOrigin: string): string {
  const shop = shopOf(world, mail);
  const order = mail.orderId === null ? null : (shop?.orders.get(mail.orderId) ?? null);
  return pageFrame({
    title: mail.subject || 'Mail',
    place: 'mailbox',
    body: html`
      <a class="back" href="/mailbox">← Mailbox</a>
      <article class="card">
        <div class="card-pad">
          <h1>${mail.subject || '(no subject)'}</h1>
          <dl class="facts">
            <dt>From</dt>
            <dd>${mail.from} ${sender(mail)}</dd>
            <dt>To</dt>
            <dd>${mail.mailbox}</dd>
            <dt>Received</dt>
            <dd>${formatTime(mail.deliveredAt, shop)}</dd>
            ${
              order &&
              html`<dt>Order</dt>
                <dd>
                  <a href="/ledger?order=${encodeURIComponent(order.name)}&shop=${shop?.domain}"
                    >${order.name} in the ledger</a
                  >
                </dd>`
            }
            <dt>Message-ID</dt>
            <dd class="mono">${mail.messageId ?? 'none'}</dd>
          </dl>
        </div>
        ${
          mail.html === null
            ? html`<pre class="plain">${withLinks(mail.text, shop, storefrontOrigin)}</pre>`
            : html`<iframe
                class="frame"
                title="The mail as its reader sees it"
                sandbox="allow-popups allow-popups-to-escape-sandbox"
                srcdoc="${framed(
                  shop === null
                    ? mail.html
                    : mail.html.replaceAll(`https://${shop.domain}`, storefrontOrigin),
                )}"
              ></iframe>`
        }
      </article>
      ${
        mail.html !== null &&
        html`<details class="card">
          <summary class="card-pad">Text alternative</summary>
          <pre class="plain">${withLinks(mail.text || '(none)', shop, storefrontOrigin)}</pre>
        </details>`
      }
    `,
  });
}

/** A text as it was sent, with its addresses to press; those of the shop lead to this machine. */
function withLinks(text: string, shop: Shop | null, storefrontOrigin: string): Html {
  return html`${text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/).map((part, index) => {
    if (index % 2 === 0) return part;
    const href = shop === null ? part : part.replace(`https://${shop.domain}`, storefrontOrigin);
    return html`<a href="${href}" target="_blank" rel="noopener">${part}</a>`;
  })}`;
}

function sender(mail: DeliveredMail): Html {
  return mail.source === 'app'
    ? html`<span class="badge mail">App</span>`
    : html`<span class="badge">Shopify</span>`;
}

function shopOf(world: World, mail: DeliveredMail): Shop | null {
  return mail.shop === null ? null : (world.shops.get(mail.shop) ?? null);
}

/** The mail's own document, whose links open outside the frame. */
function framed(markup: string): Html {
  return new Html(escapeHtml(`<base target="_blank">${markup}`));
}
