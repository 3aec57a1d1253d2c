/** Why: one packet is shown by where it is; a stream by the ring that it runs through. Both for a wide figure and for a phone. */
import type { IoState } from '../../models/io-paths/types';
import type { ViewProps } from '../contract';
import { PathPicture } from './path-picture';
import { StreamPicture } from './stream-picture';

export function View({ frame, t, uid }: ViewProps<IoState>) {
  const { state } = frame.step;
  const { now, settings } = state;
  const road = t(`road.${settings.road}`);
  const name =
    now.kind === 'path'
      ? t({
          key: 'picture.path',
          values: { road, vcpu: t(`at.${now.vcpu}`), packet: t(`at.${now.packet}`) },
        })
      : t({ key: 'picture.stream', values: { road, sent: now.sent, finished: now.finished } });
  return (['wide', 'narrow'] as const).map((kind) =>
    now.kind === 'path' ? (
      <PathPicture key={kind} {...{ state, now, kind, uid, name, t }} />
    ) : (
      <StreamPicture key={kind} {...{ state, now, kind, uid, name, t }} />
    ),
  );
}
