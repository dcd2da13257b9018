import type { PlatformResult } from '../../application/shared/platform.ts';
import { SECOND } from '../../domain/time.ts';
import { err, ok } from '../../domain/result.ts';
import { connectionVerdict, httpVerdict } from '../answers/verdict.ts';
import { platformError } from './platform-error.ts';

/** Fetches a file that the platform wrote; its address is its own permission, so nothing is sent along. */
export type FetchFile = (
  url: string,
  init: { readonly redirect: 'error'; readonly signal: AbortSignal },
) => Promise<Response>;

/** How long nothing may come before the file counts as broken off. */
const SILENCE_MS = 30 * SECOND;

/**
 * The lines of a file as they come, without keeping the file: some at a time, the last one also where it does not
 * end. A connection that breaks, falls silent or was refused ends it with what the platform error says.
 *
 * @param url of the platform's storage; anything but https is refused
 */
export async function* fetchLines(
  fetchFile: FetchFile,
  url: string,
  atOnce: number,
): AsyncGenerator<PlatformResult<readonly string[]>, void, undefined> {
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
    yield err(platformError('malformed', null, 'The address of the file is not one of https.'));
    return;
  }
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENCE_MS);
  };
  try {
    const response = await fetchFile(url, { redirect: 'error', signal: silence.signal });
    if (response.status !== 200 || response.body === null) {
      yield err(httpVerdict(response, false));
      return;
    }
    let rest = '';
    let lines: string[] = [];
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      heard();
      const [first = '', ...others] = text.split('\n');
      rest += first;
      for (const next of others) {
        lines.push(rest);
        rest = next;
      }
      while (lines.length >= atOnce) {
        yield ok(lines.slice(0, atOnce));
        lines = lines.slice(atOnce);
        heard();
      }
    }
    if (rest !== '') lines.push(rest);
    if (lines.length > 0) yield ok(lines);
  } catch (error) {
    yield err(connectionVerdict(error, false));
  } finally {
    clearTimeout(timer);
  }
}
