import { env } from 'node:process';

/*
 * Imported before everything else by the programs that run in production: libraries decide by this variable,
 * while they are loaded, whether to tell strangers of their failures. Only who develops says otherwise.
 */
env['NODE_ENV'] ||= 'production';
