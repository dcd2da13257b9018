import { isDeepStrictEqual } from 'node:util';

import { at, normalized } from './normalize.ts';
import type { Played, Scene, Seen, Step } from './recording.ts';

/** What came of sending a document. */
export interface Sent {
  readonly data: unknown;
  readonly errors: readonly { readonly message: string }[];
  /** Points that had to be there; null where the platform does not say. */
  readonly cost: number | null;
}

/** The platform a scene is played on, and its clock. */
export interface Stage {
  readonly documents: Readonly<Record<string, string>>;
  send(by: 'app' | 'other_app', query: string, variables: object): Promise<Sent>;
  now(): number;
  /** Waits for so long at most. */
  wait(ms: number): Promise<void>;
  /** Hears what a call brought, before anything else is done: what was made can be found again. */
  onKept?(kept: Readonly<Record<string, string>>): Promise<void>;
  /** Asked between steps and looks; what it throws ends the scene. */
  check?(): void;
}

/** A platform that did not do what the scene needs; the message says what it answered. */
export class SceneFailed extends Error {
  override readonly name = 'SceneFailed';
}

const LOOK_EVERY = 100;
/** What has not changed for so long is at rest. */
const QUIET = 3_000;
const PATIENCE = 60_000;
/** Looks are rarer when it takes long: a shop has so many points. */
const LONG = 15_000;

/**
 * Plays one scene.
 *
 * @param given what the scene's variables name besides what it keeps: a variant, a location
 */
export async function playScene(
  scene: Scene,
  given: Readonly<Record<string, string>>,
  stage: Stage,
): Promise<Played> {
  const kept: Record<string, string> = { ...given };
  const calls: Played['calls'] = [];
  const states: Seen[] = [];
  let settled = true;
  let calledAt = stage.now();
  let first: unknown;
  for (const step of scene.steps) {
    stage.check?.();
    if (step.do === 'call') {
      calledAt = stage.now();
      const sent = await call(step, kept, stage);
      calls.push({
        document: step.document,
        answer: normalized(sent.errors.length > 0 ? { errors: sent.errors } : sent.data),
        cost: sent.cost,
      });
      if (step.keep) await stage.onKept?.(kept);
    } else {
      const watched = await watch(step, kept, stage, calledAt, first);
      first ??= watched.first;
      states.push(...watched.states);
      settled &&= watched.settled;
    }
  }
  return { scene, calls, states: collapsed(states), settled };
}

async function call(
  step: Extract<Step, { do: 'call' }>,
  kept: Record<string, string>,
  stage: Stage,
): Promise<Sent> {
  const sent = await stage.send(step.by, documentOf(stage, step), filled(step.variables, kept));
  for (const [name, path] of Object.entries(step.keep ?? {})) {
    const value = at(sent.data, path);
    if (typeof value !== 'string') {
      throw new SceneFailed(
        `${step.document} did not answer ${path}: ${JSON.stringify(normalized(sent))}`,
      );
    }
    kept[name] = value;
  }
  return sent;
}

async function watch(
  step: Extract<Step, { do: 'watch' }>,
  kept: Readonly<Record<string, string>>,
  stage: Stage,
  calledAt: number,
  earlier: unknown,
): Promise<{ states: Seen[]; settled: boolean; first: unknown }> {
  const states: Seen[] = [];
  let first = earlier;
  const began = stage.now();
  let changedAt = began;
  for (;;) {
    stage.check?.();
    const asked = stage.now();
    const { data, errors } = await stage.send(
      'app',
      documentOf(stage, step),
      filled(step.variables, kept),
    );
    if (errors.length > 0) throw new SceneFailed(`${step.document}: ${errors[0]?.message ?? ''}`);
    first ??= data;
    const state = normalized(data, first);
    if (!isDeepStrictEqual(state, states.at(-1)?.state)) {
      states.push({ at: stage.now() - calledAt, state });
      changedAt = asked;
    }
    const now = stage.now();
    const isDone = step.until === undefined || at(data, step.until) === true;
    if (isDone && now - changedAt >= QUIET) return { states, settled: true, first };
    if (now - began >= PATIENCE) return { states, settled: false, first };
    await stage.wait(now - began < LONG ? Math.max(0, LOOK_EVERY - (now - asked)) : 1_000);
  }
}

function documentOf(stage: Stage, { document }: Step): string {
  const text = stage.documents[document];
  if (text === undefined) throw new Error(`There is no document ${document}.`);
  return text;
}

const MARK = /^\{\{(\w+)\}\}$/;

/** Variables with everything put in. */
function filled(value: unknown, kept: Readonly<Record<string, string>>): object {
  const fill = (item: unknown): unknown => {
    if (typeof item === 'string') {
      const [, name] = MARK.exec(item) ?? [];
      if (name === undefined) return item;
      const found = kept[name];
      if (found === undefined) throw new Error(`Nothing is kept as ${name}.`);
      return found;
    }
    if (Array.isArray(item)) return item.map(fill);
    return typeof item === 'object' && item !== null
      ? Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, fill(inner)]))
      : item;
  };
  return fill(value) as object;
}

/** Without repetitions one after the other. */
const collapsed = (states: readonly Seen[]): Seen[] =>
  states.filter(({ state }, index) => !isDeepStrictEqual(state, states[index - 1]?.state));
