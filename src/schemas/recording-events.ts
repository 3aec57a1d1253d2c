/**
 * Why: a trace of single events, with every raw line, so that a figure can show the original text beside its own
 * words. Integers are deltas, strings stand once and are named by their index: a file stays under a few kilobytes
 * on the wire.
 */
import { z } from 'zod';
import { headShape, indexSchema } from './recording-head.ts';
import { idSchema } from './text.ts';

/** `[delta of the clock, task, flags, template, ...words]`: the words fill the template's `{}` from left to right. */
const lineSchema = z.tuple([indexSchema, indexSchema, indexSchema, indexSchema], indexSchema);

/** One instruction of the guest program in a scene: `[address, text, ring]`. */
const instructionSchema = z.tuple([
  z.int().positive(),
  z.string().min(1),
  z.union([z.literal(0), z.literal(3)]),
]);

const sceneSchema = z.strictObject({
  id: idSchema,
  /** Number that a guest wrote to announce the scene. */
  marker: z.int().positive().optional(),
  /** Clock of the first line, counted from the recording's `origin`. */
  start: indexSchema,
  /** The guest's instructions in the order they stand in memory, where the guest is a program of our own. */
  program: z.array(instructionSchema).min(1).optional(),
  /** In order of the clock. With markers: from this scene's up to, not including, the next one. */
  lines: z.array(lineSchema).min(1),
});

/** A trace of single events, cut into scenes. */
export const eventsRecordingSchema = z
  .strictObject({
    ...headShape,
    kind: z.literal('events'),
    clock: z.strictObject({ unit: z.literal('instructions'), origin: indexSchema }),
    /** Who: `name-pid`, as ftrace prints it; with several tracers on one clock `tracer/name-pid`. */
    tasks: z.array(z.string()),
    /** CPU and flags, as the tracer prints them. */
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
