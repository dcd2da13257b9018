import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { LoginForm } from '../../components/frame/login-form.tsx';
import { PublicPage } from '../../components/frame/public-page.tsx';
import { staffMessages } from '../../http/staff/staff-messages.ts';
import { loginWords } from '../../presentation/shop/login-words.ts';
import interStyles from '../../styles/inter.css?url';
import styles from './landing.module.css';

export const links = () => [{ rel: 'stylesheet', href: interStyles }];

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.pageTitle }, { name: 'description', content: data.description }] : [];

/** The admin opens the app here with the shop in the address; everybody else sees what the app is. */
export function loader({ request }: LoaderFunctionArgs) {
  const { search, searchParams } = new URL(request.url);
  if (searchParams.has('shop')) return redirect(`/app${search}`);
  const messages = staffMessages(request);
  const { t } = messages;
  return {
    pageTitle: t('landing.pageTitle'),
    description: t('landing.description'),
    title: t('landing.title'),
    lead: t('landing.lead'),
    promises: PROMISES.map((promise) => ({
      title: t(`landing.promise.${promise}.title`),
      text: t(`landing.promise.${promise}.text`),
    })),
    form: loginWords(messages),
  };
}

const PROMISES = ['first', 'once', 'true'] as const;

export default function LandingRoute() {
  const { title, lead, promises, form } = useLoaderData<typeof loader>();
  return (
    <PublicPage title={title}>
      <p className={styles['lead']}>{lead}</p>
      <ul className={styles['promises']}>
        {promises.map((promise) => (
          <li key={promise.title}>
            <strong>{promise.title}</strong>
            <span>{promise.text}</span>
          </li>
        ))}
      </ul>
      <LoginForm fault={null} words={form} />
    </PublicPage>
  );
}
