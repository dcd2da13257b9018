import { vi } from 'vitest';

/** One request an extension made. */
interface AppCall {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: unknown;
}

/** What the app answers with; `'lost'` when the connection breaks. */
export type AppAnswer = { readonly status: number; readonly body: unknown } | 'lost';

export const ok = (body: unknown): AppAnswer => ({ status: 200, body });

export const refused = (status: number, code: string, message = code): AppAnswer => ({
  status,
  body: { refusals: [{ code, message }] },
});

/** The app behind `fetch`: answers as the test says, and remembers what it was asked. */
export interface FakeApp {
  readonly fetch: typeof globalThis.fetch;
  readonly calls: readonly AppCall[];
  readonly sent: readonly AppCall[];
  answers: (call: AppCall) => AppAnswer | Promise<AppAnswer>;
  /** Forgets what it was asked. */
  forget(): void;
}

export function fakeApp(answers: FakeApp['answers']): FakeApp {
  const calls: AppCall[] = [];
  const app: FakeApp = {
    calls,
    get sent() {
      return calls.filter(({ method }) => method === 'POST');
    },
    answers,
    forget: () => calls.splice(0),
    fetch: async (input, init) => {
      const call = {
        method: init?.method ?? 'GET',
        url: new URL(input instanceof Request ? input.url : input, 'https://relative.example.com'),
        headers: new Headers(init?.headers),
        body: typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : null,
      };
      calls.push(call);
      const answer = await app.answers(call);
      if (answer === 'lost') throw new TypeError('Failed to fetch');
      return Response.json(answer.body, { status: answer.status });
    },
  };
  return app;
}

/** Lets answers arrive and the page draw; looks that are not due yet do not happen. */
export async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(200);
}
