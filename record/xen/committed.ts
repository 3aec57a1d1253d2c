/** Why: tests read the committed recordings and the raw archives that they came from. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Recording } from '../../src/schemas/recording.ts';
import { recordingSchema } from '../../src/schemas/recording.ts';
import { SCENES, type SceneId } from './archives.ts';
import { readRawArchive } from './convert.ts';

export const raw = Object.fromEntries(SCENES.map((scene) => [scene, readRawArchive(scene)])) as Record<
  SceneId,
  ReturnType<typeof readRawArchive>
>;

/** The text of content/recordings/`scene`.json. */
export const jsonOf = (scene: SceneId) =>
  readFileSync(path.resolve(import.meta.dirname, `../../content/recordings/${scene}.json`), 'utf8');

/** A committed recording, which must be of that kind. */
export function readCommitted<Kind extends Recording['kind']>(scene: SceneId, kind: Kind) {
  const recording = recordingSchema.parse(JSON.parse(jsonOf(scene)));
  if (recording.kind !== kind) throw new Error(`${scene}: found kind ${recording.kind}; expected ${kind}`);
  return recording as Extract<Recording, { kind: Kind }>;
}

/** The lines of a page of xen-domains. */
export function readPage(scene: string, id: string): readonly string[] {
  const { scenes, lines } = readCommitted('xen-domains', 'pages');
  const page = scenes.find((each) => each.id === scene)?.pages.find((each) => each.id === id);
  if (!page) throw new Error(`xen-domains: found no page ${id} in ${scene}`);
  return page.lines.map((line) => lines[line]!);
}
