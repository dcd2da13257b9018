import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { z } from 'zod';

import { readConfig, VARIABLES } from '../../app/config.server.ts';

/* The ways to run the app that come with it: each is read as its own program reads it, and held against the app. */

const read = (file: string): string => readFileSync(file, 'utf8');

/** What the process of a deployment would read, with what the operator fills in. */
const FILLED_IN = {
  SHOPIFY_API_KEY: '57a9edc11e97000000000000000000aa',
  SHOPIFY_API_SECRET: 'made-up-secret',
  SHOPIFY_APP_URL: 'https://orders.harbor-and-pine.shop',
  TOKEN_ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 'deployment').toString('base64')}`,
  DATABASE_URL: 'postgresql://unorder:secret@database:5432/unorder',
};
/** Names of which the value is nobody's to know. */
const SECRETS = VARIABLES.filter((name) => /SECRET|KEYS|DATABASE_URL|SMTP_URL/.test(name));

const isEntry = ([program, file = '']: readonly string[]): boolean =>
  program === 'node' && existsSync(file);

describe('compose.yaml', () => {
  const text = read('compose.yaml');
  const Service = z.object({
    image: z.string(),
    build: z.string().optional(),
    command: z.array(z.string()).optional(),
    environment: z.record(z.string(), z.coerce.string()).default({}),
    env_file: z.string().optional(),
    ports: z.array(z.string()).default([]),
    read_only: z.boolean().optional(),
    cap_drop: z.array(z.string()).default([]),
    security_opt: z.array(z.string()).default([]),
    stop_grace_period: z.string().optional(),
    healthcheck: z
      .object({ test: z.array(z.string()).optional(), disable: z.boolean().optional() })
      .optional(),
    depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
    volumes: z.array(z.string()).default([]),
  });
  const { services, volumes } = z
    .object({ services: z.record(z.string(), Service), volumes: z.record(z.string(), z.null()) })
    .parse(parse(text, { merge: true }));
  const { web, worker, setup, database } = services;
  const own = Object.entries(services).filter(([, { build }]) => build !== undefined);

  test('is YAML without a warning', () => {
    const { errors, warnings } = parseDocument(text, { merge: true });
    expect([...errors, ...warnings]).toEqual([]);
  });

  test('starts the database, then the set-up, then web process and worker', () => {
    expect(Object.keys(services)).toEqual(['database', 'setup', 'web', 'worker']);
    expect(setup?.depends_on).toEqual({ database: { condition: 'service_healthy' } });
    for (const service of [web, worker]) {
      expect(service?.depends_on).toEqual({
        setup: { condition: 'service_completed_successfully' },
      });
    }
    expect(database?.healthcheck?.test?.[1]).toBe('pg_isready');
    const [volume = '', place] = database?.volumes[0]?.split(':') ?? [];
    expect(volumes).toHaveProperty(volume);
    // Since 18 the image keeps its data in a folder by version below: https://hub.docker.com/_/postgres
    expect(place).toBe('/var/lib/postgresql');
  });

  test.each(own)('%s cannot change its image, and gains no rights', (_name, service) => {
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    if (service.command) expect(isEntry(service.command)).toBe(true);
  });

  test.each([
    ['web', web],
    ['worker', worker],
  ])(
    '%s has an environment that starts, its health where it is asked, and time to end',
    (name, service) => {
      const environment = { ...service?.environment, ...FILLED_IN };
      const config = readConfig({ ...environment, NODE_ENV: 'production' });
      expect(config.listen.host).toBe('0.0.0.0');
      // scripts/healthy.ts asks HEALTH_PORT before PORT.
      expect(config.healthPort).toBe(name === 'worker' ? 3001 : null);
      expect(service?.healthcheck).toBeUndefined();
      expect(Number.parseInt(service?.stop_grace_period ?? '', 10)).toBeGreaterThan(10);
    },
  );

  test('the app is open to this machine alone, and the database to nobody', () => {
    expect(web?.ports).toEqual([`127.0.0.1:3000:${web?.environment['PORT']}`]);
    expect([database, worker, setup].flatMap((service) => service?.ports)).toEqual([]);
  });

  test('secrets come from .env', () => {
    for (const [, service] of own) {
      expect(service.env_file).toBe('.env');
      expect(service.environment['DATABASE_URL']).toMatch(
        /:\$[{]POSTGRES_PASSWORD:[?][^}]+[}]@database:/,
      );
      expect(SECRETS.filter((name) => name in service.environment)).toEqual(['DATABASE_URL']);
    }
  });
});

describe('docs/deploy/kubernetes.yaml', () => {
  const text = read('docs/deploy/kubernetes.yaml');
  const Probe = z.object({ httpGet: z.object({ path: z.string(), port: z.number() }) });
  const Container = z.object({
    name: z.string(),
    command: z.array(z.string()),
    env: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
    envFrom: z.array(z.record(z.string(), z.object({ name: z.string() }))),
    ports: z.array(z.object({ name: z.string(), containerPort: z.number() })).default([]),
    livenessProbe: Probe.optional(),
    readinessProbe: Probe.optional(),
    startupProbe: Probe.optional(),
    securityContext: z.record(z.string(), z.unknown()),
    resources: z.object({ requests: z.object({}), limits: z.object({ memory: z.string() }) }),
  });
  const Pod = z.object({
    terminationGracePeriodSeconds: z.number().optional(),
    securityContext: z.record(z.string(), z.unknown()),
    containers: z.tuple([Container]),
  });
  const Workload = z.object({
    kind: z.enum(['Deployment', 'Job']),
    spec: z.object({
      selector: z.object({ matchLabels: z.record(z.string(), z.string()) }).optional(),
      template: z.object({
        metadata: z.object({ labels: z.record(z.string(), z.string()) }),
        spec: Pod,
      }),
    }),
  });
  const ConfigMap = z.object({
    kind: z.literal('ConfigMap'),
    data: z.record(z.string(), z.string()),
  });
  const Service = z.object({
    kind: z.literal('Service'),
    spec: z.object({
      selector: z.record(z.string(), z.string()),
      ports: z.array(z.object({ targetPort: z.number() })),
    }),
  });
  const { items } = z
    .object({ kind: z.literal('List'), items: z.array(z.object({ kind: z.string() }).loose()) })
    .parse(parse(text));
  const ofKind = <T>(kinds: string[], schema: z.ZodType<T>): T[] =>
    items.filter(({ kind }) => kinds.includes(kind)).map((item) => schema.parse(item));
  const workloads = ofKind(['Job', 'Deployment'], Workload);
  const [configMap] = ofKind(['ConfigMap'], ConfigMap);
  const [service] = ofKind(['Service'], Service);
  const byName = new Map(
    workloads.map(({ spec }) => [spec.template.spec.containers[0].name, spec] as const),
  );

  test('is YAML without a warning', () => {
    const { errors, warnings } = parseDocument(text);
    expect([...errors, ...warnings]).toEqual([]);
    expect([...byName.keys()]).toEqual(['setup', 'web', 'worker']);
  });

  test.each([...byName])('%s is not root and changes nothing', (_name, { template }) => {
    const { securityContext, containers } = template.spec;
    expect(securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
    expect(containers[0].securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(isEntry(containers[0].command)).toBe(true);
  });

  test.each([
    ['web', 3000],
    ['worker', 3001],
  ])('%s is asked on the port it answers on', (name, port) => {
    const [container] = byName.get(name)?.template.spec.containers ?? [];
    const environment = Object.fromEntries(container?.env.map((it) => [it.name, it.value]) ?? []);
    const config = readConfig({
      ...configMap?.data,
      ...FILLED_IN,
      ...environment,
      NODE_ENV: 'production',
    });
    expect(name === 'worker' ? config.healthPort : config.listen.port).toBe(port);
    expect(config.listen.host).toBe('0.0.0.0');
    expect(container?.livenessProbe?.httpGet).toEqual({ path: '/livez', port });
    expect(container?.startupProbe?.httpGet).toEqual({ path: '/livez', port });
    expect(container?.readinessProbe?.httpGet).toEqual({ path: '/readyz', port });
    expect(container?.ports[0]?.containerPort).toBe(port);
    expect(byName.get(name)?.template.spec.terminationGracePeriodSeconds).toBeGreaterThan(10);
    expect(byName.get(name)?.selector?.matchLabels).toEqual(
      byName.get(name)?.template.metadata.labels,
    );
  });

  test('requests go to the web processes', () => {
    expect(service?.spec).toMatchObject({
      selector: byName.get('web')?.template.metadata.labels,
      ports: [{ targetPort: 3000 }],
    });
  });

  test('secrets come from a Secret that is not here', () => {
    for (const [, { template }] of byName) {
      const [container] = template.spec.containers;
      expect(container.envFrom).toContainEqual({ secretRef: { name: 'unorder' } });
      expect(container.env.filter(({ name }) => SECRETS.includes(name))).toEqual([]);
    }
    expect(Object.keys(configMap?.data ?? {}).filter((name) => SECRETS.includes(name))).toEqual([]);
  });
});

describe('docs/deploy/unorder@.service', () => {
  const file = 'docs/deploy/unorder@.service';
  const lines = read(file).split('\n');
  const setting = (name: string): string[] =>
    lines.filter((line) => line.startsWith(`${name}=`)).map((line) => line.slice(name.length + 1));

  test('starts web process and worker without npm, as an account of their own', () => {
    const [command = ''] = setting('ExecStart');
    for (const part of ['server', 'worker']) {
      expect(existsSync(command.replace('%i', part).split(' ')[1] ?? '')).toBe(true);
    }
    expect(command.split(' ')[0]).toBe('/usr/bin/node');
    expect(setting('User')).toEqual(['unorder']);
    expect(setting('NoNewPrivileges')).toEqual(['yes']);
    expect(setting('ProtectSystem')).toEqual(['strict']);
  });

  test('is started again whatever ended it, and given time to end', () => {
    expect(setting('Restart')).toEqual(['always']);
    expect(Number(setting('TimeoutStopSec')[0])).toBeGreaterThan(10);
  });

  test('reads its secrets from files that only root reads', () => {
    expect(setting('EnvironmentFile')[0]).toBe('/etc/unorder/environment');
    expect(setting('Environment')).toEqual(['NODE_ENV=production']);
  });

  const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
  test.skipIf(!hasSystemd)('is understood by systemd', () => {
    const { stderr } = spawnSync('systemd-analyze', ['verify', `./${file}`], { encoding: 'utf8' });
    // Of a machine on which Node is elsewhere.
    const said = stderr.split('\n').filter((line) => line.includes(file) || /unorder@/.test(line));
    expect(said.filter((line) => !/not executable|No such file/.test(line))).toEqual([]);
  });
});
