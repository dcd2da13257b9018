import { storeContract } from '../../support/database/store-contract.ts';
import { createMemoryDatabase } from './memory-database.ts';

storeContract('the database of the simulated world', async () => {
  const database = createMemoryDatabase();
  return {
    cancellations: database.cancellations,
    policies: database.policies,
    orders: database.orders,
    unreadable: database.unreadable,
    inbox: database.inbox,
    privacy: database.privacy,
    dataRequests: database.dataRequests,
    staffNames: database.staffNames,
    jobs: async () => database.waitingJobs(),
  };
});
