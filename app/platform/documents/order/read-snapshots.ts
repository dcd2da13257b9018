import type { ReadSnapshotsQuery, ReadSnapshotsQueryVariables } from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';
import { SNAPSHOT_FIELDS, SNAPSHOT_PLACES } from '../fields/snapshot-fields.ts';

export const READ_SNAPSHOTS = document<ReadSnapshotsQuery, ReadSnapshotsQueryVariables>(
  `#graphql
  query ReadSnapshots($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Order {
        ...SnapshotFields
        ...SnapshotPlaces
      }
    }
  }
  ${SNAPSHOT_FIELDS}
  ${SNAPSHOT_PLACES}
`,
  { mayLack: 'protected_fields' },
);
