import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/*
 * All that staff read: the app's pages, what is worded for them, refusals, and the extensions of the admin. The
 * words are those of Shopify's admin, so that nobody has to guess what a sentence is about.
 */
const ROOT = path.join(import.meta.dirname, '../../..');
const SOURCES = [
  'app/components/**/*.{ts,tsx}',
  'app/routes/{_index,app.,api.staff}**',
  'app/routes/{_index,app.}*/**/*.{ts,tsx}',
  'app/presentation/{cancellation,list,policy,shop,shopper,staff}/*.ts',
  'app/domain/policy/{policy,policy-fields}.ts',
  'app/domain/refund/check.ts',
  'app/http/{failure,login-fault}.ts',
];
const LOCALES = ['extensions/admin-*/locales/en.default.json', 'app/messages/en/{staff,mail}.json'];

/** String literals, templates (what is put in reads as X) and the text between tags, wherever it says something. */
function textsOf(file: string): readonly string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(ROOT, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isTemplateExpression(node)) {
      texts.push(
        [node.head.text, ...node.templateSpans.flatMap(({ literal }) => ['X', literal.text])].join(
          '',
        ),
      );
    } else if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) {
      texts.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts.map((text) => text.trim().replaceAll(/\s+/g, ' ')).filter((text) => / /.test(text));
}

const staffTexts: readonly string[] = [
  ...globSync([...SOURCES], { cwd: ROOT })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .flatMap(textsOf),
  ...globSync([...LOCALES], { cwd: ROOT }).flatMap(
    (file) => readFileSync(path.join(ROOT, file), 'utf8').match(/(?<=: ")[^"]*(?=")/g) ?? [],
  ),
];

describe('staff read the words of Shopify’s admin', () => {
  it('of every page', () => {
    expect(staffTexts.length).toBeGreaterThan(500);
    expect(staffTexts).toContain(
      'Tell the customer why you are declining. They see it on their order page and in the email.',
    );
    expect(staffTexts).toContain(
      'Part of this order has shipped. Only the unshipped items can be cancelled. Use a return for the others.',
    );
  });

  it.each([
    ['request, not wish', /\bwish(es)?\b/i],
    ['email, not mail', /\b(e-)?mails?\b/i],
    [
      'refund, not money that comes back',
      /\b(comes?|goes|gives?|given|giving|paid|pays?) back\b|\bmoney\b/i,
    ],
    ['calculate, not reckon', /\breckon/i],
    ['notify, not tell', /\b(is|are|was|not|been) told\b|\bcustomer told\b/i],
    ['exclude, not leave out', /\b(leaves?|left|leaving)\b.{0,12}\bout\b/i],
    ['continue, not go on', /\b(goes|go|going|gone) on\b/i],
    ['manual review, not a person who decides', /\bpersons?\b|\bpeople\b/i],
    ['check again, not look again', /\blooks? again\b/i],
    ['instant, not at once', /\bat once\b/i],
    ['void, not release, of what was only authorized', /\bnever taken\b|\breserved on\b/i],
    ['automatically, not by itself', /\bby (itself|themselves)\b/i],
    [
      'ship, not send, of goods',
      /\b(was|were|been|be|is) sent already\b|\bnothing (is|will be) sent\b/i,
    ],
    ['Unorder by its name', /\b(this|the) app\b/i],
  ])('%s', (_rule, otherWords) => {
    expect(staffTexts.filter((text) => otherWords.test(text))).toEqual([]);
  });
});
