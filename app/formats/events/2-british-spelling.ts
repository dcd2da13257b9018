import { isDocument, type StoredDocument } from '../upcast.ts';

/** Format 2: a few words were stored in British spelling, where Shopify writes "fulfillment". */
export function fromBritishSpelling(event: StoredDocument): StoredDocument {
  switch (event.type) {
    case 'fulfilment_inspected':
      return { ...event, type: 'fulfillment_inspected' };
    case 'turned_back':
      return isDocument(event.why) ? { ...event, why: asShopifySpells(event.why) } : event;
    default:
      return event;
  }
}

function asShopifySpells(why: StoredDocument): StoredDocument {
  if (why.code === 'fulfilment_started') return { ...why, code: 'fulfillment_started' };
  return why.refusal === 'fulfilment_started' ? { ...why, refusal: 'fulfillment_started' } : why;
}
