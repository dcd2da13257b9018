import type { MailText } from './mail-text.ts';

/** The mail for readers without HTML. */
export function mailAsText(sent: MailText): string {
  const pair = (label: string, value: string) => labelled(label, value, sent.languageCode);
  const sections = sent.sections.map(({ heading, lines, explanation }) =>
    [
      heading,
      ...lines.map(({ label, amount }) => `  ${pair(label, amount)}`),
      ...(explanation === null ? [] : [explanation]),
    ].join('\n'),
  );
  return [
    sent.greeting,
    sent.intro,
    ...sections,
    ...(sent.note ? [`${sent.note.heading}\n${sent.note.text}`] : []),
    ...sent.waysOn.map(({ label, url }) => pair(label, url)),
    ...(sent.link ? [pair(sent.link.label, sent.link.url)] : []),
    `${sent.closing}\n\n${sent.shopName}\n`,
  ].join('\n\n');
}

/** French keeps its colon apart, without letting it begin a line. */
const labelled = (label: string, value: string, languageCode: string): string =>
  value === '' ? label : `${label}${languageCode === 'fr' ? '\u00a0' : ''}: ${value}`;
