import { type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { LoginForm } from '../../components/frame/login-form.tsx';
import { PublicPage } from '../../components/frame/public-page.tsx';
import interStyles from '../../styles/inter.css?url';
import styles from './landing.module.css';

export const links = () => [{ rel: 'stylesheet', href: interStyles }];

export const meta = () => [
  { title: 'Unorder: cancel orders, without the mess' },
  {
    name: 'description',
    content:
      'Customers cancel on their order page; fulfillment stops, the payment is refunded, the items are restocked.',
  },
];

/** The admin opens the app here with the shop in the address; everybody else sees what the app is. */
export function loader({ request }: LoaderFunctionArgs) {
  const { search, searchParams } = new URL(request.url);
  return searchParams.has('shop') ? redirect(`/app${search}`) : null;
}

const PROMISES = [
  ['Stops first', 'Fulfillment is held before anything else, so nothing leaves by mistake.'],
  ['Never twice', 'A refund, a restock and an email happen once, whatever crashes in between.'],
  [
    'True about refunds',
    'Voided, refunded or still in progress: customers and staff see what is really so.',
  ],
] as const;

export default function LandingRoute() {
  return (
    <PublicPage title="Takes orders back, and gets it right.">
      <p className={styles['lead']}>
        A customer changes their mind and cancels on the order page. Unorder stops fulfillment,
        cancels the order, refunds the payment, restocks the items and keeps the record.
      </p>
      <ul className={styles['promises']}>
        {PROMISES.map(([promise, how]) => (
          <li key={promise}>
            <strong>{promise}</strong>
            <span>{how}</span>
          </li>
        ))}
      </ul>
      <LoginForm fault={null} />
    </PublicPage>
  );
}
