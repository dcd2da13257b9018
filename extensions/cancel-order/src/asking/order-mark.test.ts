import { createStorage } from '@shopify/ui-extensions-tester/customer-account';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { orderMark } from './order-mark.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ORDER = 'gid://shopify/Order/1';

describe('what one target says of an order', () => {
  it('is heard once by another one, and not by itself', async () => {
    const storage = createStorage();
    const [block, window] = [orderMark(ORDER, storage), orderMark(ORDER, storage)];
    const [blockHeard, windowHeard] = [vi.fn(), vi.fn()];
    const stops = [block.listen(blockHeard), window.listen(windowHeard)];
    await vi.advanceTimersByTimeAsync(3_000);
    window.say(null);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(blockHeard).toHaveBeenCalledOnce();
    expect(windowHeard).not.toHaveBeenCalled();
    for (const stop of stops) stop();
  });

  it('is not said back to it by whoever heard it', async () => {
    const storage = createStorage();
    const [block, window] = [orderMark(ORDER, storage), orderMark(ORDER, storage)];
    const windowHeard = vi.fn();
    const stops = [block.listen(() => block.say('withdrawn')), window.listen(windowHeard)];
    await vi.advanceTimersByTimeAsync(3_000);
    window.say('withdrawn');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(windowHeard).not.toHaveBeenCalled();
    for (const stop of stops) stop();
  });

  it('is not heard by a target that began later', async () => {
    const storage = createStorage();
    orderMark(ORDER, storage).say('withdrawn');
    const heard = vi.fn();
    const stop = orderMark(ORDER, storage).listen(heard);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(heard).not.toHaveBeenCalled();
    stop();
  });
});
