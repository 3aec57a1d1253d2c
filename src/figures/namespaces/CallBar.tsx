/** Why: every step is a call and the kernel's answer, as `strace` would print them; what is refused is striped. */
import type { Translate } from '../../lib/message';
import type { NamespacesState, ToldCall } from '../../models/namespaces/state';
import { BAR, type Layout } from './geometry';

/** Folds flags, then cuts: the panel has the call in full. */
export function folded(text: string, letters: number): string {
  if (text.length <= letters) return text;
  const flags = text.split(' | ');
  const short = flags.length > 2 ? `${flags[0]} | … +${flags.length - 1})` : text;
  return short.length <= letters ? short : `${short.slice(0, letters - 1)}…`;
}

/** As C gives it: `= 0`, `= 103`, `= -1 EPERM`. */
export const answerOf = ({ result, error }: ToldCall): string =>
  error === undefined ? `= ${result}` : `= −1 ${error}`;

interface BarProps {
  readonly state: NamespacesState;
  readonly layout: Layout;
  readonly height: number;
  readonly uid: string;
  readonly t: Translate;
}

export function CallBar({ state, layout, height, uid, t }: BarProps) {
  const { calls, chapter } = state;
  const { width, lineHeight, callLines, letters } = layout;
  const right = width - 14;
  return (
    <g data-node="call">
      <rect className="ns-bar" x={1} y={1} width={width - 2} height={height - 2} rx={8} />
      {calls.length === 0 && (
        <text className="muted" x={BAR.left} y={BAR.top + 18}>
          {t('picture.before')}
        </text>
      )}
      {calls.map((call, i) => {
        const y = BAR.top + i * lineHeight + 18;
        const said = `${call.comm} ${call.by}`;
        return (
          <g key={`${call.by} ${call.text}`} className={call.error ? 'ns-refused' : undefined}>
            {call.error !== undefined && (
              <rect x={8} y={y - 14} width={12} height={lineHeight - 8} fill={`url(#${uid}-hazard)`} />
            )}
            <text className="muted small" x={BAR.left} y={y}>
              {said}
              {callLines === 2 && chapter !== undefined && ` · ${t(`chapter.${chapter}`)}`}
            </text>
            <text
              className="ns-call mono"
              x={callLines === 1 ? BAR.left + 100 : BAR.left}
              y={callLines === 1 ? y : y + 22}
            >
              {folded(call.text, letters)}
            </text>
            <text className="ns-answer mono" x={right} y={y} textAnchor="end">
              {answerOf(call)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
