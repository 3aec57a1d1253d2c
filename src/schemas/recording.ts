/**
 * Why: a recording is evidence. Its file says what was recorded, by what and how, and holds every raw
 * line, so that a figure can show the original text beside its own words. Integers are deltas, strings
 * stand once and are named by their index: a file stays under a few kilobytes on the wire.
 */
import { z } from 'zod';
import { idSchema, textSchema } from './text.ts';

const index = z.int().nonnegative();

const provenanceSchema = z.strictObject({
  /** What wrote the raw trace. */
  tool: z.string().min(1),
  /** Program or part → version. */
  versions: z.record(z.string(), z.string().min(1)),
  command: z.string().min(1),
  /** ISO date; a caveat says so where it is not the day of the recording itself. */
  date: z.iso.date(),
  /** Raw trace, gzipped, relative to the repository. */
  raw: z.string().min(1),
  /** SHA-256 of the raw trace before gzip. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits'),
  /** What the numbers are not. */
  caveats: z.array(textSchema).min(1),
});

/** `[delta of the clock, task, flags, template, ...words]`: the words fill the template's `{}` from left to right. */
const lineSchema = z.tuple([index, index, index, index], index);

/** One instruction of the guest program in a scene: `[address, text, ring]`. */
const instructionSchema = z.tuple([
  z.int().positive(),
  z.string().min(1),
  z.union([z.literal(0), z.literal(3)]),
]);

const sceneSchema = z.strictObject({
  id: idSchema,
  /** Number that the guest wrote to announce the scene. */
  marker: z.int().positive(),
  /** Clock of the first line, counted from the recording's `origin`. */
  start: index,
  /** The guest's instructions in the order they stand in memory. */
  program: z.array(instructionSchema).min(1),
  /** From the marker of this scene up to, not including, the next one. */
  lines: z.array(lineSchema).min(1),
});

/** A trace of single events, cut into scenes. */
export const eventsRecordingSchema = z
  .strictObject({
    version: z.literal(1),
    id: idSchema,
    kind: z.literal('events'),
    provenance: provenanceSchema,
    clock: z.strictObject({ unit: z.literal('instructions'), origin: index }),
    /** `name-pid`, as ftrace prints it. */
    tasks: z.array(z.string()),
    /** CPU and flags, as ftrace prints them. */
    flags: z.array(z.string()),
    templates: z.array(z.string()),
    words: z.array(z.string()),
    scenes: z.array(sceneSchema).min(1),
  })
  .superRefine((recording, context) => {
    const fail = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const within = (
      table: 'tasks' | 'flags' | 'templates' | 'words',
      at: number,
      path: (string | number)[],
    ) => {
      if (at >= recording[table].length)
        fail(path, `index ${at} is outside "${table}", which has ${recording[table].length} entries`);
    };
    const ids = recording.scenes.map((scene) => scene.id);
    recording.scenes.forEach((scene, s) => {
      if (ids.indexOf(scene.id) !== s) fail(['scenes', s, 'id'], `scene "${scene.id}" stands twice`);
      scene.lines.forEach(([, task, flags, template, ...words], l) => {
        const path = ['scenes', s, 'lines', l];
        within('tasks', task, [...path, 1]);
        within('flags', flags, [...path, 2]);
        within('templates', template, [...path, 3]);
        words.forEach((word, w) => within('words', word, [...path, w + 4]));
        const holes = (recording.templates[template]?.split('{}').length ?? 1) - 1;
        if (holes !== words.length)
          fail(path, `the template has ${holes} places, the line ${words.length} words`);
      });
    });
  });

export type EventsRecording = z.infer<typeof eventsRecordingSchema>;
