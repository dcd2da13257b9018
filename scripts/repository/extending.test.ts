import { globSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

/** The guide to adding things names files and commands: those that there are. */
const guide = readFileSync('docs/extending.md', 'utf8');
const quoted = [...guide.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

const paths = quoted.filter((text) => /^(app|tests|scripts|prisma|docs|shopify)[/.]/.test(text));
const commands = quoted.flatMap((text) => /^npm run ([\w:-]+)/.exec(text)?.[1] ?? []);

/** `<effect>` stands for whatever is added, of which there are some already. */
const asGlob = (path: string): string => path.replaceAll(/<[^>]+>/g, '*').replaceAll('[', '[[]');

describe('the guide to adding things', () => {
  it.each([...new Set(paths)])('names what there is: %s', (path) => {
    expect(globSync(asGlob(path))).not.toEqual([]);
  });

  it.each([...new Set(commands)])('names a command that there is: npm run %s', (command) => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
    expect(Object.keys(scripts)).toContain(command);
  });

  it('names them by their whole path', () => {
    expect(paths.length).toBeGreaterThan(30);
    expect(commands.length).toBeGreaterThan(5);
  });
});
