import { BlockStack, Checkbox, Text } from '@shopify/polaris';

import { useMessages } from '../../../components/messages/messages.tsx';
import type { PolicyDocument } from '../../../domain/policy/document/policy.ts';
import { AmountsField } from '../fields/amounts-field.tsx';

type Staff = PolicyDocument['staff'];
type Permission = Staff['member'];

interface Props {
  readonly staff: Staff;
  readonly onChange: (staff: Staff) => void;
}

const ROLES = ['member', 'collaborator'] as const;

/** What people who work for the shop may do with this app; the store owner may do everything. */
export function StaffFields({ staff, onChange }: Props) {
  const { t } = useMessages();
  return (
    <BlockStack gap="500">
      <Text as="p" tone="subdued">
        {t('policy.staff.text')}
      </Text>
      {ROLES.map((role) => (
        <PermissionFields
          key={role}
          path={`staff.${role}`}
          title={t(`policy.role.${role}`)}
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
  const { t } = useMessages();
  const { mayCancel, mayOverridePolicy, refundUpTo, bulkRefundPerDay } = permission;
  return (
    <div role="group" aria-label={title}>
      <BlockStack gap="200">
        <Text as="h4" variant="headingSm">
          {title}
        </Text>
        <Checkbox
          label={t('policy.staff.mayCancel')}
          checked={mayCancel}
          onChange={(may) => onChange({ ...permission, mayCancel: may })}
        />
        {mayCancel && (
          <>
            <Checkbox
              label={t('policy.staff.mayOverride.label')}
              helpText={t('policy.staff.mayOverride.help')}
              checked={mayOverridePolicy}
              onChange={(may) => onChange({ ...permission, mayOverridePolicy: may })}
            />
            <Checkbox
              label={t('policy.staff.limitRefund')}
              checked={refundUpTo !== null}
              onChange={(limited) => onChange({ ...permission, refundUpTo: limited ? {} : null })}
            />
            {refundUpTo && (
              <AmountsField
                path={`${path}.refundUpTo`}
                label={t('policy.staff.upTo', { role: title })}
                value={refundUpTo}
                onChange={(amounts) => onChange({ ...permission, refundUpTo: amounts })}
                otherwise={t('policy.staff.otherCurrencies')}
              />
            )}
            <Checkbox
              label={t('policy.staff.limitBulk')}
              checked={bulkRefundPerDay !== null}
              onChange={(limited) =>
                onChange({ ...permission, bulkRefundPerDay: limited ? {} : null })
              }
            />
            {bulkRefundPerDay && (
              <AmountsField
                path={`${path}.bulkRefundPerDay`}
                label={t('policy.staff.bulkPerDay', { role: title })}
                value={bulkRefundPerDay}
                onChange={(amounts) => onChange({ ...permission, bulkRefundPerDay: amounts })}
                otherwise={t('policy.staff.bulkOtherCurrencies')}
              />
            )}
          </>
        )}
      </BlockStack>
    </div>
  );
}
