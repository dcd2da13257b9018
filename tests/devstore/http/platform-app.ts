import type { Express, Request, RequestHandler, Router } from 'express';
import type { Mailbox } from '../mail/mailbox.ts';
import { controlApi } from './control/control-api.ts';
import type { ControlTargets } from './control/control-api.ts';
import { flowForms } from './flow-forms.ts';
import { fileStorageApi } from './file-storage-api.ts';
import { flowPage } from './pages/flow-page.ts';
import { homePage } from './pages/home-page.ts';
import { ledgerPage } from './pages/ledger-page.ts';
import { mailboxPage, mailPage } from './pages/mailbox-pages.ts';
import { meantForStore, storeApi } from './store-api.ts';
import type { StoreApi } from './store-api.ts';
import { inThePresent } from './control/world-clock.ts';

/** What the platform listener serves besides the admin's pages. */
export interface PlatformAppOptions {
  store: StoreApi;
  control: ControlTargets;
  mailbox: Mailbox;
  customerOrigin: string;
  storefrontOrigin: string;
  appHandle: string;
  adminPages: Router;
}

/**
 * The pages load nothing from elsewhere than this machine, whatever a mail may hold; a mail's own frame
 * inherits this and is sandboxed besides, so that its scripts do not run.
 */
const OWN_PAGES_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "script-src 'unsafe-inline'",
  "connect-src 'self'",
  'img-src data: http://127.0.0.1:*',
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

/** Adds everything the platform listener serves to `app`. */
export function mountPlatform(app: Express, options: PlatformAppOptions): void {
  const { store, control, mailbox } = options;
  const { world, clock } = store;
  app.disable('x-powered-by');
  app.use(fileStorageApi(world, clock));
  app.use(meantForStore(storeApi(store)));
  app.use('/control', controlApi(control));

  const page =
    (render: (request: Request) => string | null): RequestHandler =>
    (request, response, next) => {
      clock.sync();
      const markup = render(request);
      if (markup === null) {
        next();
        return;
      }
      response.set('Content-Security-Policy', OWN_PAGES_POLICY).set('Cache-Control', 'no-store');
      response.type('html').send(markup);
    };
  app.get(
    '/',
    page(() =>
      homePage(world, {
        customerOrigin: options.customerOrigin,
        storefrontOrigin: options.storefrontOrigin,
        appHandle: options.appHandle,
        appUrl: control.attachedApp(),
      }),
    ),
  );
  app.get(
    '/ledger',
    page(({ query }) => ledgerPage(world, query)),
  );
  app.get(
    '/flow',
    page(({ query }) =>
      flowPage(world, typeof query['refused'] === 'string' ? query['refused'] : null),
    ),
  );
  app.use('/flow', flowForms(world, clock));
  app.get(
    '/mailbox',
    page(({ query }) =>
      mailboxPage(
        world,
        mailbox,
        typeof query['to'] === 'string' && query['to'] ? query['to'] : null,
      ),
    ),
  );
  app.get(
    '/mailbox/:id',
    page(({ params }) => {
      const mail = mailbox.find(Number(params['id']));
      return mail === null ? null : mailPage(world, mail, options.storefrontOrigin);
    }),
  );
  app.use(inThePresent(clock), options.adminPages);
}
