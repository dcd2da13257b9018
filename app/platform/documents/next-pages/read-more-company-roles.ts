import type {
  ReadMoreCompanyRolesQuery,
  ReadMoreCompanyRolesQueryVariables,
} from '../../admin-api.generated.ts';
import { document } from '../../client/document.ts';
import { COMPANY_ROLE_FIELDS } from '../fields/company-role-fields.ts';

export const READ_MORE_COMPANY_ROLES = document<
  ReadMoreCompanyRolesQuery,
  ReadMoreCompanyRolesQueryVariables
>(`#graphql
  query ReadMoreCompanyRoles($companyLocationId: ID!, $after: String) {
    companyLocation(id: $companyLocationId) {
      roleAssignments(first: 250, after: $after) {
        ...CompanyRoleFields
      }
    }
  }
  ${COMPANY_ROLE_FIELDS}
`);
