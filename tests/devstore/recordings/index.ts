export { differences, type Difference } from './compare-recordings.ts';
export { playScene, SceneFailed, type Sent, type Stage } from './play-scene.ts';
export {
  readPlayed,
  readRecording,
  type Played,
  type Recording,
  type Scene,
  type Step,
} from './recording.ts';
