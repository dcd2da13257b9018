export const COLLECTION_IDS = `#graphql
  fragment CollectionIds on CollectionConnection {
    nodes {
      id
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`;
