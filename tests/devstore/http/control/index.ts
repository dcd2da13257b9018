/** Steering a devstore that runs in a process of its own. */
export type { Wire } from '../wire.ts';
export { controlClient, type ControlClient } from './control-client.ts';
