import { z } from 'zod';

import type { Facts } from '../../domain/health/facts.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { err, ok } from '../../domain/result.ts';
import { READ_THEME_BLOCKS } from '../documents/health/read-theme-blocks.ts';
import type { Probe } from './probe.ts';
import { unread } from './unread.ts';

/** Which the app does not ask for: its page asks the admin instead (`app.extensions()`). */
const SCOPE_FOR_THEMES = 'read_themes';

const answer = z.object({
  currentAppInstallation: z.object({ app: z.object({ handle: z.string() }) }),
  themes: z.object({
    nodes: z.array(
      z.object({
        files: z.object({
          nodes: z.array(z.object({ body: z.object({ content: z.string().optional() }) })),
        }),
      }),
    ),
  }),
});

/**
 * Whether the published theme holds a block of the app, where the shop lets the app see its themes: a block's type
 * is `shopify://apps/{app}/blocks/{block}/{uuid}`.
 * Source: https://shopify.dev/docs/apps/build/online-store/theme-app-extensions/configuration
 */
export async function readThemeBlock(
  probe: Probe,
  shop: ShopDomain,
  granted: readonly string[],
): Promise<Facts<'theme'>> {
  const maySee = granted.some((scope) => scope.replace(/^write_/, 'read_') === SCOPE_FOR_THEMES);
  if (!maySee) return err({ code: 'not_looked_at' });
  const asked = await probe(shop, READ_THEME_BLOCKS, {});
  if (!asked.ok) return unread(asked.error);
  const read = answer.safeParse(asked.value.data);
  if (!read.success) {
    return err({ code: 'not_readable', reason: 'malformed', detail: 'No theme was shown.' });
  }
  const { currentAppInstallation, themes } = read.data;
  const block = `shopify://apps/${currentAppInstallation.app.handle}/blocks/`;
  const files = themes.nodes.flatMap((theme) => theme.files.nodes);
  return ok({
    // Themes escape slashes, as PHP does: \/.
    isPlaced: files.some(({ body }) => body.content?.replaceAll('\\/', '/').includes(block)),
  });
}
