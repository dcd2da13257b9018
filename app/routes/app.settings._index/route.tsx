import type { LoaderFunctionArgs } from '@remix-run/node';

import { staffPage } from '../../http/staff/staff.ts';
import { SettingsPage } from './settings-page.tsx';

/** Every section asks for its own authority. */
export const loader = (args: LoaderFunctionArgs) => staffPage(args, async () => ({}));

export default SettingsPage;
