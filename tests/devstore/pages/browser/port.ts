/**
 * Typed calls between two windows over `postMessage`, with both ends checked: a message counts
 * only when it comes from the expected window and the expected origin.
 */
export type Contract = Record<string, { in: unknown; out: unknown }>;

export type Implementation<Local extends Contract> = {
  [Method in keyof Local]: (
    payload: Local[Method]['in'],
  ) => Local[Method]['out'] | Promise<Local[Method]['out']>;
};

export interface Port<Remote extends Contract> {
  /** Calls the peer and resolves with its answer; rejects with the peer's error message. */
  call<Method extends keyof Remote & string>(
    method: Method,
    payload: Remote[Method]['in'],
  ): Promise<Remote[Method]['out']>;
  close(): void;
}

interface CallMessage {
  channel: string;
  kind: 'call';
  id: number;
  method: string;
  payload: unknown;
}

interface ReplyMessage {
  channel: string;
  kind: 'reply';
  id: number;
  result?: unknown;
  error?: string;
}

type Message = CallMessage | ReplyMessage;

function isMessage(data: unknown, channel: string): data is Message {
  if (typeof data !== 'object' || data === null) return false;
  const message = data as Partial<Message>;
  return (
    message.channel === channel &&
    (message.kind === 'call' || message.kind === 'reply') &&
    typeof message.id === 'number'
  );
}

/**
 * Opens a port to another window.
 *
 * @param options.peer the window at the other end; asked for at each use because a frame's window
 *   exists only while the frame is in the document
 * @param options.peerOrigin the origin messages must come from; `'null'` for a sandboxed frame,
 *   whose origin is opaque (https://html.spec.whatwg.org/multipage/browsers.html#concept-origin-opaque)
 */
export function connect<Local extends Contract, Remote extends Contract>(options: {
  channel: string;
  peer: () => Window | null;
  peerOrigin: string;
  implementation: Implementation<Local>;
}): Port<Remote> {
  const { channel, peer, peerOrigin, implementation } = options;
  const targetOrigin = peerOrigin === 'null' ? '*' : peerOrigin;
  const waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  let lastId = 0;

  const post = (message: Message): void => {
    peer()?.postMessage(message, targetOrigin);
  };

  const answer = async (message: CallMessage): Promise<void> => {
    const reply: ReplyMessage = { channel, kind: 'reply', id: message.id };
    const implementations: Record<string, ((payload: never) => unknown) | undefined> =
      implementation;
    const method = implementations[message.method];
    try {
      if (!method) throw new Error(`The devstore does not simulate "${message.method}".`);
      reply.result = await method(message.payload as never);
    } catch (error) {
      reply.error = error instanceof Error ? error.message : String(error);
    }
    post(reply);
  };

  const onMessage = (event: MessageEvent<unknown>): void => {
    if (event.source !== peer() || event.origin !== peerOrigin) return;
    if (!isMessage(event.data, channel)) return;
    if (event.data.kind === 'call') {
      void answer(event.data);
      return;
    }
    const pending = waiting.get(event.data.id);
    if (!pending) return;
    waiting.delete(event.data.id);
    if (event.data.error === undefined) pending.resolve(event.data.result);
    else pending.reject(new Error(event.data.error));
  };

  window.addEventListener('message', onMessage);

  return {
    call(method, payload) {
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        post({ channel, kind: 'call', id, method, payload });
      });
    },
    close() {
      window.removeEventListener('message', onMessage);
      for (const { reject } of waiting.values()) reject(new Error('The window was closed.'));
      waiting.clear();
    },
  };
}
