import { Fragment, type ReactNode, createContext, useContext, useMemo } from 'react';

import { messagesOf } from '../../messages/i18n.ts';
import type { Key, MessageBundle, Messages, ValuesOf } from '../../messages/message-types.ts';

/** What pages of the app read from: the staff texts of their reader's language. */
export interface StaffMessages extends Messages<'staff'> {
  /** A text into which elements are put, such as a date or a link. */
  readonly rich: <K extends Key<'staff'>>(
    key: K,
    values: { readonly [Name in keyof ValuesOf<'staff', K>]: ReactNode },
  ) => ReactNode;
}

const Context = createContext<StaffMessages | null>(null);

interface Props {
  readonly bundle: MessageBundle<'staff'>;
  readonly children: ReactNode;
}

/** Gives the pages below it the texts that came with them. */
export function MessagesProvider({ bundle, children }: Props) {
  const messages = useMemo(() => staffMessages(bundle), [bundle]);
  return <Context.Provider value={messages}>{children}</Context.Provider>;
}

/** The texts of the app's pages in the reader's language, with the locale of their numbers and dates. */
export function useMessages(): StaffMessages {
  const messages = useContext(Context);
  if (!messages) throw new Error('There are no messages here: MessagesProvider is missing.');
  return messages;
}

function staffMessages(bundle: MessageBundle<'staff'>): StaffMessages {
  const messages = messagesOf(bundle);
  const t = messages.t as (key: string, values: Readonly<Record<string, string>>) => string;
  const rich = (key: string, values: Readonly<Record<string, ReactNode>>): ReactNode => {
    const marks = Object.keys(values).map((name) => [name, `${MARK}${name}${MARK}`] as const);
    return t(key, Object.fromEntries(marks))
      .split(MARK)
      .map((part, index) => (
        <Fragment key={index}>{index % 2 === 0 ? part : values[part]}</Fragment>
      ));
  };
  return { ...messages, rich } as StaffMessages;
}

/** A sign of no text: it stands where an element goes. */
const MARK = '\u0000';
