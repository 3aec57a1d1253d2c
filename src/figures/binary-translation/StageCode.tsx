/** Why: both columns of code for the back row: what the guest's author wrote, and what really runs, folded where it is not told. */
import type { Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import type { BtState, TcBlock } from '../../models/binary-translation/types';
import { hex } from '../../models/binary-translation/x86';
import { SIGN, toVmm } from './cache';
import { originOf } from './guest';
import type { Folded, StageLayout } from './stage-layout';

interface StageCodeProps {
  readonly state: BtState;
  readonly layout: StageLayout;
  readonly t: Translate;
}

/** Distance of a line's baseline from its middle, and the longest first line beside which a count has room. */
const BASE = 8.5;
const LONG = 19;

/** How many lines a folded block does not show. */
function Rest({ box, text }: { readonly box: Folded; readonly text: string }) {
  if (box.open || box.lines < 2 || text.length > LONG) return null;
  return (
    <text className="bt-rest-count" x={box.x + box.width - 8} y={box.y + box.row / 2 + BASE} textAnchor="end">
      {`+${box.lines - 1}`}
    </text>
  );
}

export function StageGuest({ state, layout, t }: StageCodeProps) {
  const { cache, where, phase, at, machine } = state;
  const known = new Set(cache.flatMap((block) => block.lines.map((line) => line.of)));
  const origin = originOf(state);
  const subject = phase === 'translate' || phase === 'adapt' || phase === 'miss' || phase === 'hit';
  const entry = phase === 'adapt' ? (cache.at(-1)?.entry ?? null) : at;
  const { guest } = layout;
  const rings = state.lines.some((line) => line.owner === 'user');
  const name = t(rings ? 'machine.ring' : 'machine.if');
  return (
    <>
      <g data-node="guest">
        <text className="bt-head" x={guest.x + 2} y={26}>
          {t('picture.guest')}
        </text>
        {layout.guestBlocks.map((box) => {
          const { at: first, owner, text: opening } = box.code[0]!;
          const status = owner === 'user' || known.has(first) ? 'is-known' : 'is-cold';
          const about = subject && entry === first;
          return (
            <g key={first}>
              <rect
                className={`bt-block ${ownerClass(owner)} ${status}${about ? ' is-about' : ''}`}
                {...{ x: box.x, y: box.y, width: box.width, height: box.height, rx: 7 }}
              />
              {box.code.slice(0, box.open ? undefined : 1).map((line, i) => {
                const top = box.y + i * box.row;
                const now = where.kind === 'guest' && where.at === line.at;
                const told = line.at === origin;
                return (
                  <g
                    key={line.at}
                    className={`${ownerClass(owner)}${told ? ' is-told' : ''}${now ? ' is-now' : ''}`}
                    data-node={`line-${hex(line.at)}`}
                  >
                    {told && (
                      <rect
                        className="bt-mark"
                        {...{ x: box.x, y: top, width: box.width, height: box.row, rx: 6 }}
                      />
                    )}
                    <text className="bt-at" x={box.x + 8} y={top + box.row / 2 + BASE}>
                      {hex(line.at)}
                    </text>
                    <text className="bt-code" x={box.x + 78} y={top + box.row / 2 + BASE}>
                      {line.text}
                    </text>
                  </g>
                );
              })}
              <Rest box={box} text={opening} />
            </g>
          );
        })}
      </g>
      <g data-node="flags" className="bt-flags">
        <text className="owned own-kern" x={guest.x + guest.width - 4} y={26} textAnchor="end">
          {`${name} ${rings ? machine.virtualCpl : machine.virtualIf}`}
        </text>
        <text className="owned own-hw" x={layout.cache.x + layout.cache.width - 4} y={26} textAnchor="end">
          {`CPU ${name} ${rings ? machine.realCpl : machine.realIf}`}
        </text>
      </g>
    </>
  );
}

function Block({ block, state, layout }: Omit<StageCodeProps, 't'> & { readonly block: TcBlock }) {
  const box = layout.cacheBlocks[block.id]!;
  const { where, from } = state;
  const shown = box.open ? block.lines : block.lines.slice(0, 1);
  return (
    <g className={block.replaced === null ? 'bt-tc' : 'bt-tc is-old'} data-node={`block-${block.id}`}>
      <rect
        className={`bt-block ${ownerClass('kern')} is-known${block.fresh ? ' is-about' : ''}`}
        {...{ x: box.x, y: box.y, width: box.width, height: box.height, rx: 7 }}
      />
      {shown.map((line, i) => {
        const top = box.y + i * box.row;
        const now = where.kind === 'tc' && where.block === block.id && where.line === i;
        const left = from?.kind === 'tc' && from.block === block.id && from.line === i;
        return (
          <g
            key={i}
            className={`${ownerClass(toVmm(line) ? 'vmm' : 'kern')} is-${line.kind}${now || left ? ' is-told' : ''}${now ? ' is-now' : ''}`}
          >
            {(now || left) && (
              <rect className="bt-mark" {...{ x: box.x, y: top, width: box.width, height: box.row, rx: 6 }} />
            )}
            {i === 0 && (
              <text className="bt-at" x={box.x + 8} y={top + box.row / 2 + BASE}>
                {`+${hex(line.offset).padStart(2, '0')}`}
              </text>
            )}
            <text className="bt-sign" x={box.x + 68} y={top + box.row / 2 + BASE} textAnchor="middle">
              {SIGN[line.kind]}
            </text>
            <text className="bt-code" x={box.x + 84} y={top + box.row / 2 + BASE}>
              {line.text}
            </text>
          </g>
        );
      })}
      <Rest box={box} text={block.lines[0]!.text} />
    </g>
  );
}

export function StageCache({ state, layout, t }: StageCodeProps) {
  const { x, y, width, height } = layout.cache;
  return (
    <g>
      <text className="bt-head" x={x + 2} y={26}>
        {t('picture.cache')}
      </text>
      <rect className="bt-room" {...{ x: x - 3, y: y - 3, width: width + 6, height: height + 6, rx: 9 }} />
      {state.cache.map((block) => (
        <Block key={block.id} {...{ block, state, layout }} />
      ))}
    </g>
  );
}
