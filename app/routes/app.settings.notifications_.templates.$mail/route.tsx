import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { staffPage } from '../../http/staff/staff.ts';
import { spokenLanguage } from '../../messages/messages.ts';
import {
  isEditable,
  presentTemplate,
} from '../../presentation/notification/present-notification-settings.ts';
import { TemplatePage } from './template-page.tsx';

export const loader = (args: LoaderFunctionArgs) =>
  staffPage(args, async ({ shop, messages }) => {
    const mail = args.params['mail'] ?? '';
    if (!isEditable(mail)) throw new Response(null, { status: 404 });
    const wanted = new URL(args.request.url).searchParams.get('language') ?? messages.language;
    const language = spokenLanguage(wanted, 'mail') ?? 'en';
    const saved = await args.context.container.notifications.current(shop);
    return presentTemplate(saved, mail, language);
  });

export default function TemplateRoute() {
  const view = useLoaderData<typeof loader>();
  return <TemplatePage key={`${view.mail} ${view.language} ${view.version}`} {...view} />;
}
