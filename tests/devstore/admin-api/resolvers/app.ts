import type { Context, Sources, TypeResolvers } from '../context.ts';
import type { Installation } from '../../world/contracts/contract.ts';
import type { Kernel } from '../../world/kernel.ts';
import { connection, type ConnectionArgs } from '../connection.ts';
import { gid } from '../../world/gid.ts';
import { metafieldDefinitionResolver, metafieldResolver } from './metafield.ts';

/** An app by its id; only the calling app's own installation is known in full. */
export function appSource(id: number, title: string, context: Context): Sources['App'] {
  const { installation } = context;
  return {
    kind: 'App',
    id,
    title,
    installation: installation.app.id === id ? installation : null,
  };
}

export function ownApp(context: Context): Sources['App'] {
  const { app } = context.installation;
  return appSource(app.id, app.spec.title, context);
}

const accessScopes = (scopes: readonly string[]): object[] =>
  scopes.map((handle) => ({ handle, description: handle.replaceAll('_', ' ') }));

const app: TypeResolvers<'App'> = {
  id: ({ id }) => gid('App', id),
  title: ({ title }) => title,
  handle: ({ installation }) => installation?.app.spec.handle ?? null,
  apiKey: ({ installation }) => installation?.app.spec.clientId ?? '',
  embedded: ({ installation }) => installation !== null,
  installation: ({ installation }) =>
    installation === null ? null : installationSource(installation),
  requestedAccessScopes: ({ installation }) => accessScopes(installation?.app.spec.scopes ?? []),
};

export function installationSource(installation: Installation): Sources['AppInstallation'] {
  return { kind: 'AppInstallation', installation };
}

/** A frozen one "is on hold due to non-payment": chosen is that it is still listed. */
const IN_FORCE: readonly string[] = ['ACTIVE', 'FROZEN'];

const subscriptionsOf = ({ shop, app }: Installation, { billing }: Kernel) =>
  billing.billing.list(shop, app.spec.clientId);

const appInstallation: TypeResolvers<'AppInstallation'> = {
  id: ({ installation }) => gid('AppInstallation', installation.id),
  accessScopes: ({ installation }) => accessScopes(installation.scopes),
  app: ({ installation }, _args, context) =>
    appSource(installation.app.id, installation.app.spec.title, context),
  launchUrl: ({ installation }) => installation.app.spec.applicationUrl,
  uninstallUrl: () => null,
  /** Those in force, and those whose bill is not paid. */
  activeSubscriptions: ({ installation }, _args, { kernel }) =>
    subscriptionsOf(installation, kernel).filter(({ status }) => IN_FORCE.includes(status)),
  allSubscriptions: ({ installation }, args: ConnectionArgs, { kernel }) =>
    connection(subscriptionsOf(installation, kernel), args, ({ id }) => id),
};

export const appResolvers = {
  App: app,
  AppInstallation: appInstallation,
  Metafield: metafieldResolver,
  MetafieldDefinition: metafieldDefinitionResolver,
};
