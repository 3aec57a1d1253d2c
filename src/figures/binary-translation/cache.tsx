/** Why: the code that really runs: block by block, each line with the sign of how it came about. */
import { ownerClass } from '../../marks/owner';
import type { TcBlock, TcLine } from '../../models/binary-translation/types';
import { hex } from '../../models/binary-translation/x86';
import { ROW } from './geometry';
import { Heading, type Part } from './part';

/** How a line of the cache came about. */
export const SIGN: Readonly<Record<TcLine['kind'], string>> = {
  copied: '=',
  inline: '≈',
  callout: '▲',
  store: '▲',
  push: '→',
  lookup: '→',
  branch: '→',
  jump: '→',
};
/** These lead to the VMM, and have its colour. */
export const toVmm = ({ kind, to }: TcLine) =>
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
        const owner = toVmm(line) ? 'vmm' : 'kern';
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
