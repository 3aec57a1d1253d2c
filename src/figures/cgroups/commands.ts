/** Why: what is set is a file under /sys/fs/cgroup; this spells its content and the shell command that writes it. */
import type { Edit } from '../../models/cgroups/edits';
import { FILE, MAX, PATH, type GroupId, type KnobName, type Limit } from '../../models/cgroups/types';

const MIB = 1024 * 1024;

/** A value as one writes it into the file of version 2. */
export function contentOf(knob: KnobName, value: Limit): string {
  switch (knob) {
    case 'quota':
      return value === MAX ? 'max 100000' : `${value * 1000} 100000`;
    case 'high':
    case 'memory':
      return value === MAX ? MAX : `${value}M`;
    case 'io':
      return `8:0 wbps=${value === MAX ? MAX : value * MIB}`;
    case 'weight':
    case 'pids':
    case 'freeze':
      return String(value);
  }
}

/** The same setting in version 1, where it has one. */
export function contentV1(knob: KnobName, value: Limit): string {
  switch (knob) {
    case 'weight':
      return `cpu.shares ${Math.round((Number(value) * 1024) / 100)}`;
    case 'quota':
      return `cpu.cfs_quota_us ${value === MAX ? -1 : value * 1000}`;
    case 'high':
      return '—';
    case 'memory':
      return `memory.limit_in_bytes ${value === MAX ? -1 : `${value}M`}`;
    case 'pids':
      return `pids.max ${value}`;
    case 'freeze':
      return `freezer.state ${value === 1 ? 'FROZEN' : 'THAWED'}`;
    case 'io':
      return `blkio.throttle.write_bps_device 8:0 ${value === MAX ? 0 : value * MIB}`;
  }
}

const folder = (group: GroupId) => (group === 'root' ? '/sys/fs/cgroup' : `/sys/fs/cgroup${PATH[group]}`);

/** The command of an edit; a load is not the kernel's affair, so it has none. */
export function commandOf(edit: Edit): string | undefined {
  switch (edit.kind) {
    case 'set':
      return `echo ${contentOf(edit.knob, edit.value)} > ${folder(edit.group)}/${FILE[edit.knob].v2}`;
    case 'move':
      return `pidof ${edit.process} > ${folder(edit.group)}/cgroup.procs`;
    case 'load':
      return undefined;
  }
}
