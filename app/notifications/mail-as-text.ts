import type { MailBlock, MailText } from './mail-text.ts';

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
  const partOf = (block: MailBlock): readonly string[] => {
    switch (block.kind) {
      case 'text':
        return [block.text];
      case 'details':
        return sections;
      case 'note':
        return sent.note ? [`${sent.note.heading}\n${sent.note.text}`] : [];
      case 'links':
        return [...sent.waysOn, ...(sent.link ? [sent.link] : [])].map(({ label, url }) =>
          pair(label, url),
        );
    }
  };
  return [...sent.body.flatMap(partOf), `${sent.closing}\n\n${sent.shopName}\n`].join('\n\n');
}

/** French keeps its colon apart, without letting it begin a line. */
const labelled = (label: string, value: string, languageCode: string): string =>
  value === '' ? label : `${label}${languageCode === 'fr' ? '\u00a0' : ''}: ${value}`;
