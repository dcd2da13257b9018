import type {
  CancellationFilter,
  CancellationStore,
  CancellationSummary,
} from '../../../app/application/cancellation/ports.ts';
import type { ShopDomain } from '../../../app/domain/ids.ts';

/** One list of cancellations, the newest first. */
export async function newest(
  store: Pick<CancellationStore, 'lists'>,
  shop: ShopDomain,
  filter: CancellationFilter,
): Promise<readonly CancellationSummary[]> {
  const [list = []] = await store.lists(shop, [filter]);
  return list;
}
