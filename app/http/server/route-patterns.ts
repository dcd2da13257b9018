import type { ServerBuild } from '@remix-run/node';

type Routes = ServerBuild['routes'];

/**
 * The pattern for each address that the app answers, known or of a route of the build; "other" while the build cannot
 * be read, which its own pages report.
 *
 * @param exact addresses that are their own pattern
 */
export function routeOfBuild(
  build: ServerBuild | (() => Promise<ServerBuild>),
  exact: Iterable<string>,
): (path: string) => Promise<string> {
  const own = new Set(exact);
  let patterns: ReturnType<typeof routePatterns> | null = null;
  return async (path) => {
    if (own.has(path)) return path;
    if (path.startsWith(ASSETS)) return `${ASSETS}*`;
    if (!patterns) {
      const read = typeof build === 'function' ? await build().catch(() => null) : build;
      patterns = read && routePatterns(read.routes);
    }
    return patterns?.(path) ?? 'other';
  };
}

const ASSETS = '/assets/';

/**
 * Finds the pattern of the route that an address belongs to, such as `/app/orders/:number`; "other" for one that
 * belongs to none. The patterns of a build are few, addresses are not, and hold order numbers.
 */
function routePatterns(routes: Routes): (path: string) => string {
  const patterns = Object.values(routes)
    .flatMap((route) => (route ? [patternOf(routes, route.id)] : []))
    .map((pattern) => ({ pattern, matcher: matcherOf(pattern) }))
    .sort((a, b) => looseness(a.pattern) - looseness(b.pattern));
  return (path) => patterns.find(({ matcher }) => matcher.test(path))?.pattern ?? 'other';
}

function patternOf(routes: Routes, id: string): string {
  const parts: string[] = [];
  for (let route = routes[id]; route; route = route.parentId ? routes[route.parentId] : undefined) {
    if (route.path) parts.unshift(route.path);
  }
  return `/${parts.join('/')}`;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

function matcherOf(pattern: string): RegExp {
  if (pattern === '/') return /^\/$/;
  const parts = pattern.slice(1).split('/');
  const matched = parts.map((part) =>
    part === '*' ? '(?:/.*)?' : part.startsWith(':') ? '/[^/]+' : `/${escaped(part)}`,
  );
  return new RegExp(`^${matched.join('')}/?$`);
}

/** A route that names its parts goes before one that takes any, as in Remix. */
const looseness = (pattern: string): number =>
  pattern
    .split('/')
    .reduce((sum, part) => sum + (part === '*' ? 100 : part.startsWith(':') ? 10 : 0), 0);
