import {
  CreditCardIcon,
  DatabaseIcon,
  EmailIcon,
  HeartIcon,
  PersonLockIcon,
  QuestionCircleIcon,
} from '@shopify/polaris-icons';

/**
 * What can be set, in the order in which people look for it: each a page of its own, with its texts under
 * `settings.section.<id>`. A new section is a row here, its texts and its route.
 */
export const SETTINGS_SECTIONS = [
  { id: 'notifications', url: '/app/settings/notifications', icon: EmailIcon },
  // What staff may do, and up to which amount, is part of the policy and kept with its versions.
  { id: 'staff', url: '/app/policy', icon: PersonLockIcon },
  { id: 'support', url: '/app/settings/support', icon: QuestionCircleIcon },
  { id: 'data', url: '/app/data-requests', icon: DatabaseIcon },
  { id: 'plan', url: '/app/settings/plan', icon: CreditCardIcon },
  { id: 'health', url: '/app/settings/health', icon: HeartIcon },
] as const;
