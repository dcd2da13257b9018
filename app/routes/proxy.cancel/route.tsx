import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import type { ReactElement } from 'react';

import { type TooManyAttempts, askForGuestCode } from '../../application/guest/ask-for-code.ts';
import { redeemGuestCode } from '../../application/guest/redeem-code.ts';
import { StorefrontPage } from '../../components/storefront/storefront-page.tsx';
import { LANGUAGES } from '../../messages/keys.generated.ts';
import { MINUTE } from '../../domain/time.ts';
import { readFormBody } from '../../http/body/form-body.ts';
import { readGuestToken, writeGuestToken } from '../../http/storefront/guest-token.ts';
import { themedPage } from '../../http/storefront/storefront-html.ts';
import { StorefrontProblem } from '../../components/storefront/storefront-problem.tsx';
import { type Visitor, storefrontPage } from '../../http/storefront/storefront.tsx';
import { chooseLanguage } from '../../messages/choose-language.ts';
import { AskForm } from './ask-form.tsx';
import { CodeForm } from './code-form.tsx';
import { Notice } from './notice.tsx';
import { type GuestOrder, type Outcome, lookAtOrder, takeOrderStep } from './order-step.tsx';
import { type GuestPage, guestPage } from './page.ts';
import { type Look, type Step, lookIn, step } from './steps.ts';

/** Long enough to look around and decide; then the code is asked for again. */
const TOKEN_VALID_FOR = 30 * MINUTE;
const NOTHING_ENTERED = { orderName: '', contact: '' };

/** The page on which people without an account cancel: `/apps/unorder/cancel?locale=de`. */
export const loader = (args: LoaderFunctionArgs) =>
  onGuestPage(args, async (stage) => {
    const { page } = stage;
    const look = lookIn(new URL(args.request.url).searchParams);
    switch (look.at) {
      case 'start':
        return shown(page, <AskForm page={page} fault={null} entered={NOTHING_ENTERED} />);
      case 'code':
        return askForCode(page, look);
      case 'order':
        return forOrder(stage, look.token, (guest) => lookAtOrder(guest, look));
    }
  });

/**
 * Each step of the page is a form that is posted, and the answer to one that was taken leads to the address of what
 * it led to: there the page can be read again, left and come back to.
 */
export const action = (args: ActionFunctionArgs) =>
  onGuestPage(args, async (stage) => {
    const sent = await readFormBody(args.request, step);
    const { page } = stage;
    if (!sent.ok) {
      return askAgain(page, page.say('guest.fault'), 422);
    }
    switch (sent.value.step) {
      case 'ask':
        return ask(stage, sent.value);
      case 'code':
        return redeem(stage, sent.value);
      default: {
        const taken = sent.value;
        return forOrder(stage, taken.token, (guest) => takeOrderStep(guest, taken));
      }
    }
  });

interface Stage {
  readonly page: GuestPage;
  readonly visitor: Visitor;
  readonly context: AppLoadContext;
}

type StepOf<Name extends Step['step']> = Extract<Step, { readonly step: Name }>;

/** Runs one step, or says that there are none in a shop whose mails the app does not send. */
const onGuestPage = (
  args: LoaderFunctionArgs,
  work: (stage: Stage) => Promise<Response>,
): Promise<Response> =>
  storefrontPage(args, StorefrontProblem, async (visitor) => {
    const { context } = args;
    const language = chooseLanguage(visitor.languages, LANGUAGES);
    const page = guestPage(visitor.pathPrefix, language);
    return context.container.ownMail
      ? work({ page, visitor, context })
      : shown(page, <Notice role="status" texts={[page.say('guest.notAvailable')]} />);
  });

async function ask(
  { page, visitor, context }: Stage,
  { orderName, contact }: StepOf<'ask'>,
): Promise<Response> {
  const { shop, address } = visitor;
  const asked = await askForGuestCode(context.container, shop, { orderName, contact, address });
  return asked.ok
    ? seeOther(page.codeAddress(asked.value, false))
    : tooMany(page, context, asked.error, { orderName, contact });
}

async function redeem(stage: Stage, { challengeId, code }: StepOf<'code'>): Promise<Response> {
  const { page, visitor, context } = stage;
  const { container } = context;
  const { shop, address } = visitor;
  const redeemed = await redeemGuestCode(container, shop, { challengeId, code, address });
  if (!redeemed.ok) {
    return redeemed.error.code === 'wrong_code'
      ? seeOther(page.codeAddress(challengeId, true))
      : tooMany(page, context, redeemed.error, NOTHING_ENTERED);
  }
  const token = await writeGuestToken(
    { shop, orderId: redeemed.value, purpose: 'cancel' },
    container.clock.now() + TOKEN_VALID_FOR,
    container.config.shopify.apiSecret,
  );
  return seeOther(page.orderAddress(token));
}

/** Asks for the code of a challenge, again after a wrong one. */
const askForCode = (
  page: GuestPage,
  { challengeId, isWrong }: Extract<Look, { readonly at: 'code' }>,
): Response =>
  shown(
    page,
    <CodeForm
      page={page}
      challengeId={challengeId}
      fault={isWrong ? page.say('guest.code.wrong') : null}
    />,
    isWrong ? 422 : 200,
  );

/** Does what the token has to allow. */
async function forOrder(
  { page, visitor, context }: Stage,
  token: string,
  work: (guest: GuestOrder) => Promise<Outcome>,
): Promise<Response> {
  const { container } = context;
  const { config, clock } = container;
  const { shop } = visitor;
  const wanted = { shop, purpose: 'cancel' } as const;
  const orderId = await readGuestToken(token, wanted, config.shopify.apiSecret, clock.now());
  if (orderId === null) return askAgain(page, page.say('guest.sessionOver'), 403);
  const outcome = await work({ container, shop, orderId, page, token });
  return outcome.kind === 'done'
    ? seeOther(page.orderAddress(token))
    : shown(page, outcome.content, outcome.status);
}

/** Leads on by a request of its own, so that going back or reading again sends nothing twice. */
const seeOther = (address: string): Response =>
  new Response(null, {
    status: 303,
    headers: { Location: address, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
  });

const askAgain = (page: GuestPage, fault: string, status: number): Response =>
  shown(page, <AskForm page={page} fault={fault} entered={NOTHING_ENTERED} />, status);

function tooMany(
  page: GuestPage,
  { container }: AppLoadContext,
  { until }: TooManyAttempts,
  entered: typeof NOTHING_ENTERED,
): Response {
  const wait = Math.max(1, Math.ceil((until - container.clock.now()) / MINUTE));
  const fault = page.say('guest.tooManyAttempts', { count: wait });
  return shown(page, <AskForm page={page} fault={fault} entered={entered} />, 429);
}

const shown = (page: GuestPage, content: ReactElement, status = 200): Response =>
  themedPage(
    <StorefrontPage language={page.language} title={page.say('guest.title')}>
      {content}
    </StorefrontPage>,
    // The address may hold a token, which no other site is to hear of.
    { status, headers: { 'Referrer-Policy': 'no-referrer' } },
  );
