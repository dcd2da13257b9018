import { BlockStack, Checkbox, Text } from '@shopify/polaris';

import type { PolicyDocument } from '../../../domain/policy/document/policy.ts';
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
        The store owner can do everything. Nobody can do more here than their permissions in Shopify
        allow.
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
          label="Can cancel orders"
          checked={mayCancel}
          onChange={(may) => onChange({ ...permission, mayCancel: may })}
        />
        {mayCancel && (
          <>
            <Checkbox
              label="Can override the policy"
              helpText="Can cancel orders that customers cannot cancel themselves."
              checked={mayOverridePolicy}
              onChange={(may) => onChange({ ...permission, mayOverridePolicy: may })}
            />
            <Checkbox
              label="Limit the refund per cancellation"
              checked={refundUpTo !== null}
              onChange={(limited) => onChange({ ...permission, refundUpTo: limited ? {} : null })}
            />
            {refundUpTo && (
              <AmountsField
                path={`${path}.refundUpTo`}
                label={`${title}: refunds up to`}
                value={refundUpTo}
                onChange={(amounts) => onChange({ ...permission, refundUpTo: amounts })}
                otherwise="Orders in a currency without an amount are compared in your store’s currency. Without an amount for that currency, they cannot be refunded."
              />
            )}
          </>
        )}
      </BlockStack>
    </div>
  );
}
