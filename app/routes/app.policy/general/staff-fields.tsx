import { BlockStack, Checkbox, Text } from '@shopify/polaris';

import type { PolicyDocument } from '../../../domain/policy/policy.ts';
import { AmountsField } from '../fields/amounts-field.tsx';

type Staff = PolicyDocument['staff'];
type Permission = Staff['member'];

interface Props {
  readonly staff: Staff;
  readonly onChange: (staff: Staff) => void;
}

const ROLES = [
  ['member', 'Staff members'],
  ['collaborator', 'Collaborators'],
] as const;

/** What people who work for the shop may do with this app; the store owner may do everything. */
export function StaffFields({ staff, onChange }: Props) {
  return (
    <BlockStack gap="500">
      <Text as="p" tone="subdued">
        The store owner may do everything. Nobody can do here what Shopify does not allow them.
      </Text>
      {ROLES.map(([role, title]) => (
        <PermissionFields
          key={role}
          path={`staff.${role}`}
          title={title}
          permission={staff[role]}
          onChange={(permission) => onChange({ ...staff, [role]: permission })}
        />
      ))}
    </BlockStack>
  );
}

interface PermissionProps {
  readonly path: string;
  readonly title: string;
  readonly permission: Permission;
  readonly onChange: (permission: Permission) => void;
}

function PermissionFields({ path, title, permission, onChange }: PermissionProps) {
  const { mayCancel, mayOverridePolicy, refundUpTo } = permission;
  return (
    <div role="group" aria-label={title}>
      <BlockStack gap="200">
        <Text as="h4" variant="headingSm">
          {title}
        </Text>
        <Checkbox
          label="May cancel orders"
          checked={mayCancel}
          onChange={(may) => onChange({ ...permission, mayCancel: may })}
        />
        {mayCancel && (
          <>
            <Checkbox
              label="May go beyond the policy"
              helpText="What it refuses to customers, they can do all the same."
              checked={mayOverridePolicy}
              onChange={(may) => onChange({ ...permission, mayOverridePolicy: may })}
            />
            <Checkbox
              label="Limit how much one cancellation gives back"
              checked={refundUpTo !== null}
              onChange={(limited) => onChange({ ...permission, refundUpTo: limited ? {} : null })}
            />
            {refundUpTo && (
              <AmountsField
                path={`${path}.refundUpTo`}
                label={`${title}: refunds up to`}
                value={refundUpTo}
                onChange={(amounts) => onChange({ ...permission, refundUpTo: amounts })}
                otherwise="Orders in a currency without an amount are compared in the shop’s own currency; without an amount for that, they cannot be refunded."
              />
            )}
          </>
        )}
      </BlockStack>
    </div>
  );
}
