import { check } from '../check.ts';
import { finding } from '../finding.ts';

/** Settings and database. */
export const configuration = check('configuration', ({ faults, databaseFault, appUrl }) => {
  const found = [
    ...faults.map((fault) => finding('broken', 'configuration_faulty', { fault })),
    ...(databaseFault === null
      ? []
      : [finding('broken', 'database_faulty', { fault: databaseFault })]),
  ];
  if (found.length > 0) return found;
  return appUrl.startsWith('https://')
    ? [finding('ok', 'configuration_good', { address: appUrl })]
    : [finding('attention', 'address_not_public', { address: appUrl })];
});
