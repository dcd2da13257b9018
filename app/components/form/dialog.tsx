import { BlockStack, Button, Modal } from '@shopify/polaris';
import { type ReactNode, useEffect, useRef } from 'react';

import { useDeliberatePress } from './deliberate-press.ts';
import styles from './dialog.module.css';
import { useFocusOnFault } from '../focus-on-fault.ts';
import { useFocusReturn } from './focus-return.ts';

interface Action {
  readonly content: string;
  readonly loading?: boolean;
  readonly disabled?: boolean;
  readonly onAction: () => void;
}

interface Props {
  readonly title: string;
  /** What the dialog asks or is about to do: the focus goes there. A form without one begins at its first field. */
  readonly summary?: ReactNode;
  /** Names the step where a dialog has several. */
  readonly step?: string;
  /** What cannot be taken back. */
  readonly destructiveAction?: Action;
  readonly primaryAction?: Action;
  readonly secondaryAction?: Action;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/**
 * A dialog that is safe to meet by accident. It opens with the focus on what it says, not on a button. What
 * cannot be taken back stands apart, where no step has another button, and takes a press of its own after it
 * could be read: no double press on the way here reaches it. A press that is refused for a field leads to that
 * field. Afterwards the focus is back where it was.
 */
export function Dialog({ title, onClose, children, ...props }: Props) {
  const { summary, step = 'only', destructiveAction, primaryAction, secondaryAction } = props;
  const isArmed = destructiveAction !== undefined && destructiveAction.disabled !== true;
  const act = useDeliberatePress(isArmed ? `${step}: ${destructiveAction.content}` : null);
  const leave = useDeliberatePress(step);
  const { formRef, orToFault } = useFocusOnFault<HTMLDivElement>();
  useFocusReturn();
  return (
    <Modal
      open
      // The rest of a double click can fall beside a dialog that has become smaller.
      onClose={leave.unlessRest(onClose)}
      title={title}
      {...(destructiveAction && {
        footer: (
          <Button
            variant="primary"
            tone="critical"
            loading={destructiveAction.loading ?? false}
            disabled={!isArmed || !act.isReady}
            onClick={act.onlyDeliberate(orToFault(destructiveAction.onAction))}
          >
            {destructiveAction.content}
          </Button>
        ),
      })}
      {...(primaryAction && {
        primaryAction: { ...primaryAction, onAction: orToFault(primaryAction.onAction) },
      })}
      {...(secondaryAction && {
        secondaryActions: [
          destructiveAction
            ? { ...secondaryAction, onAction: leave.onlyDeliberate(secondaryAction.onAction) }
            : secondaryAction,
        ],
      })}
    >
      <Modal.Section>
        <div ref={formRef}>
          <BlockStack gap="400">
            {summary !== undefined && <Summary key={step}>{summary}</Summary>}
            {children}
          </BlockStack>
        </div>
      </Modal.Section>
    </Modal>
  );
}

/** Takes the focus when it appears; afterwards the focus is the person's own. */
function Summary({ children }: { readonly children: ReactNode }) {
  const elementRef = useRef<HTMLDivElement>(null);
  useEffect(() => elementRef.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={elementRef} tabIndex={-1} className={styles['summary']}>
      {children}
    </div>
  );
}
