import { useBeforeUnload, useBlocker } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { useEffect } from 'react';

/**
 * Asks before unsaved changes are left behind. The admin itself asks in its own places; this is for the app's
 * own links and for loading the page again.
 *
 * @see https://shopify.dev/docs/api/app-home/apis/user-interface-and-interactions/save-bar-api
 */
export function useLeaveGuard(hasChanges: boolean): void {
  const shopify = useAppBridge();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      hasChanges && currentLocation.pathname !== nextLocation.pathname,
  );
  useBeforeUnload((event) => {
    if (hasChanges) event.preventDefault();
  });
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    // Resolves only when the merchant agrees to leave.
    void shopify.saveBar.leaveConfirmation().then(() => blocker.proceed());
  }, [blocker, shopify]);
}
