import ts from 'typescript';

const MARK = '#graphql';

/**
 * The GraphQL documents in a module: template literals that begin with `#graphql`. A fragment may
 * be put in by name (`${MONEY_FRAGMENT}`); it is a document of its own where it is written.
 *
 * @param file the module's name, for messages
 * @throws Error for a document with anything but names in its placeholders: what is sent must be
 *   known before it runs
 */
export function findDocuments(file: string, source: string): string[] {
  const module = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const documents: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNoSubstitutionTemplateLiteral(node) && node.text.startsWith(MARK)) {
      documents.push(node.text);
    } else if (ts.isTemplateExpression(node) && node.head.text.startsWith(MARK)) {
      documents.push(withoutPlaceholders(file, node));
    }
    ts.forEachChild(node, visit);
  };
  visit(module);
  return documents;
}

function withoutPlaceholders(file: string, template: ts.TemplateExpression): string {
  let document = template.head.text;
  for (const { expression, literal } of template.templateSpans) {
    if (!ts.isIdentifier(expression)) {
      throw new Error(`${file}: a GraphQL document may hold fragments by name only.`);
    }
    document += literal.text;
  }
  return document;
}
