/** Why: the still pieces of the picture: the guest's code, the monitor, the cache. */
import type { Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import type { BtState, TcBlock, TcLine } from '../../models/binary-translation/types';
import { DUTIES, ROW, type Box, type Layout } from './geometry';

interface Part {
  readonly state: BtState;
  readonly layout: Layout;
  readonly t: Translate;
}

const hex = (value: number) => value.toString(16);
const bytesOf = (bytes: readonly number[]) => bytes.map((byte) => hex(byte).padStart(2, '0')).join(' ');
/** Width of a character of the bytes, in units. */
const CHAR = 7.8;

/** The guest instruction whose translation runs now. */
export function originOf({ where, cache, at, phase }: BtState): number | null {
  if (where.kind === 'tc') return cache[where.block]?.lines[where.line]?.of ?? null;
  if (where.kind === 'guest') return where.at;
  return phase === 'callout' || phase === 'store' || phase.startsWith('trap') ? at : null;
}

export function Heading({ box, title, sub }: { box: Box; title: string; sub: string }) {
  return (
    <>
      <text className="bt-head" x={box.x} y={box.y - 32}>
        {title}
      </text>
      <text className="bt-sub" x={box.x} y={box.y - 13}>
        {sub}
      </text>
    </>
  );
}

export function Guest({ state, layout, t }: Part) {
  const { lines, cache, where, phase, at } = state;
  const wide = layout.kind === 'wide';
  const known = new Set(cache.flatMap((block) => block.lines.map((line) => line.of)));
  const longest = Math.max(...lines.map((line) => line.bytes.length));
  const textX = layout.guest.x + (wide ? 54 + CHAR * 3 * longest + 2 : 54);
  const origin = originOf(state);
  const subject = phase === 'translate' || phase === 'adapt' || phase === 'miss' || phase === 'hit';
  const entry = phase === 'adapt' ? (cache.at(-1)?.entry ?? null) : at;
  return (
    <g data-node="guest">
      <Heading
        box={layout.guest}
        title={t('picture.guest')}
        sub={t(wide ? 'picture.guest-sub' : 'picture.guest-short')}
      />
      {layout.guest.blocks.map((box) => {
        const line = lines.find((each) => each.at === box.at)!;
        const user = line.owner === 'user';
        const status = user || known.has(box.at) ? 'is-known' : 'is-cold';
        const about = subject && entry === box.at;
        return (
          <rect
            key={box.at}
            className={`bt-block ${ownerClass(user ? 'user' : 'kern')} ${status}${about ? ' is-about' : ''}`}
            {...{ x: box.x, y: box.y, width: box.width, height: box.height, rx: 6 }}
          />
        );
      })}
      {phase === 'end' &&
        layout.guest.blocks
          .filter(
            ({ at: first }) =>
              !known.has(first) && lines.some((line) => line.at === first && line.owner === 'kern'),
          )
          .map((box) => (
            <text
              key={box.at}
              className="bt-sub"
              x={box.x + box.width - 10}
              y={box.y + box.height - 6}
              textAnchor="end"
            >
              {t('picture.cold')}
            </text>
          ))}
      {lines.map((line) => {
        const y = layout.lineY.get(line.at)!;
        const now = where.kind === 'guest' && where.at === line.at;
        const told = line.at === origin;
        return (
          <g
            key={line.at}
            className={`${ownerClass(line.owner)}${told ? ' is-told' : ''}${now ? ' is-now' : ''}`}
            data-node={`line-${hex(line.at)}`}
          >
            {told && (
              <rect
                className="bt-mark"
                {...{ x: layout.guest.x, y: y - ROW / 2, width: layout.guest.width, height: ROW, rx: 5 }}
              />
            )}
            <text className="bt-at" x={layout.guest.x + 10} y={y + 5}>
              {hex(line.at)}
            </text>
            {wide && (
              <text className="bt-bytes" x={layout.guest.x + 54} y={y + 5}>
                {bytesOf(line.bytes)}
              </text>
            )}
            <text className="bt-code" x={textX} y={y + 5}>
              {line.text}
            </text>
          </g>
        );
      })}
    </g>
  );
}

const COUNT = { lookup: 'picture.entries', translate: 'picture.blocks', emulate: 'picture.calls' } as const;

export function Monitor({ state, layout, t }: Part) {
  const { where, counts, cache } = state;
  const awake = where.kind === 'vmm';
  const entries = new Set(cache.map(({ entry }) => entry)).size;
  const numbers = {
    lookup: entries,
    translate: counts.translations,
    emulate: counts.callouts + counts.traps,
  };
  const { vmm, duties, kind } = layout;
  const wide = kind === 'wide';
  return (
    <g className={`bt-vmm ${ownerClass('vmm')}${awake ? ' is-awake' : ''}`}>
      <rect
        className="bt-vmm-box"
        {...{ x: vmm.x, y: vmm.y, width: vmm.width, height: vmm.height, rx: 10 }}
      />
      <text className="bt-head owned" x={vmm.x + 12} y={vmm.y + 23}>
        {t('picture.vmm')}
      </text>
      <text className="bt-sub" x={wide ? vmm.x + 12 : vmm.x + 66} y={wide ? vmm.y + 43 : vmm.y + 22}>
        {t(awake ? 'picture.awake' : 'picture.asleep')}
      </text>
      {DUTIES.map((duty) => {
        const box = duties[duty];
        const active = awake && where.duty === duty;
        return (
          <g key={duty} className={`bt-duty${active ? ' is-active' : ''}`} data-node={duty}>
            <rect {...{ x: box.x, y: box.y, width: box.width, height: box.height, rx: 7 }} />
            <text className="bt-duty-name" x={box.x + box.width / 2} y={box.y + 21} textAnchor="middle">
              {t(`duty.${duty}`)}
            </text>
            {!active && (
              <text className="bt-sub" x={box.x + box.width / 2} y={box.y + 42} textAnchor="middle">
                {t({ key: COUNT[duty], values: { count: numbers[duty] } })}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** How a line of the cache came about: sign and owner. */
const SIGN: Readonly<Record<TcLine['kind'], string>> = {
  copied: '=',
  inline: '≈',
  callout: '▲',
  store: '▲',
  push: '→',
  lookup: '→',
  branch: '→',
  jump: '→',
};
const toVmm = ({ kind, to }: TcLine) =>
  kind === 'callout' || kind === 'store' || ((kind === 'branch' || kind === 'jump') && to === null);

function CacheBlock({ block, state, layout, t }: Part & { readonly block: TcBlock }) {
  const box = layout.blocks[block.id]!;
  const { where, from } = state;
  const old = block.replaced !== null;
  return (
    <g
      className={`bt-tc${old ? ' is-old' : ''}${block.fresh ? ' is-fresh' : ''}`}
      data-node={`block-${block.id}`}
    >
      <rect
        className={`bt-block ${ownerClass('kern')} is-known${block.fresh ? ' is-about' : ''}`}
        {...{ x: box.x, y: box.y, width: box.width, height: box.height, rx: 6 }}
      />
      {block.lines.map((line, i) => {
        const y = box.y + (i + 0.5) * ROW;
        const now = where.kind === 'tc' && where.block === block.id && where.line === i;
        const left = from?.kind === 'tc' && from.block === block.id && from.line === i;
        const owner = toVmm(line) || line.kind === 'inline' ? 'vmm' : 'kern';
        return (
          <g
            key={i}
            className={`bt-tc-line ${ownerClass(owner)} is-${line.kind}${now || left ? ' is-told' : ''}${now ? ' is-now' : ''}`}
          >
            {(now || left) && (
              <rect
                className="bt-mark"
                {...{ x: box.x, y: y - ROW / 2, width: box.width, height: ROW, rx: 5 }}
              />
            )}
            <text className="bt-at" x={box.x + 10} y={y + 5}>
              {`+${hex(line.offset).padStart(2, '0')}`}
            </text>
            <text className="bt-sign" x={box.x + 56} y={y + 5} textAnchor="middle">
              {SIGN[line.kind]}
            </text>
            <text className="bt-code" x={box.x + 74} y={y + 5}>
              {line.text}
            </text>
          </g>
        );
      })}
      {old && (
        <text className="bt-old" x={box.x + box.width - 8} y={box.y + 16 + ROW} textAnchor="end">
          {t({ key: 'picture.replaced', values: { tc: `tc+${hex(state.cache[block.replaced]!.offset)}` } })}
        </text>
      )}
    </g>
  );
}

export function Cache({ state, layout, t }: Part) {
  const { cache } = layout;
  return (
    <g>
      <Heading box={cache} title={t('picture.cache')} sub={t('picture.cache-sub')} />
      <rect
        className="bt-room"
        {...{ x: cache.x - 4, y: cache.y - 4, width: cache.width + 8, height: cache.height + 8, rx: 9 }}
      />
      {state.cache.map((block) => (
        <CacheBlock key={block.id} {...{ block, state, layout, t }} />
      ))}
    </g>
  );
}
