import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Nobody has read a consequence sooner, and the second press of a double press comes sooner. */
export const READING_MS = 500;

interface ConfirmButtonProps {
  /** What pressing does, as the page shows it now; null while it does not. Something else is read anew. */
  readonly shown: string | null;
  readonly busy: boolean;
  readonly disabled?: boolean;
  readonly slot?: 'primary-action';
  readonly tone?: 'critical' | 'auto';
  readonly onConfirm: () => void;
  readonly children: ComponentChildren;
}

/**
 * The button for what cannot be taken back. It can be pressed once what it does could be read, so that a double
 * press on the button before it, or a key that is held down, never confirms. The host tells an extension of a
 * press no more than that it happened, so time is all there is to go by; and as an element of its own it never
 * inherits the focus of the button before it.
 */
export function ConfirmButton({
  shown,
  busy,
  disabled = false,
  tone = 'critical',
  onConfirm,
  children,
  ...rest
}: ConfirmButtonProps) {
  const isRead = useIsRead(shown);
  return (
    <s-button
      key="confirm"
      variant="primary"
      tone={tone}
      loading={busy}
      disabled={busy || disabled || !isRead}
      onClick={() => {
        if (isRead) onConfirm();
      }}
      {...rest}
    >
      {children}
    </s-button>
  );
}

/** Whether something has been shown for long enough. */
function useIsRead(shown: string | null): boolean {
  const [read, setRead] = useState<string | null>(null);
  useEffect(() => {
    if (shown === null) return undefined;
    const timer = setTimeout(() => setRead(shown), READING_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return shown !== null && read === shown;
}
