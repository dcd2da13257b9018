/** Something that was opened and has to be closed. */
export interface Closable {
  close(): Promise<void>;
}

/**
 * Opens things one after the other, and closes those already open when a later one fails: a start
 * that rejects leaves nothing behind.
 *
 * `work` opens each through `keep`, and resolves to what it made of them.
 */
export async function openAll<T>(
  work: (keep: <Item extends Closable>(item: Promise<Item>) => Promise<Item>) => Promise<T>,
): Promise<{ opened: T; closeAll: () => Promise<void> }> {
  const open: Closable[] = [];
  const closeAll = async (): Promise<void> => {
    await Promise.all(open.splice(0).map((item) => item.close()));
  };
  try {
    const opened = await work(async (opening) => {
      const item = await opening;
      open.push(item);
      return item;
    });
    return { opened, closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
