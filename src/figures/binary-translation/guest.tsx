/** Why: the guest's code as its author wrote it, and how much of it is translated by now. */
import { ownerClass } from '../../marks/owner';
import type { BtState } from '../../models/binary-translation/types';
import { hex } from '../../models/binary-translation/x86';
import { ROW } from './geometry';
import { Heading, type Part } from './part';

const bytesOf = (bytes: readonly number[]) => bytes.map((byte) => hex(byte).padStart(2, '0')).join(' ');
/** Width of a character of the bytes, in units. */
const CHAR = 7.8;

/** The guest instruction whose translation runs now. */
export function originOf({ where, cache, at, phase }: BtState): number | null {
  if (where.kind === 'tc') return cache[where.block]?.lines[where.line]?.of ?? null;
  if (where.kind === 'guest') return where.at;
  return phase === 'callout' || phase === 'store' || phase.startsWith('trap') ? at : null;
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
