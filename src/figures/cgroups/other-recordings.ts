/** Why: what was recorded of memory, processes, the freezer and the disk: of scenes that a lesson does not open with. */
import freezerJson from '../../../content/recordings/cgroups-freezer.json';
import ioJson from '../../../content/recordings/cgroups-io.json';
import memoryJson from '../../../content/recordings/cgroups-memory.json';
import pidsJson from '../../../content/recordings/cgroups-pids.json';

export const others = { freezerJson, ioJson, memoryJson, pidsJson };
