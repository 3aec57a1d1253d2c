/** Why: one packet is shown by where it is; a stream by the ring that it runs through. Both for a wide figure and for a phone. */
import type { IoState } from '../../models/io-paths/types';
import type { ViewProps } from '../contract';
import { nameOf } from './name-of';
import { PathPicture } from './path-picture';
import { StreamPicture } from './stream-picture';

export function View({ frame, t, uid }: ViewProps<IoState>) {
  const { state } = frame.step;
  const { now } = state;
  const name = nameOf(state, t);
  return (['wide', 'narrow'] as const).map((kind) =>
    now.kind === 'path' ? (
      <PathPicture key={kind} {...{ state, now, kind, uid, name, t }} />
    ) : (
      <StreamPicture key={kind} {...{ state, now, kind, uid, name, t }} />
    ),
  );
}
