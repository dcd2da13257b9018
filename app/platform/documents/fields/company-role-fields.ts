/** Who holds a role at a company's location. */
export const COMPANY_ROLE_FIELDS = `#graphql
  fragment CompanyRoleFields on CompanyContactRoleAssignmentConnection {
    nodes {
      companyContact {
        customer {
          id
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`;
