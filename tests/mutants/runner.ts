/**
 * A plugin for Stryker: its runner for Vitest, whose worker is kept from one mutant to the next. Vitest ends its
 * worker after every run even where `isolate` is off, and a new one has to load every module again, which takes ten
 * times as long as the tests. The mutants are all in the loaded code and are switched on by a variable, so nothing
 * has to be loaded again, except for a mutant of code that runs while a module loads: that one gets a new worker.
 */
import { strykerPlugins as vitestPlugins } from '@stryker-mutator/vitest-runner';
import { Tinypool } from 'tinypool';

type Runner = ReturnType<(typeof vitestPlugins)[number]['factory']>;

/** The name to give as `testRunner`. */
const NAME = 'vitest-in-one-worker';

const [vitest] = vitestPlugins;
if (!vitest || !('inject' in vitest.factory)) throw new Error('Stryker has no runner for Vitest.');

const pools = new Set<Tinypool>();
let keepsWorker = false;
// oxlint-disable-next-line typescript/unbound-method -- always called with a pool
const recycle = Tinypool.prototype.recycleWorkers;
Tinypool.prototype.recycleWorkers = async function (options) {
  pools.add(this);
  if (!keepsWorker) await recycle.call(this, options);
};

function keepingItsWorker(runner: Runner): Runner {
  const run = runner.mutantRun.bind(runner);
  runner.mutantRun = async (options) => {
    const loadsAgain = options.mutantActivation === 'static';
    if (loadsAgain && keepsWorker) for (const pool of pools) await recycle.call(pool);
    keepsWorker = !loadsAgain;
    return run(options);
  };
  return runner;
}

const original = vitest.factory;
const factory = (injector: Parameters<typeof original>[0]): Runner =>
  keepingItsWorker(original(injector));
factory.inject = original.inject;

export const strykerPlugins = [{ ...vitest, name: NAME, factory }];
