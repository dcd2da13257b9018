import type { OrderList } from '../../application/order/list-orders.ts';
import type { OrderMirror } from '../../application/order/ports.ts';
import type { OrderView } from '../../application/order/order-views.ts';
import type { OrdersPageView } from '../../contract/list/order-list-view.ts';
import { againstActing } from '../../domain/authority/authority.ts';
import { type Bulk, isBulkLive } from '../../domain/bulk/bulk.ts';
import type { StaffAccess } from '../../domain/authority/staff-access.ts';
import type { Policy } from '../../domain/policy/document/policy.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Result } from '../../domain/result.ts';
import type { Messages } from '../../messages/message-types.ts';
import { staffRefusalText } from '../refusal/staff-refusal.ts';
import { countryName } from '../text/names.ts';
import { presentOrderList } from './present-lists.ts';

export interface OrdersPage {
  /** The newest bulk cancellations. */
  readonly bulks: readonly Bulk[];
  readonly list: OrderList;
  readonly views: readonly OrderView[];
  readonly values: Awaited<ReturnType<OrderMirror['traitValues']>>;
  readonly policy: Policy;
  /** What the platform lets the staff member do, or why it did not say. */
  readonly access: Result<StaffAccess, Refusal>;
}

export function presentOrdersPage(
  { list, views, values, policy, access, bulks }: OrdersPage,
  query: OrdersPageView['query'],
  messages: Messages<'staff'>,
): OrdersPageView {
  const forbidden = againstActing(policy, access);
  const { locations, tags } = values;
  return {
    ...presentOrderList(list, query, messages),
    views: views.map(({ id, name, query: search, staffId }) => ({
      ...{ id, name, query: search },
      isShared: staffId === null,
    })),
    bulks: bulks
      .filter((bulk) => isBulkLive(bulk) || bulk.state === 'reviewed')
      .map(({ id, number, state }) => ({ id, number, state: messages.t(`bulk.state.${state}`) })),
    choices: {
      locations,
      tags,
      countries: values.countries.map((code) => ({
        code,
        name: countryName(code, messages.locale),
      })),
    },
    forbidden: forbidden && staffRefusalText(forbidden, messages),
  };
}
