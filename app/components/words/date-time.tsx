import { useSyncExternalStore } from 'react';

import type { Messages } from '../../messages/message-types.ts';
import { MINUTE } from '../../domain/time.ts';
import { useMessages } from '../messages/messages.tsx';
import { dateAndTime } from '../../presentation/text/dates.ts';
import { timeAgo } from './time-words.ts';

interface Props {
  /** ISO 8601. */
  readonly at: string;
}

/** An instant in the reader's time zone; in UTC, and saying so, until the browser has told which that is. */
export function DateTime({ at }: Props) {
  const messages = useMessages();
  const inBrowser = useSyncExternalStore(never, inTheBrowser, onTheServer);
  return (
    <time dateTime={at}>
      {inBrowser ? dateAndTime(Date.parse(at), messages.locale) : inUtc(at, messages)}
    </time>
  );
}

/** How long ago something was, kept up to date, with the exact time on hover. */
export function TimeAgo({ at }: Props) {
  const messages = useMessages();
  const now = useSyncExternalStore<number | null>(everyTick, presentTick, unknownTick);
  return (
    <time
      dateTime={at}
      title={now === null ? inUtc(at, messages) : dateAndTime(Date.parse(at), messages.locale)}
    >
      {now === null ? inUtc(at, messages) : timeAgo(Date.parse(at), now, messages)}
    </time>
  );
}

const inUtc = (at: string, { t, locale }: Messages<'staff'>): string =>
  t('time.inUtc', { date: dateAndTime(Date.parse(at), locale, 'UTC') });

const never = () => () => undefined;
const inTheBrowser = () => true;
const onTheServer = () => false;

const TICK = MINUTE / 2;
const presentTick = () => Math.floor(Date.now() / TICK) * TICK;
const unknownTick = () => null;
function everyTick(changed: () => void): () => void {
  const timer = setInterval(changed, TICK);
  return () => clearInterval(timer);
}
