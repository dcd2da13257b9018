import { describe, expect, it } from 'vitest';
import { HELP, parseCommandLine, UsageError } from './command-line.ts';

const parse = (line: string, environment: Record<string, string> = {}) =>
  parseCommandLine(line === '' ? [] : line.split(' '), environment);

describe('the command line', () => {
  it('needs nothing: this folder’s app, its own id, a made-up secret, the demo shop', () => {
    expect(parse('')).toEqual({
      app: '.',
      appUrl: null,
      clientId: null,
      clientSecret: null,
      seed: 'demo',
      approval: null,
      ports: { platform: 0, customer: 0, storefront: 0, tunnel: 0, smtp: 0 },
      json: false,
      run: [],
    });
  });

  it('takes the credentials that Shopify CLI would have set, and rather those it is given', () => {
    const environment = { SHOPIFY_API_KEY: 'key', SHOPIFY_API_SECRET: 'secret' };
    expect(parse('', environment)).toMatchObject({ clientId: 'key', clientSecret: 'secret' });
    expect(parse('--client-id mine', environment)).toMatchObject({
      clientId: 'mine',
      clientSecret: 'secret',
    });
    expect(parse('', { SHOPIFY_API_KEY: '' })).toMatchObject({ clientId: null });
  });

  it('takes what of customers’ data the app is approved for', () => {
    expect(parse('')).toMatchObject({ approval: null });
    expect(parse('--approval none')).toMatchObject({ approval: 'none' });
    expect(parse('--approval orders')).toMatchObject({ approval: [] });
    expect(parse('--approval orders,name,email')).toMatchObject({ approval: ['name', 'email'] });
  });

  it('leaves everything after -- to the app', () => {
    expect(parse('--app my-app -- npm run dev -- --json --help')).toMatchObject({
      app: 'my-app',
      json: false,
      run: ['npm', 'run', 'dev', '--', '--json', '--help'],
    });
  });

  it.each([
    ['--nonsense', /nonsense/],
    ['shopify.app.toml', /shopify\.app\.toml/],
    ['--', /After "--"/],
    ['--platform-port 70000', /--platform-port is a number up to 65535, not 70000/],
    ['--smtp-port -1', /smtp-port/],
    ['--tunnel-port x', /--tunnel-port/],
    ['--approval orders,shoe_size', /--approval is all, none, or orders/],
    ['--approval email', /--approval is all, none, or orders/],
    ['--app-url https://example.com', /on this machine/],
    ['--app-url http://127.0.0.1:3000/app', /on this machine/],
  ])('refuses %s', (line, message) => {
    expect(() => parse(line)).toThrow(UsageError);
    expect(() => parse(line)).toThrow(message);
  });

  it('documents every option it takes', () => {
    const options = ['app', 'app-url', 'client-id', 'client-secret', 'seed', 'approval', 'json'];
    for (const name of [...options, 'version', 'help', 'platform-port', 'smtp-port']) {
      expect(HELP).toContain(`--${name}`);
    }
  });
});
