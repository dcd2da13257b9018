/**
 * A plugin for Stryker: runs pure tests, which need neither mocks nor a world around them, without Vitest's workers.
 * The tests are collected once, by Vitest's own `describe` and `it`; then a mutant costs no more than the tests that
 * reach it: milliseconds where a run of Vitest takes a tenth of a second.
 *
 * What a mutant may leave behind in a module (a cache, say) must not speak for the next one: a test that fails is
 * run again without the mutant, and where it fails then too, or where no test reached the mutant although one did at
 * first, everything is loaded anew and the mutant is tried once more.
 */
import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { PluginKind, commonTokens, declareClassPlugin, tokens } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { INSTRUMENTER_CONSTANTS, type MutantCoverage } from '@stryker-mutator/api/core';
import {
  type Task,
  type VitestRunner,
  type VitestRunnerConfig,
  collectTests,
} from '@vitest/runner';
import fc from 'fast-check';

import { EXAMPLES } from './examples.ts';

/** What the mutated code asks for and counts, in a variable of all modules. */
interface Instrumented {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: MutantCoverage;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
}

function instrumented(): Instrumented {
  const everywhere = globalThis as Record<string, unknown>;
  const made: Instrumented = {};
  everywhere[INSTRUMENTER_CONSTANTS.NAMESPACE] = made;
  return made;
}

interface Test {
  readonly id: string;
  readonly run: () => unknown;
  /** When it took how long without a mutant. */
  milliseconds: number;
}

class InProcessRunner implements TestRunner {
  static readonly inject = tokens(commonTokens.options);

