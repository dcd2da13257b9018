import { type AppFile, AppFileError } from './app-file.ts';
import { isPublicAddress } from './app-file-faults.ts';

/**
 * The text of an app's file, tied to an app in the Dev Dashboard: identity and addresses are that app's,
 * everything else, comments and all, stays what this repository says.
 *
 * @param text the file as it is
 * @param remote the app's own file, as Shopify CLI writes it for an empty folder
 * @param address where the app answers, if known; otherwise the remote app's own, if it has one
 * @throws AppFileError when the file lacks a line to change
 */
export function linkedAppFile(text: string, remote: AppFile, address: string | undefined): string {
  const origin = [address, remote.application_url].find(
    (each) => each !== undefined && isPublicAddress(each),
  );
  let linked = withValue(text, 'client_id', remote.client_id);
  for (const key of ['organization_id', 'name', 'handle'] as const) {
    const value = remote[key];
    if (value !== undefined) linked = withValue(linked, key, value);
  }
  if (origin === undefined) return linked;
  const base = new URL(origin).origin;
  linked = withValue(linked, 'application_url', base);
  return withLine(
    linked,
    /^redirect_urls = \[[^\]]*\]$/m,
    'redirect_urls',
    () => `redirect_urls = ${JSON.stringify([`${base}/auth/callback`])}`,
  );
}

/** A key of the file's first part, before its tables. One that is not there follows the `client_id`. */
function withValue(text: string, key: string, value: string): string {
  const line = `${key} = ${JSON.stringify(value)}`;
  const tables = text.search(/^\s*\[/m);
  const head = tables === -1 ? text : text.slice(0, tables);
  const rest = text.slice(head.length);
  const place = new RegExp(`^${key} = .*$`, 'm');
  if (place.test(head)) return head.replace(place, () => line) + rest;
  return withLine(head, /^client_id = .*$/m, 'client_id', (found) => `${found}\n${line}`) + rest;
}

function withLine(
  text: string,
  place: RegExp,
  key: string,
  replace: (found: string) => string,
): string {
  if (place.test(text)) return text.replace(place, replace);
  throw new AppFileError(
    `The file has no line "${key} = …" of its own. Put this repository’s back.`,
  );
}
