/**
 * Why: the same event on several platforms at once. Every stack stands on its hardware, every token is control on
 * one of them; a beat moves them all. A phone shows two of the stacks; which two is its reader's choice.
 */
import { useState } from 'react';
import { leadOf } from '../../models/platforms/captions';
import { beatsOf } from '../../models/platforms/lockstep';
import { PATHS } from '../../models/platforms/paths';
import type { PlatformId, PlatformsState } from '../../models/platforms/types';
import type { ViewProps } from '../contract';
import { Choice } from './Choice';
import { pairOf, spell } from './columns';
import { Notes } from './Notes';
import { nameFor } from './name-for';
import { Picture } from './Picture';

export function View({ frame, t, uid, onScenario }: ViewProps<PlatformsState>) {
  const { state } = frame.step;
  const { columns } = state;
  const ended = state.phase === 'end';
  const [asked, setAsked] = useState<readonly PlatformId[]>([]);
  const chosen = columns.map(({ platform }) => platform);
  const pair = pairOf(chosen, asked);
  const paired = columns.filter(({ platform }) => pair.includes(platform));
  const choose = (platforms: readonly PlatformId[]) => {
    const beats = beatsOf(platforms.map((platform) => PATHS[state.event][platform]));
    onScenario?.({ columns: spell(platforms) }, state.beat > beats ? 'end' : frame.step.id);
  };
  /** On a phone the two stacks in view become the two that are compared, so that the caption tells of them. */
  const look = (platform: PlatformId) => {
    const others = pair.filter((each) => each !== platform);
    const kept = asked.findLast((each) => others.includes(each)) ?? others.at(-1);
    setAsked([...(kept ? [kept] : []), platform]);
    choose(kept ? [kept, platform] : [platform]);
  };
  const lead = frame.step.caption.key === 'many' ? leadOf(columns).platform : undefined;
  const shared = { ended, lead, t, uid };
  return (
    <div className={`pf pf-${columns.length}`}>
      {onScenario && <Choice chosen={chosen} pair={pair} t={t} onChosen={choose} onPair={look} />}
      <div className="pf-picture">
        <Picture columns={columns} phone={false} name={nameFor(columns, state, t)} {...shared} />
        <Picture columns={paired} phone name={nameFor(paired, state, t)} {...shared} />
        <Notes columns={columns} pair={pair} t={t} />
      </div>
    </div>
  );
}
