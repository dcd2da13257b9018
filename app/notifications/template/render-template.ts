import { Liquid, LiquidError } from 'liquidjs';

import type { WordsFault } from '../../application/mail/ports.ts';
import type { MailTemplateText } from '../../domain/notification/notification-settings.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import type { MailBlock, MailText } from '../mail-text.ts';

/** Words that a template can use, as the app itself would say them. */
const TEMPLATE_VARIABLES = [
  'subject',
  'greeting',
  'intro',
  'order',
  'store',
  'first_name',
  'details',
  'note',
  'links',
] as const;
type Variable = (typeof TEMPLATE_VARIABLES)[number];

/** Parts that are more than a sentence: each stands where its variable stands. */
const BLOCKS = ['details', 'note', 'links'] as const;
/** A sign of no text, around a block's name. */
const MARK = '\u0001';

/**
 * No files, nothing but the variables, and little time and room: a template of one shop must not hold up another's
 * mail. `templates` makes Liquid look for partials in memory alone, where there are none.
 *
 * @see https://liquidjs.com/tutorials/dos.html
 */
const engine = new Liquid({
  templates: {},
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  parseLimit: 20_000,
  renderLimit: 100,
  memoryLimit: 1_000_000,
});

/**
 * A mail in the merchant's words. They are text: whatever a customer's name or an item's title holds is never read as
 * Liquid or HTML, and the part without HTML says the same.
 */
export function renderTemplate(
  { subject, body }: Pick<MailTemplateText, 'subject' | 'body'>,
  text: MailText,
  facts: { readonly order: string; readonly firstName: string | null },
): Result<MailText, WordsFault> {
  const values: Record<Variable, string> = {
    subject: text.subject,
    greeting: text.greeting,
    intro: text.intro,
    order: facts.order,
    store: text.shopName,
    first_name: facts.firstName ?? '',
    ...(Object.fromEntries(
      BLOCKS.map((block) => [block, `\n\n${MARK}${block}${MARK}\n\n`]),
    ) as Record<(typeof BLOCKS)[number], string>),
  };
  const said = rendered('subject', subject, values);
  if (!said.ok) return said;
  const written = rendered('body', body, values);
  if (!written.ok) return written;
  const line = said.value.replaceAll(BLOCK_MARKS, '').replaceAll(/\s+/g, ' ').trim();
  if (line === '') return err(fault('subject', 'empty', ''));
  const blocks = blocksOf(written.value);
  if (!blocks.some(({ kind }) => kind === 'text')) return err(fault('body', 'empty', ''));
  return ok({ ...text, subject: line, body: blocks });
}

const BLOCK_MARKS = new RegExp(`${MARK}[a-z]*${MARK}`, 'g');

function rendered(
  where: WordsFault['where'],
  template: string,
  values: Readonly<Record<Variable, string>>,
): Result<string, WordsFault> {
  const clean = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      isBlock(name) ? value : value.replaceAll(MARK, ''),
    ]),
  );
  try {
    const parsed = engine.parse(template.replaceAll(MARK, ''));
    // Also where no branch of this mail comes by.
    const unknown = engine
      .globalVariablesSync(parsed, { partials: false })
      .find((name) => !isVariable(name));
    if (unknown !== undefined) return err(fault(where, 'unknown_variable', unknown));
    return ok(String(engine.renderSync(parsed, clean)));
  } catch (error) {
    if (!LiquidError.is(error)) throw error;
    return err(faultOf(where, error));
  }
}

const isVariable = (name: string): boolean =>
  (TEMPLATE_VARIABLES as readonly string[]).includes(name);

const isBlock = (name: string): boolean => (BLOCKS as readonly string[]).includes(name);

function blocksOf(written: string): readonly MailBlock[] {
  return written
    .split(/\r?\n[ \t]*\r?\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): MailBlock => {
      const block = BLOCKS.find((name) => part === `${MARK}${name}${MARK}`);
      return block ? { kind: block } : { kind: 'text', text: part.replaceAll(BLOCK_MARKS, '') };
    });
}

const fault = (
  where: WordsFault['where'],
  kind: WordsFault['fault'],
  what: string,
): WordsFault => ({ where, fault: kind, what, line: null, column: null });

function faultOf(where: WordsFault['where'], error: LiquidError): WordsFault {
  const isTooMuch = /limit exceeded/.test(error.message);
  const [line = null, column = null] = error.token?.getPosition() ?? [];
  return {
    where,
    fault: isTooMuch ? 'too_much' : 'syntax',
    // Liquid's own words name the tag and nothing of a customer.
    what: isTooMuch ? '' : error.message.replace(/, line:\d+, col:\d+.*/s, '').slice(0, 120),
    line,
    column,
  };
}
