import { existsSync, readFileSync } from 'node:fs';

import { type Copy, DockerfileParser, type From } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';

/* The image, as far as it can be judged without building it; tests/integration/production builds it where it can. */

const TEXT = readFileSync('Dockerfile', 'utf8');
const file = DockerfileParser.parse(TEXT);
const instructions = file.getInstructions();
const stages = file.getFROMs();
const last = stages.at(-1);
const ofLastStage = instructions.filter(
  (it) => it.getRange().start.line > (last?.getRange().start.line ?? 0),
);
const one = (keyword: string): string => {
  const found = ofLastStage.filter((it) => it.getKeyword() === keyword);
  expect(found, keyword).toHaveLength(1);
  return found[0]?.getRawArgumentsContent() ?? '';
};
const isCopy = (it: object): it is Copy => 'getFromFlag' in it && 'getHeredocs' in it;
/** The words of an instruction in its JSON form. */
const words = (text: string): unknown => JSON.parse(/\[.*\]/s.exec(text)?.[0] ?? 'null');

test('the linter has nothing to say', () => {
  expect(validate(TEXT)).toEqual([]);
});

test('every stage is of the Node that the project pins, or of another stage', () => {
  const wanted = readFileSync('.nvmrc', 'utf8').trim();
  const names = stages.map((stage: From) => stage.getBuildStage());
  const images = stages.map((stage: From) => stage.getImage() ?? '');
  expect(images.filter((image) => !names.includes(image))).toEqual(
    Array.from({ length: 2 }, () => `node:${wanted}-bookworm-slim`),
  );
});

test('it runs as nobody in particular, by a number, and owns nothing', () => {
  expect(one('USER')).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  expect(TEXT).not.toMatch(/--chown|chmod|chown/);
});

test('it is asked how it is on the port that it listens on', () => {
  const environment = one('ENV');
  expect(environment).toContain('NODE_ENV=production');
  expect(environment).toContain('HOST=0.0.0.0');
  expect(environment).toContain('PORT=3000');
  expect(one('EXPOSE')).toBe('3000');
  expect(words(one('HEALTHCHECK'))).toEqual(['node', 'scripts/healthy.ts']);
});

test('it starts without a shell or npm in between, which keep signals for themselves', () => {
  expect(words(one('CMD'))).toEqual(['node', 'app/server.ts']);
});

test('its packages are those of production, by the lock file', () => {
  const runs = instructions.filter((it) => it.getKeyword() === 'RUN');
  expect(runs[0]?.getRawArgumentsContent()).toBe('npm ci --omit=dev --ignore-scripts');
  const copied = ofLastStage.filter(isCopy).map((it) => it.getTextContent());
  expect(copied.filter((text) => text.includes(' /app/node_modules '))).toEqual([
    'COPY --from=packages /app/node_modules node_modules',
  ]);
});

test('what it copies exists and is let through, and nothing secret is', () => {
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
  expect(ignored.find((line) => !line.startsWith('#'))).toBe('*');
  const copied = instructions
    .filter(isCopy)
    .filter((it) => it.getFromFlag() === null)
    .flatMap((it) => it.getArguments().slice(0, -1))
    .map((argument) => argument.getValue());
  expect(copied.length).toBeGreaterThan(10);
  for (const each of copied) {
    expect(existsSync(each), each).toBe(true);
    expect(ignored, each).toContain(`!${each}`);
  }
  expect(ignored).toContain('**/.env*');
  expect(TEXT).not.toMatch(/SECRET|PASSWORD|TOKEN|KEY=/);
});
