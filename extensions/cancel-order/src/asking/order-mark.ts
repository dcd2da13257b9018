import { useEffect } from 'preact/hooks';

import { SECOND } from '../../../shared/backoff.ts';

/** What `shopify.storage` can do, as far as a mark needs it. */
interface Storage {
  read<Value>(key: string): Promise<Value | null>;
  write(key: string, value: unknown): Promise<void>;
}

/** How the targets of this extension tell each other that an order has changed. */
export interface OrderMark {
  /**
   * Says it, unless this very situation was said or heard last.
   *
   * @param situation what the order has come to; null while that is not known
   */
  readonly say: (situation: string | null) => void;
  /** Calls back whenever another target has said something, until what it returns is called. */
  readonly listen: (heard: () => void) => () => void;
}

interface Mark {
  /** Another one each time, however often the same situation is said. */
  readonly id: string;
  readonly situation: string | null;
}

const LOOK_EVERY = SECOND;

/**
 * Menu item, window and block of one order run beside each other; Shopify tells none of them what another one
 * did, nor when the window closed. What they share is the extension's storage, which lies in the browser:
 * looking there asks no server.
 * https://shopify.dev/docs/api/customer-account-ui-extensions/latest/target-apis/platform-apis/storage-api
 */
export function orderMark(orderId: string, storage: Storage): OrderMark {
  const key = `order-changed:${orderId}`;
  let lastId: string | null | undefined;
  let lastSituation: string | null = null;

  // Shopify does not promise that anything is kept. Without it each target still looks for itself, if later.
  const read = () => storage.read<Mark>(key).catch(() => null);

  return {
    say(situation) {
      if (situation !== null && situation === lastSituation) return;
      lastId = `${Date.now()}.${Math.random()}`;
      lastSituation = situation;
      storage.write(key, { id: lastId, situation } satisfies Mark).catch(() => undefined);
    },
    listen(heard) {
      let listening = true;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const look = async () => {
        const mark = await read();
        if (!listening) return;
        // What was said before this target began, it knows from its own first reading.
        if (lastId === undefined) lastId = mark?.id ?? null;
        else if (mark !== null && mark.id !== lastId) {
          lastId = mark.id;
          lastSituation = mark.situation;
          heard();
        }
        timer = setTimeout(() => void look(), LOOK_EVERY);
      };
      void look();
      return () => {
        listening = false;
        clearTimeout(timer);
      };
    },
  };
}

/** Calls back whenever another target has said that the order changed. */
export function useOrderMark(mark: OrderMark, heard: () => void): void {
  useEffect(() => mark.listen(heard), [mark, heard]);
}
