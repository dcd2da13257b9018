/**
 * Whether the process of this container does its work: exit 0 or 1, with what is missing. For the image's
 * HEALTHCHECK.
 */
import process from 'node:process';

const port = process.env['HEALTH_PORT'] || process.env['PORT'] || '3000';

try {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`, {
    signal: AbortSignal.timeout(4_000),
  });
  process.stdout.write(`${await answer.text()}\n`);
  process.exitCode = answer.ok ? 0 : 1;
} catch {
  process.stdout.write(`Nothing answers on port ${port}.\n`);
  process.exitCode = 1;
}
