import { readdirSync } from 'node:fs';

const ROUTES = new URL('../../../app/routes/', import.meta.url);

/** Routes of the app's frame that answer with data, not with a page. */
const DATA = /^app\.cancellations\./;

/**
 * The address of every page that staff can open in the app, by the folder that draws it: a page that is added is
 * among them.
 *
 * @param params what stands in an address for a parameter, by its name and whose it is: `orders.$number`
 * @throws Error for a parameter that nothing is given for
 */
export function appPages(params: Readonly<Record<string, string>>): readonly string[] {
  return readdirSync(ROUTES)
    .filter((name) => name.startsWith('app.') && !name.includes('.test.') && !DATA.test(name))
    .filter((name) => name !== 'app.tsx')
    .map((name) => name.replace(/\.tsx$/, ''))
    .map((name) =>
      name
        .split('.')
        .filter((part) => part !== '_index')
        .map((part) => part.replace(/_$/, ''))
        .map((part, at, parts) =>
          part.startsWith('$') ? given(params, `${parts[at - 1] ?? ''}.${part}`, name) : part,
        )
        .join('/'),
    )
    .map((path) => `/${path}`)
    .toSorted();
}

function given(params: Readonly<Record<string, string>>, part: string, route: string): string {
  const value = params[part];
  if (value === undefined) throw new Error(`The page ${route} needs a ${part}: give one.`);
  return value;
}
