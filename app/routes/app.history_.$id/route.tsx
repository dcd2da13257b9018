import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { readStory } from '../../application/history/read-history.ts';
import { parseCancellationId } from '../../domain/ids.ts';
import { staffAccess, staffPage } from '../../http/staff/staff.ts';
import { presentStory } from '../../presentation/history/present-history.ts';
import { StoryPage } from './story-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async (staff) => {
    const id = parseCancellationId(args.params['id'] ?? '');
    const [story, access] = await Promise.all([
      id && readStory(args.context.container, staff.shop, id),
      staffAccess(args, staff),
    ]);
    if (!story) throw new Response(null, { status: 404 });
    return presentStory(story, access, staff.messages);
  });

export default function StoryRoute() {
  return <StoryPage {...useLoaderData<typeof loader>()} />;
}
