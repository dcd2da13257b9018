import { env } from 'node:process';

/* Imported before everything else by the programs that are there for developing: without it the app is in production. */
env['NODE_ENV'] ||= 'development';
