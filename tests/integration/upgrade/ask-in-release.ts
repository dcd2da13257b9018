/**
 * Opens and withdraws cancellations with the code of a release: `node ask-in-release.ts <its folder> <Questions as
 * JSON>`. The modules that it loads stand at these places since the release
 * that is named in `previous-release.ts`.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type * as staff from '../../../app/application/cancellation/open/asked-by-staff.ts';
import type * as opening from '../../../app/application/cancellation/open/open-cancellation.ts';
import type * as withdrawal from '../../../app/application/cancellation/withdraw-request.ts';
import type * as configuration from '../../../app/config.server.ts';
import type * as assembling from '../../../app/container.server.ts';
import type { CustomerId, OrderId, ShopDomain } from '../../../app/domain/ids.ts';
import type * as shopper from '../kill/ask-as-shopper.ts';
import { OWNER } from '../../support/facts/staff-access.ts';

export interface Questions {
  readonly environment: Readonly<Record<string, string>>;
  readonly shop: ShopDomain;
  readonly customerId: CustomerId;
  readonly questions: readonly {
    readonly orderId: OrderId;
    /** Staff keep a part of the money; the shopper takes what the page offers, or the request back. */
    readonly ask: 'as_staff' | 'as_shopper' | 'to_withdraw';
  }[];
}

const [folder = '.', questions = ''] = process.argv.slice(2);
const load = async <Module>(file: string): Promise<Module> =>
  (await import(pathToFileURL(path.resolve(folder, file)).href)) as Module;

const given = JSON.parse(questions) as Questions;
const { readConfig } = await load<typeof configuration>('app/config.server.ts');
const { assemble } = await load<typeof assembling>('app/container.server.ts');
const { askAsShopper } = await load<typeof shopper>('tests/integration/kill/ask-as-shopper.ts');
const { askedByStaff } = await load<typeof staff>(
  'app/application/cancellation/open/asked-by-staff.ts',
);
const { openCancellation } = await load<typeof opening>(
  'app/application/cancellation/open/open-cancellation.ts',
);
const { withdrawRequest } = await load<typeof withdrawal>(
  'app/application/cancellation/withdraw-request.ts',
);

const assembly = await assemble(readConfig(given.environment), {
  process: 'endpoints',
  works: false,
});
const { container } = assembly;
const { shop, customerId } = given;
for (const { orderId, ask } of given.questions) {
  switch (ask) {
    case 'as_shopper':
      await askAsShopper(container, shop, customerId, orderId);
      break;
    case 'to_withdraw': {
      const asked = { kind: 'customer', customerId } as const;
      const withdrawn = await withdrawRequest(container, shop, asked, orderId);
      if (!withdrawn.ok) throw new Error(JSON.stringify(withdrawn.error));
      break;
    }
    case 'as_staff': {
      const member = {
        actor: { kind: 'staff', staffId: '1' },
        channel: 'app',
        access: OWNER,
      } as const;
      const choice = {
        known: null,
        selection: { kind: 'order' },
        keepFreeItems: false,
        issueRefund: true,
        amount: '10.00',
        locale: 'en',
        method: 'original',
        restock: true,
        reason: 'CUSTOMER',
        notify: true,
        noteToCustomer: '',
        internalNote: '',
      } as const;
      const opened = await openCancellation(container, shop, orderId, askedByStaff(member, choice));
      if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    }
  }
}
await assembly.close();
