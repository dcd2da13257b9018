import { TitleBar } from '@shopify/app-bridge-react';
import { Box, Page, type PageProps } from '@shopify/polaris';
import type { ReactNode } from 'react';

interface Props extends Pick<PageProps, 'primaryAction'> {
  readonly title: string;
  /** The page it belongs to, which a way back leads to. */
  readonly parent: { readonly title: string; readonly url: string };
  readonly children: ReactNode;
}

/** A page below another one. */
export function SubPage({ title, parent, primaryAction, children }: Props) {
  return (
    <Page
      title={title}
      backAction={{ content: parent.title, url: parent.url }}
      {...(primaryAction ? { primaryAction } : {})}
    >
      <TitleBar title={title} />
      <Box paddingBlockEnd="400">{children}</Box>
    </Page>
  );
}
