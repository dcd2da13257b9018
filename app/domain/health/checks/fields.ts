import { check } from '../check.ts';
import { PROTECTED_FIELDS } from '../facts.ts';
import { type Finding, finding } from '../finding.ts';

/** Each protected field by itself. Source: https://shopify.dev/docs/apps/launch/protected-customer-data */
export const fields = check('fields', (answers): readonly Finding[] => {
  if (answers.orders === 'withheld') return [finding('broken', 'orders_withheld')];
  const ofCustomers = PROTECTED_FIELDS.filter((field) => field !== 'orders');
  const those = (answer: (typeof answers)[keyof typeof answers]) =>
    ofCustomers.filter((field) => answers[field] === answer);
  const [withheld, none] = [those('withheld'), those('none')];
  return [
    ...withheld.map((field) => finding('attention', 'fields_withheld', { field })),
    ...(none.length > 0 ? [finding('unknown', 'fields_unseen', { fields: none })] : []),
    ...(those('shown').length > 0
      ? [finding('ok', 'fields_approved', { fields: those('shown') })]
      : []),
  ];
});