  readonly #root = pathToFileURL(process.cwd()).href;
  readonly #files = globSync((process.env['MUTANT_TESTS'] ?? '').split(','), {
    exclude: (name) => path.basename(name) === 'search.test.ts',
  }).sort();
  readonly #stryker = instrumented();
  /** Tests go by their files in the copy that Stryker works in, which has another name every time. */
  readonly #config = configIn(process.cwd());
  #loads = 0;
  #tests = new Map<string, Test>();
  /** The test that noticed the last mutant: likely the first to notice the next one. */
  #lastKiller = '';

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true };
  }

  init(): Promise<void> {
    // What Vitest's `expect` and `vi` ask of the worker they believe to be in.
    Object.assign(globalThis, {
      __vitest_worker__: {
        config: this.#config,
        environment: { name: 'node' },
        filepath: '',
        ctx: {},
      },
    });
    fc.configureGlobal(EXAMPLES);
    const root = `${this.#root}/`;
    registerHooks({
      resolve: (specifier, context, next) => {
        const found = next(specifier, context);
        const isOurs = found.url.startsWith(root) && !found.url.includes('/node_modules/');
        return isOurs ? { ...found, url: this.#now(found.url) } : found;
      },
    });
    return Promise.resolve();
  }

  /** The address of a module as it is loaded this time. */
  #now(url: string): string {
    return `${url.replace(/\?.*$/, '')}?load=${this.#loads}`;
  }

  async #load(): Promise<void> {
    this.#loads += 1;
    const runner: VitestRunner = {
      config: this.#config,
      importFile: (file) => import(this.#now(pathToFileURL(file).href)),
    };
    const specifications = this.#files.map((file) => ({
      filepath: path.resolve(file),
      testLocations: undefined,
    }));
    const files = await collectTests(specifications, runner);
    const failed = files.find((file) => file.result?.state === 'fail');
    if (failed) throw new Error(`${failed.name}: ${failed.result?.errors?.[0]?.message ?? ''}`);
    const before = this.#tests;
    this.#tests = new Map();
    const { getFn } = await import('vitest/suite');
    const add = (task: Task, names: readonly string[]): void => {
      if (task.mode === 'skip' || task.mode === 'todo') return;
      const path_ = [...names, task.name];
      if (task.type === 'suite') return task.tasks.forEach((each) => add(each, path_));
      let id = path_.join(' > ');
      while (this.#tests.has(id)) id += ' (again)';
      const milliseconds = before.get(id)?.milliseconds ?? 0;
      this.#tests.set(id, { id, run: () => getFn(task)(), milliseconds });
    };
    for (const file of files) for (const task of file.tasks) add(task, [file.name]);
  }

  async dryRun(): Promise<DryRunResult> {
    const stryker = this.#stryker;
    stryker.activeMutant = undefined;
    await this.#load();
    const tests: TestResult[] = [];
    for (const test of this.#tests.values()) {
      stryker.currentTestId = test.id;
      const start = performance.now();
      const failure = await failureOf(test);
      test.milliseconds = performance.now() - start;
      const about = { id: test.id, name: test.id, timeSpentMs: test.milliseconds };
      tests.push(
        failure === null
          ? { ...about, status: TestStatus.Success }
          : { ...about, status: TestStatus.Failed, failureMessage: failure },
      );
    }
    stryker.currentTestId = undefined;
    const mutantCoverage = structuredClone(stryker.mutantCoverage);
    const passed = tests.filter(({ status }) => status === TestStatus.Success);
    // A test that fails the second time would kill every mutant.
    for (const { id } of passed) {
      const test = this.#tests.get(id);
      if (!test) continue;
      const failure = await failureOf(test);
      if (failure !== null) {
        const errorMessage = `${test.id} cannot be run twice: ${failure}`;
        return { status: DryRunStatus.Error, errorMessage };
      }
    }
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage ? { mutantCoverage } : {}) };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    if (options.mutantActivation === 'static') return this.#withMutantLoaded(options);
    const result = await this.#tryMutant(options);
    const isReached = this.#stryker.hitCount !== 0;
    if (result !== 'unsure' && (result.status !== MutantRunStatus.Survived || isReached)) {
      return result;
    }
    await this.#load();
    const again = await this.#tryMutant(options);
    if (again !== 'unsure') return again;
    await this.#load();
    throw new Error(`A test fails by itself after mutant ${options.activeMutant.id}.`);
  }

  /** For what runs while a module is loaded: it is loaded with the mutant, and then again without. */
  async #withMutantLoaded(options: MutantRunOptions): Promise<MutantRunResult> {
    const stryker = this.#stryker;
    const { id } = options.activeMutant;
    this.#begin(options);
    stryker.activeMutant = id;
    try {
      await this.#load();
      const result = await this.#runTests(options);
      return result.status === MutantRunStatus.Killed && result.killedBy.length === 0
        ? { ...result, killedBy: ['loading'] }
        : result;
    } catch (error) {
      const failureMessage = String(error);
      return { status: MutantRunStatus.Killed, killedBy: [], failureMessage, nrOfTests: 0 };
    } finally {
      stryker.activeMutant = undefined;
      await this.#load();
    }
  }

  #begin({ hitLimit }: MutantRunOptions): void {
    this.#stryker.hitCount = 0;
    this.#stryker.hitLimit = hitLimit;
  }

  async #tryMutant(options: MutantRunOptions): Promise<MutantRunResult | 'unsure'> {
    const stryker = this.#stryker;
    this.#begin(options);
    stryker.activeMutant = options.activeMutant.id;
    const result = await this.#runTests(options);
    stryker.activeMutant = undefined;
    if (result.status !== MutantRunStatus.Killed) return result;
    const { hitCount } = stryker;
    const killer = this.#tests.get(result.killedBy[0] ?? '');
    const isPolluted = killer !== undefined && (await failureOf(killer)) !== null;
    stryker.hitCount = hitCount;
    return isPolluted ? 'unsure' : result;
  }

  async #runTests({ testFilter, hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    const wanted = (testFilter ?? [...this.#tests.keys()]).flatMap(
      (id) => this.#tests.get(id) ?? [],
    );
    const rank = (test: Test): number => (test.id === this.#lastKiller ? -1 : test.milliseconds);
    let nrOfTests = 0;
    for (const test of wanted.toSorted((a, b) => rank(a) - rank(b))) {
      nrOfTests += 1;
      const failureMessage = await failureOf(test);
      if (hitLimit !== undefined && (this.#stryker.hitCount ?? 0) > hitLimit) {
        return { status: MutantRunStatus.Timeout, reason: 'It went round too often.' };
      }
      if (failureMessage === null) continue;
      this.#lastKiller = test.id;
      return { status: MutantRunStatus.Killed, killedBy: [test.id], failureMessage, nrOfTests };
    }
    return { status: MutantRunStatus.Survived, nrOfTests };
  }
}

/** What went wrong in a test; null where nothing did. */
async function failureOf({ run }: Test): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Of the last two, Vitest's `expect` wants to know that they are there. */
const configIn = (
  root: string,
): VitestRunnerConfig & { readonly expect: object; readonly snapshotOptions: object } => ({
  root,
  setupFiles: [],
  passWithNoTests: false,
  sequence: { seed: 1, hooks: 'stack', setupFiles: 'list' },
  maxConcurrency: 1,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  retry: 0,
  includeTaskLocation: false,
  allowOnly: false,
  expect: {},
  snapshotOptions: {},
});

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner),
];
