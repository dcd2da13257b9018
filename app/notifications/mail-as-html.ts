import type { MailBlock, MailText } from './mail-text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, inside elements and quoted attributes alike. */
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** Text written by a person: its line breaks stay. */
const paragraphs = (text: string): string => escaped(text).replaceAll(/\r?\n/g, '<br>');

const FONT = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Arial,sans-serif";
const BODY = `${FONT};font-size:16px;line-height:24px;color:#303030`;
const QUIET = `${FONT};font-size:14px;line-height:20px;color:#616161`;
const HEADING = `${FONT};font-size:14px;line-height:20px;font-weight:600;color:#303030`;

/** The mail as HTML that mail programs show alike: tables, styles in place, nothing to load. */
export function mailAsHtml(sent: MailText): string {
  const { subject, shopName, closing, logoUrl } = sent;
  return `<!doctype html>
<html lang="${escaped(sent.languageCode)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escaped(subject)}</title>
</head>
<body style="margin:0;padding:0;background:#f1f1f1">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f1f1f1">
<tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td style="padding:0 8px 16px;${HEADING}">${logoUrl === null ? escaped(shopName) : `<img src="${escaped(logoUrl)}" alt="${escaped(shopName)}" height="40" style="display:block;border:0;max-width:200px">`}</td></tr>
<tr><td style="padding:32px 28px;background:#ffffff;border:1px solid #e3e3e3;border-radius:12px">
<h1 style="margin:0 0 20px;${FONT};font-size:22px;line-height:28px;font-weight:650;color:#1a1a1a">${escaped(subject)}</h1>
${sent.body.map((block, index) => blockAsHtml(block, sent, sent.body[index + 1])).join('\n')}
</td></tr>
<tr><td style="padding:20px 8px 0;${QUIET}">${escaped(closing)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

/** A paragraph keeps close to one that follows, and apart from anything else. */
function blockAsHtml(block: MailBlock, sent: MailText, next: MailBlock | undefined): string {
  switch (block.kind) {
    case 'text':
      return `<p style="margin:0 0 ${next?.kind === 'text' ? 8 : 24}px;${BODY}">${paragraphs(block.text)}</p>`;
    case 'details':
      return sent.sections.map(sectionAsHtml).join('\n');
    case 'note':
      return sent.note ? noteAsHtml(sent.note) : '';
    case 'links':
      return [
        ...sent.waysOn.map(linkAsHtml),
        ...(sent.link ? [buttonAsHtml(sent.link, sent.color)] : []),
      ].join('\n');
  }
}

function sectionAsHtml({ heading, lines, explanation }: MailText['sections'][number]): string {
  const rows = lines.map(
    ({ label, amount }) => `<tr>
<td style="padding:6px 0;${BODY}">${escaped(label)}</td>
<td align="right" style="padding:6px 0;${BODY};font-weight:600;white-space:nowrap">${escaped(amount)}</td>
</tr>`,
  );
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 20px;background:#f7f7f7;border-radius:8px">
<tr><td style="padding:16px 18px">
<p style="margin:0 0 4px;${HEADING}">${escaped(heading)}</p>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">
${rows.join('\n')}
</table>
${explanation === null ? '' : `<p style="margin:6px 0 0;${QUIET}">${escaped(explanation)}</p>`}
</td></tr>
</table>`;
}

const noteAsHtml = ({ heading, text }: NonNullable<MailText['note']>): string =>
  `<p style="margin:0 0 4px;${HEADING}">${escaped(heading)}</p>
<p style="margin:0 0 24px;padding:0 0 0 14px;border-left:3px solid #d4d4d4;${BODY}">${paragraphs(text)}</p>`;

const linkAsHtml = ({ label, url }: MailText['waysOn'][number]): string =>
  `<p style="margin:0 0 12px;${BODY}"><a href="${escaped(url)}" style="color:#303030;font-weight:600">${escaped(label)}</a></p>`;

const buttonAsHtml = (
  { label, url }: NonNullable<MailText['link']>,
  color: string | null,
): string =>
  `<p style="margin:8px 0 0"><a href="${escaped(url)}" style="display:inline-block;padding:11px 20px;background:${color ?? '#303030'};border-radius:8px;${FONT};font-size:15px;line-height:22px;font-weight:600;color:#ffffff;text-decoration:none">${escaped(label)}</a></p>`;
