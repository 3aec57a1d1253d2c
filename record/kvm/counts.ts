/**
 * Why: a figure that only needs how many exits a scene had should not fetch every line of the traces: the counts of both
 * recordings as one of their own, made from them and from nothing else.
 */
import type { CountsRecording } from '../../src/schemas/recording-counts.ts';
import { countReasons, exitsOf } from '../../src/models/kvm-exits/exits.ts';
import type { Recording } from '../../src/models/kvm-exits/lines.ts';
import type { Paging } from './provenance.ts';

const PAGING: Readonly<Record<Paging, { readonly en: string; readonly 'zh-cn': string }>> = {
  nested: { en: 'nested paging', 'zh-cn': '嵌套分页' },
  shadow: { en: 'shadow paging', 'zh-cn': '影子分页' },
};

/**
 * Exits of each scene by reason, without those of the markers.
 * @param recordings of both pagings
 * @param provenance with the checksum of both raw traces, one after the other
 */
export function countsOf(
  recordings: Readonly<Record<Paging, Recording>>,
  provenance: CountsRecording['provenance'],
): CountsRecording {
  const runs = (['nested', 'shadow'] as const).flatMap((paging) =>
    recordings[paging].scenes.map(({ id }) => {
      const { exits } = exitsOf(recordings[paging], id);
      const counts = Object.entries(countReasons(exits)).sort(([, a], [, b]) => b - a);
      const names = PAGING[paging];
      return {
        id: `${id}-${paging}`,
        title: { en: `${id}, ${names.en}`, 'zh-cn': `${id}，${names['zh-cn']}` },
        parameters: { scene: id, paging },
        counts: Object.fromEntries(counts),
        total: exits.length,
      };
    }),
  );
  return {
    version: 1,
    id: 'kvm-counts',
    provenance,
    kind: 'counts',
    what: { en: 'VM exits by reason, scene by scene', 'zh-cn': '各场景的 VM 退出次数，按原因' },
    runs,
  };
}
