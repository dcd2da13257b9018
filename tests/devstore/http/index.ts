/** The pieces of the protocol, for a test that needs one of them alone. */
export { parseAppToml } from './app/app-toml.ts';
export { readFlowExtensions } from './app/flow-extensions.ts';
export { DEVSTORE_HOST_HEADER, reroutedFetch } from './app/rerouted-fetch.ts';
export { listen } from './listener.ts';
export { ledgerRow, type LedgerNames } from './pages/ledger-row.ts';
export { answerAccessTokenRequest } from './tokens/access-token-endpoint.ts';
export { mintIdToken } from './tokens/session-token.ts';
export { webhookTopics } from './webhooks/webhook-topics.ts';
