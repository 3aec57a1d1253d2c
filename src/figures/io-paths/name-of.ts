/** Why: what a picture is called to somebody who does not see it is the same on the page and on a slide. */
import type { Translate } from '../../lib/message';
import type { IoState } from '../../models/io-paths/types';

export function nameOf({ now, settings }: IoState, t: Translate): string {
  const road = t(`road.${settings.road}`);
  return now.kind === 'path'
    ? t({ key: 'picture.path', values: { road, vcpu: t(`at.${now.vcpu}`), packet: t(`at.${now.packet}`) } })
    : t({ key: 'picture.stream', values: { road, sent: now.sent, finished: now.finished } });
}
