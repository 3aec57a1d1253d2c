/** Why: what was recorded of memory, processes and the disk: of scenes that a lesson does not open with. */
import ioJson from '../../../content/recordings/cgroups-io.json';
import memoryJson from '../../../content/recordings/cgroups-memory.json';
import pidsJson from '../../../content/recordings/cgroups-pids.json';

export const others = { ioJson, memoryJson, pidsJson };
