/**
 * Reads what is asked for at the same time together: the first at once, and while that is under way whatever comes
 * meanwhile with the next, or as soon as it is as much as may be read at once. What is still to be asked may grow
 * until it is sent. Nothing joins a reading that has been sent, which might be older than the question.
 *
 * @param most how many may be read at once
 * @param read reads those that `take` names when the reading is sent: one answer for each, by what it is asked for
 */
export function readTogether<Id, Answer>(
  most: number,
  read: (take: () => readonly Id[]) => Promise<(id: Id) => Promise<Answer>>,
): (id: Id) => Promise<Answer> {
  interface Waiting {
    readonly id: Id;
    readonly resolve: (answer: Promise<Answer>) => void;
    readonly reject: (error: unknown) => void;
  }
  const waiting: Waiting[] = [];
  let underWay = 0;
  let isBeginning = false;

  const mayBegin = (): boolean => waiting.length > 0 && (underWay === 0 || waiting.length >= most);

  /** Whoever comes in the same turn of the event loop goes along. */
  function beginSoon(): void {
    if (isBeginning || !mayBegin()) return;
    isBeginning = true;
    setImmediate(() => {
      isBeginning = false;
      while (mayBegin()) void carryOut();
    });
  }

  async function carryOut(): Promise<void> {
    const group = waiting.splice(0, most);
    underWay += 1;
    const take = (): readonly Id[] => {
      group.push(...waiting.splice(0, most - group.length));
      return group.map(({ id }) => id);
    };
    try {
      const answerOf = await read(take);
      for (const { id, resolve } of group) resolve(answerOf(id));
    } catch (error) {
      for (const { reject } of group) reject(error);
    } finally {
      underWay -= 1;
      beginSoon();
    }
  }

  return (id) =>
    new Promise((resolve, reject) => {
      waiting.push({ id, resolve, reject });
      beginSoon();
    });
}
