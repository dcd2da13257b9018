import express from 'express';
import type { Router } from 'express';
import { Mailbox } from '../../mail/mailbox.ts';
import type { MailFault } from '../../mail/mail-fault.ts';
import { PostOffice } from '../../mail/post-office.ts';
import { listenSmtp } from '../../mail/smtp-listener.ts';
import type { PagesDeps } from '../../pages/deps.ts';
import { ThemeEditor } from '../../pages/storefront/theme/theme-editor.ts';
import type { ExecuteAdminGraphql, World } from '../../world/contracts/contract.ts';
import type { AppProxyConfig } from '../app/app-toml.ts';
import { FaultQueue } from '../control/fault-queue.ts';
import { listen } from '../listener.ts';
import { openAll } from '../open-all.ts';
import type { Origins } from '../origins.ts';
import { mountPlatform } from '../platform-app.ts';
import { mintIdToken } from '../tokens/session-token.ts';
import type { MintIdToken } from '../tokens/session-token.ts';
import type { TokenFault } from '../tokens/token-fault.ts';
import { tunnelHandler } from '../app/tunnel.ts';
import { createWebhookCarrier } from '../webhooks/webhook-carrier.ts';
import { seesCustomers } from '../../world/shop/protected-data.ts';
import { createWorldClock, inThePresent } from '../control/world-clock.ts';

/** Fixed ports; 0 or left out takes a free one. */
export interface Ports {
  platform?: number;
  customer?: number;
  storefront?: number;
  tunnel?: number;
  smtp?: number;
}

export interface SkinOptions {
  world: World;
  executeAdminGraphql: ExecuteAdminGraphql;
  /** `declaredUrl`: the public address in the app's configuration, which the tunnel stands for. */
  app: {
    clientId: string;
    clientSecret: string;
    handle: string;
    declaredUrl?: string;
    proxy?: AppProxyConfig | null;
  };
  appUrl: string | null;
  extensionsDir: string;
  ports: Ports;
  adminPages: (deps: PagesDeps) => Router;
  customerPages: (deps: PagesDeps) => Router;
  storefrontPages: (deps: PagesDeps) => Router;
  /** How long the storefront waits for the app to answer a proxied request. */
  proxyTimeoutMs?: number;
  /** Called once the addresses are known and before anything is delivered. */
  onOrigins: (origins: Origins) => void;
}

/** A world within reach of HTTP and SMTP. */
export interface Skin {
  origins: Origins;
  mailbox: Mailbox;
  mailFaults: FaultQueue<MailFault>;
  tokenFaults: FaultQueue<TokenFault>;
  /** Where the app's blocks stand on the storefront. */
  themeEditor: ThemeEditor;
  mintIdToken: MintIdToken;
  /** Sends the world ahead; see `WorldClock.advanceBy`. */
  advanceBy(ms: number): Promise<void>;
  /** Tells the tunnel where the app listens; null detaches it. */
  attachApp(url: string | null): void;
  /** Resolves when no webhook is due and none in flight. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** Opens the five listeners around `world`, and drives its clock and its webhooks. */
export async function openSkin(options: SkinOptions): Promise<Skin> {
  const { world, app, ports } = options;
  let appUrl = options.appUrl;
  const attachApp = (url: string | null): void => {
    appUrl = url;
  };

  const mailbox = new Mailbox();
  const mailFaults = new FaultQueue<MailFault>();
  const tokenFaults = new FaultQueue<TokenFault>();
  const postOffice = new PostOffice(world, mailbox);
  const themeEditor = new ThemeEditor();
  const carrier = createWebhookCarrier({ webhooks: world.webhooks, apps: world.apps });
  // Chosen: how long Flow waits for an answer is not documented in what could be read.
  const flowCarrier = createWebhookCarrier({
    webhooks: world.flow,
    apps: world.apps,
    totalTimeoutMs: 10_000,
  });
  const carriers = [carrier, flowCarrier];
  const clock = createWorldClock({
    world,
    carrier: {
      pump: () => carriers.forEach((one) => one.pump()),
      idle: async () => {
        for (const one of carriers) await one.idle();
      },
    },
    afterSync: () => postOffice.collectPlatformMail(),
    realNow: Date.now,
  });
  // "`sub` … only when … the app has access to protected customer data", says the Session Token API's reference.
  const mint: MintIdToken = (subject) => {
    const spec = world.apps.get(app.clientId)?.spec;
    const isNameless = spec !== undefined && !seesCustomers(spec);
    const shown =
      isNameless && subject.surface === 'customer-account'
        ? { ...subject, customerId: null }
        : subject;
    return mintIdToken(app, shown, Date.now());
  };

  const platformApp = express();
  const customerApp = express();
  const storefrontApp = express();
  const { opened: origins, closeAll } = await openAll<Origins>(async (keep) => {
    const platform = await keep(listen(platformApp, ports.platform));
    const customer = await keep(listen(customerApp, ports.customer));
    const storefront = await keep(listen(storefrontApp, ports.storefront));
    const tunnel = await keep(
      listen(
        tunnelHandler({ appUrl: () => appUrl, platformOrigin: platform.origin }),
        ports.tunnel,
      ),
    );
    const smtp = await keep(
      listenSmtp({
        port: ports.smtp ?? 0,
        faults: mailFaults,
        onSubmission: (submission) => {
          clock.sync();
          postOffice.receive(submission);
        },
      }),
    );
    const addresses = {
      platform: platform.origin,
      customer: customer.origin,
      storefront: storefront.origin,
      tunnel: tunnel.origin,
      smtp: smtp.origin,
    };
    options.onOrigins(addresses);
    return addresses;
  });

  const deps: PagesDeps = {
    world,
    origins,
    app,
    mintIdToken: mint,
    extensionsDir: options.extensionsDir,
    appUrl: () => appUrl,
    realNow: Date.now,
    themeEditor,
    ...(options.proxyTimeoutMs === undefined ? {} : { proxyTimeoutMs: options.proxyTimeoutMs }),
  };
  mountPlatform(platformApp, {
    store: {
      world,
      clock,
      executeAdminGraphql: options.executeAdminGraphql,
      tokenFaults,
      realNow: Date.now,
      storefront: {
        shop: () => world.shops.keys().next().value ?? '',
        pages: options.storefrontPages(deps),
      },
    },
    control: {
      world,
      clock,
      mailbox,
      mailFaults,
      tokenFaults,
      mintIdToken: mint,
      themeEditor,
      origins: () => origins,
      attachedApp: () => appUrl,
      attachApp,
    },
    mailbox,
    customerOrigin: origins.customer,
    storefrontOrigin: origins.storefront,
    appHandle: app.handle,
    adminPages: options.adminPages(deps),
  });
  customerApp.disable('x-powered-by');
  customerApp.use(inThePresent(clock), options.customerPages(deps));
  storefrontApp.disable('x-powered-by');
  storefrontApp.use(inThePresent(clock), options.storefrontPages(deps));
  clock.start();

  return {
    origins,
    mailbox,
    mailFaults,
    tokenFaults,
    themeEditor,
    mintIdToken: mint,
    advanceBy: clock.advanceBy,
    attachApp,
    settle: async () => {
      clock.sync();
      for (const one of carriers) await one.idle();
    },
    stop: async () => {
      clock.stop();
      for (const one of carriers) await one.stop();
      await closeAll();
    },
  };
}
