import type { DocumentCost, Facts } from '../../domain/health/facts.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { ok } from '../../domain/result.ts';
import { DOCUMENT_COSTS } from './document-costs.generated.ts';
import type { Probe } from './probe.ts';
import { PROBED_DOCUMENTS } from './probed-documents.ts';
import { unread } from './unread.ts';

/**
 * What each document of the app costs by the platform's own account. Asked one after the other: their points are
 * taken beforehand and given back.
 */
export async function readDocumentCosts(probe: Probe, shop: ShopDomain): Promise<Facts<'costs'>> {
  const reported = new Map<string, number | null>();
  for (const { document, variables } of PROBED_DOCUMENTS) {
    const answer = await probe(shop, document, variables);
    if (!answer.ok) return unread(answer.error);
    reported.set(document.operationName, answer.value.requestedCost);
  }
  return ok(
    Object.entries(DOCUMENT_COSTS).map(([document, expected]): DocumentCost => ({
      document,
      expected,
      reported: reported.get(document) ?? null,
      isAsked: reported.has(document),
    })),
  );
}
