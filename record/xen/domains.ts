/** Why: what an administrator sees: domains, their memory and processors, with and without a reservation for Domain 0. */
import type { PagesRecording } from '../../src/schemas/recording-pages.ts';
import { DOMAIN_PAGES, PING_PAGES } from './archives.ts';
import { SETUPS, type SetupId } from './machine.ts';
import { readInfo, type Archive } from './provenance.ts';

const COMMANDS: Readonly<Record<(typeof DOMAIN_PAGES)[number] | (typeof PING_PAGES)[number], string>> = {
  'xl-list': 'xl list',
  'xl-vcpu-list': 'xl vcpu-list',
  'xl-info': 'xl info',
  'lsevtchn-0': 'lsevtchn 0',
  'lsevtchn-1': 'lsevtchn 1',
  'xenstore-frontend': 'xenstore ls /local/domain/1/device/vif/0',
  'xenstore-backend': 'xenstore ls /local/domain/0/backend/vif/1/0',
  'interrupts-0': 'cat /proc/interrupts',
};

const TITLES: Readonly<Record<SetupId, PagesRecording['scenes'][number]['title']>> = {
  reserved: {
    en: 'Domain 0 with 600 MiB and one processor of its own',
    'zh-cn': 'Domain 0 预留 600 MiB 内存，独占一个处理器',
  },
  unreserved: { en: 'Domain 0 without a reservation', 'zh-cn': 'Domain 0 不作预留' },
  ping: {
    en: 'The guest of the pings: its network card as both domains see it',
    'zh-cn': '发 ping 的客户机：两个域眼中的它的网卡',
  },
};

/** @throws Error: a page is missing or empty, or was printed under another Xen line than the scene's */
export function convertDomains(archive: Archive): Omit<PagesRecording, 'provenance' | 'version' | 'id'> {
  const lines: string[] = [];
  const index = new Map<string, number>();
  const page = (id: string, name: string, command: string) => {
    const text = archive.text(name);
    if (text === '' || !text.endsWith('\n'))
      throw new Error(
        `${archive.file}/${name}:1: found ${text.length} characters without a line end; expected what "${command}" prints`,
      );
    const at = text
      .slice(0, -1)
      .split('\n')
      .map((line) => {
        const known = index.get(line) ?? lines.push(line) - 1;
        index.set(line, known);
        return known;
      });
    return { id, command, lines: at };
  };
  const head = (id: SetupId) => {
    const { xen, memory, processors } = SETUPS[id];
    return {
      id,
      title: TITLES[id],
      parameters: { 'memory-mib': memory, processors, ...(xen === '' ? {} : { xen }) },
    };
  };
  const scene = (id: 'reserved' | 'unreserved') => {
    const pages = ['before', 'after'].flatMap((when) =>
      DOMAIN_PAGES.map((name) => page(`${when}-${name}`, `${id}-${when}-${name}.txt`, COMMANDS[name])),
    );
    const info = `${id}-before-xl-info.txt`;
    const line = readInfo(`${archive.file}/${info}`, archive.text(info), 'xen_commandline');
    const reserved = line.includes('dom0_mem=');
    if (!line.endsWith(SETUPS[id].xen) || reserved !== (id === 'reserved'))
      throw new Error(
        `${archive.file}/${info}: found the line "${line}"; expected "${SETUPS[id].xen}" at its end`,
      );
    return { ...head(id), pages };
  };
  const scenes = [
    scene('reserved'),
    scene('unreserved'),
    { ...head('ping'), pages: PING_PAGES.map((name) => page(name, `ping-${name}.txt`, COMMANDS[name])) },
  ];
  return { kind: 'pages', lines, scenes };
}
