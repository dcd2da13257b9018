import { readFileSync } from 'node:fs';

import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';

import { FLOW_ACTIONS } from './actions.ts';
import { FLOW_TRIGGERS, isWanted, titleOf } from './triggers.ts';

interface Extension {
  readonly type: string;
  readonly handle: string;
  readonly name: string;
  readonly runtime_url?: string;
}
const extensionsIn = (folder: string): readonly Extension[] =>
  (
    parse(readFileSync(`extensions/${folder}/shopify.extension.toml`, 'utf8')) as unknown as {
      extensions: Extension[];
    }
  ).extensions;

describe('what the app brings to Shopify Flow', () => {
  it('is declared as the code has it: handles and titles are part of merchants’ workflows', () => {
    expect(extensionsIn('flow-triggers').map(({ handle, name }) => [handle, name])).toEqual(
      FLOW_TRIGGERS.map((handle) => [handle, titleOf(handle)]),
    );
    expect(
      extensionsIn('flow-actions').map(({ handle, runtime_url: url }) => [handle, url]),
    ).toEqual(FLOW_ACTIONS.map((handle) => [handle, `/flow/actions/${handle}`]));
    expect(extensionsIn('flow-use')).toMatchObject([{ url: '/flow/use' }]);
  });
});

describe('a trigger', () => {
  it('is sent to shops with a workflow that begins with it, by handle or title, and to nobody else', () => {
    expect(isWanted([], 'cancellation-approved')).toBe(false);
    expect(isWanted(['Cancellation approved'], 'cancellation-approved')).toBe(true);
    expect(isWanted(['cancellation-approved'], 'cancellation-approved')).toBe(true);
    expect(isWanted(['Cancellation declined'], 'cancellation-approved')).toBe(false);
  });

  it('is sent where Flow calls a trigger by a name that may be any of them', () => {
    expect(isWanted(['gid://shopify/FlowTriggerDefinition/101'], 'cancellation-approved')).toBe(
      true,
    );
  });
});
