import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { schemaDifference } from './schema-difference.ts';

const PATIENCE_MS = 30_000;
const schema = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8');

test(
  'a new field of the schema becomes a statement',
  () => {
    const present = schema.replace('model SyncWatermark {', '$&\n  note String?');
    expect(present).not.toBe(schema);
    expect(schemaDifference(schema, present)).toContain(
      'ALTER TABLE "sync_watermarks" ADD COLUMN     "note" TEXT;',
    );
  },
  PATIENCE_MS,
);

test(
  'the same schema needs no migration, and a broken one is refused in Prisma’s words',
  () => {
    expect(schemaDifference(schema, schema)).toBeNull();
    expect(() => schemaDifference(schema, `${schema}\nmodel {`)).toThrow('Error validating');
  },
  PATIENCE_MS,
);
