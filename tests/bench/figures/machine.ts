import { execFile } from 'node:child_process';
import os from 'node:os';
import { promisify } from 'node:util';

/** One line without which no figure means anything. */
export async function describeMachine(): Promise<string> {
  const [load = 0] = os.loadavg();
  return [
    `${os.availableParallelism()} cores (${os.cpus()[0]?.model.trim() ?? 'unknown'})`,
    `Node ${process.versions.node}`,
    `${os.type()} ${os.release()}`,
    `commit ${await commit()}`,
    `${new Date().toISOString()}`,
    `load before the start ${load.toFixed(1)}`,
  ].join(', ');
}

async function commit(): Promise<string> {
  const git = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)('git', args)).stdout.trim();
  try {
    const changed = await git('status', '--porcelain');
    return `${await git('rev-parse', '--short', 'HEAD')}${changed === '' ? '' : ' with changes'}`;
  } catch {
    return 'unknown'; // outside a working copy, as in an unpacked archive
  }
}
