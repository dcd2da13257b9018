import { TitleBar } from '@shopify/app-bridge-react';
import { Box, Page } from '@shopify/polaris';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly fullWidth?: boolean;
  /** The page above it. */
  readonly backTo?: { readonly content: string; readonly url: string };
  readonly children: ReactNode;
}

/** A page whose title stands in the admin's own bar; in the page it is there for screen readers. */
export function TitledPage({ title, fullWidth = false, backTo, children }: Props) {
  return (
    <Page title={title} titleHidden fullWidth={fullWidth} {...(backTo && { backAction: backTo })}>
      <TitleBar title={title} />
      <Box paddingBlockStart="400" paddingBlockEnd="400">
        {children}
      </Box>
    </Page>
  );
}
