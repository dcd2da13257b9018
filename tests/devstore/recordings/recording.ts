/**
 * What was seen on a platform while something was done to an order: the questions as they were sent, and every state
 * in the order in which it was seen. The local platform is held against it. A recording names no shop and nobody.
 */
import { z } from 'zod';

/** A piece of an answer that later steps put in: where it stands, as `orderCreate.order.lineItems.nodes.0.id`. */
const kept = z.record(z.string(), z.string());

/**
 * `call` sends a document once. `watch` asks one again and again, until what it answers has not changed for a while
 * and `until`, where it is given, holds `true` there. In variables `{{name}}` stands for what was kept or given.
 */
const step = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('call'),
    /** `other_app`: by the token of a second app. */
    by: z.enum(['app', 'other_app']),
    document: z.string(),
    variables: z.record(z.string(), z.unknown()),
    keep: kept.optional(),
  }),
  z.object({
    do: z.literal('watch'),
    document: z.string(),
    variables: z.record(z.string(), z.unknown()),
    until: z.string().optional(),
  }),
]);

const scene = z.object({
  name: z.string(),
  /** What nobody knew, in a sentence. */
  asks: z.string(),
  steps: z.array(step),
});

/** `at`: milliseconds since the call before; states without what differs from shop to shop. */
const seen = z.object({ at: z.number(), state: z.unknown() });

const played = z.object({
  scene,
  calls: z.array(
    z.object({ document: z.string(), answer: z.unknown(), cost: z.number().nullable() }),
  ),
  states: z.array(seen),
  /** Whether it came to rest before patience ended. */
  settled: z.boolean(),
});

const recording = z.object({
  format: z.literal(1),
  source: z.object({
    /** The local platform's own recordings stand in until somebody has a shop. */
    kind: z.enum(['stand-in', 'shop']),
    said: z.string(),
    apiVersion: z.string(),
    recordedAt: z.string(),
  }),
  documents: z.record(z.string(), z.string()),
  scenes: z.array(played),
});

export type Step = z.infer<typeof step>;
export type Scene = z.infer<typeof scene>;
export type Seen = z.infer<typeof seen>;
export type Played = z.infer<typeof played>;
export type Recording = z.infer<typeof recording>;

/** Throws ZodError for what is no recording. */
export const readRecording = (json: unknown): Recording => recording.parse(json);
export const readPlayed = (json: unknown): Played => played.parse(json);
