/**
 * Why: the eight kinds and all scenes at a glance: flag, first kernel, and how many of a kind a scene has at most. A
 * number opens the step where it is reached.
 */
import type { NamespaceKind } from '../../lib/snapshots';
import { runScene } from '../../models/namespaces/run';
import { MODEL_SCENES, SCENES, type NamespacesState, type SceneId } from '../../models/namespaces/state';
import { FLAG } from '../../models/namespaces/text';
import type { OverviewProps } from '../contract';
import { COLUMNS } from './letters';
import { runRecorded } from './recording';
import { FOLLOW } from './viewer';

/** Linux that first had it. Sources: namespaces(7) and the page of each kind; of `user`, since when anybody may make one. */
const SINCE: Readonly<Record<NamespaceKind, string>> = {
  mnt: '2.4.19',
  uts: '2.6.19',
  ipc: '2.6.19',
  pid: '2.6.24',
  net: '2.6.24',
  user: '3.8',
  cgroup: '4.6',
  time: '5.6',
};
const TOLD = SCENES.filter((scene) => scene !== 'free');

const traceOf = (scene: SceneId) => {
  const model = MODEL_SCENES.find((id) => id === scene);
  return model === undefined ? runRecorded() : runScene(model);
};

/** Namespaces of a kind that processes are in. */
const countIn = ({ snapshot }: NamespacesState, kind: NamespaceKind) =>
  new Set(snapshot.procs.map(({ ns }) => ns[kind])).size;

export function Overview({ t, scenario, onScenario }: OverviewProps<NamespacesState>) {
  const traces = TOLD.map((scene) => ({ scene, steps: traceOf(scene).steps }));
  return (
    <table className="ns-overview">
      <caption>{t('overview.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('overview.kind')}</th>
          <th scope="col">{t('overview.since')}</th>
          {TOLD.map((scene) => (
            <th key={scene} scope="col">
              {t(`scene.${scene}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {COLUMNS.map((kind) => (
          <tr key={kind}>
            <th scope="row">
              <b>{kind}</b> <code>{FLAG[kind]}</code>
              <span>{t(`overview.${kind}`)}</span>
            </th>
            <td>{SINCE[kind]}</td>
            {traces.map(({ scene, steps }) => {
              const counts = steps.map(({ state }) => countIn(state, kind));
              const most = Math.max(...counts);
              const step = steps[counts.indexOf(most)]!;
              const here = scenario['scene'] === scene;
              return (
                <td key={scene}>
                  <button
                    type="button"
                    className={most > 1 ? 'own-user' : 'own-host'}
                    {...(here ? { 'aria-current': 'true' as const } : {})}
                    onClick={() => onScenario?.({ scene, viewer: FOLLOW }, step.id)}
                  >
                    {most}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
