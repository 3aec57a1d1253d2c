/** Why: an address is indices and an offset. Here it is taken apart, the walk's present entry is read out, and another address can be tried. */
import { useState } from 'react';
import { hex, mendAddress, PAGE } from '../../models/address-translation/address';
import { flagsOf, frameOf, isLeaf } from '../../models/address-translation/tables';
import type { State } from '../../models/address-translation/types';
import { ownerClass } from '../../marks/owner';
import type { ViewProps } from '../contract';
import { ADDRESSES } from './addresses';

/** What the manuals call the table of each level. */
const NAMES = ['', 'PT', 'PD', 'PDPT', 'PML4', 'PML5'];

/** The flags of an entry that stand in the model's tables, as the manuals write them. */
const FLAGS: readonly (readonly [bit: number, name: string])[] = [
  [0x1, 'P'],
  [0x2, 'W'],
  [0x4, 'U'],
  [0x20, 'A'],
  [0x40, 'D'],
  [0x80, 'PS'],
];

function Entry({ state, t }: { readonly state: State; readonly t: ViewProps<State>['t'] }) {
  const ref = state.done > state.from ? state.walk[state.done - 1] : undefined;
  if (!ref) return null;
  const owner = ref.table === 'guest' || ref.table === 'own' ? 'kern' : 'vmm';
  const flags = FLAGS.filter(([bit]) => flagsOf(ref.entry) & bit).map(([, name]) => name);
  return (
    <dl className={`at-entry ${ownerClass(owner)}`}>
      <div>
        <dt>
          {t({ key: 'cell', values: { n: ref.n, level: ref.level, table: { key: `cell-${ref.table}` } } })} (
          {NAMES[ref.level]})
        </dt>
      </div>
      {(ref.table === 'guest' || ref.table === 'nested') && (
        <div>
          <dt>{t(ref.table === 'guest' ? 'entry-gpa' : 'entry-for')}</dt>
          <dd className="mono">{hex(ref.gpa)}</dd>
        </div>
      )}
      <div>
        <dt>{t('entry-at')}</dt>
        <dd className="mono">{hex(ref.at)}</dd>
      </div>
      <div>
        <dt>{t('entry-holds')}</dt>
        <dd className="mono">{hex(ref.entry)}</dd>
      </div>
      <div>
        <dt>{t(isLeaf(ref.entry, ref.level) ? 'entry-page' : 'entry-table')}</dt>
        <dd className="mono">{ref.entry === 0 ? t('entry-none') : hex(frameOf(ref.entry) * PAGE)}</dd>
      </div>
      <div>
        <dt>{t('entry-flags')}</dt>
        <dd className="mono">{flags.join(' ')}</dd>
      </div>
    </dl>
  );
}

function Chooser({
  value,
  onScenario,
  t,
  uid,
}: { readonly value: string } & Pick<ViewProps<State>, 'onScenario' | 't' | 'uid'>) {
  // What is typed counts for the address that it was typed over; another address begins anew.
  const [draft, setDraft] = useState({ over: value, text: value });
  const text = draft.over === value ? draft.text : value;
  const set = (address: string) => onScenario?.({ address: mendAddress(address) });
  return (
    <form
      className="at-choose"
      onSubmit={(event) => {
        event.preventDefault();
        setDraft({ over: value, text: mendAddress(text) });
        set(text);
      }}
    >
      <label htmlFor={`${uid}-address`}>{t('choose')}</label>
      <span>
        0x
        <input
          id={`${uid}-address`}
          className="mono"
          value={text}
          maxLength={18}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setDraft({ over: value, text: event.target.value })}
        />
        <button type="submit">{t('choose-go')}</button>
      </span>
      <span className="at-ready">
        {ADDRESSES.map((address) => (
          <button key={address} type="button" aria-pressed={address === value} onClick={() => set(address)}>
            {t(`address-${address}`)}
          </button>
        ))}
      </span>
    </form>
  );
}

export function AddressPanel({ frame, t, uid, onScenario }: ViewProps<State>) {
  const { state } = frame.step;
  const { address, scenario, gpa, hpa } = state;
  const native = scenario.technique === 'native';
  const ref = state.done > state.from ? state.walk[state.done - 1] : undefined;
  const row =
    ref?.table === 'guest' || ref?.table === 'own' || ref?.table === 'shadow' ? ref.level : ref?.row;
  return (
    <div className="at-address">
      <p className="at-va mono">{address.text}</p>
      <ol className="at-fields">
        {address.indices.map(({ level, index }) => (
          <li key={level} className={`${ownerClass('kern')}${row === level ? ' is-now' : ''}`}>
            <small>L{level}</small>
            <b>{index}</b>
          </li>
        ))}
        <li className={ownerClass('data')}>
          <small>{t('offset')}</small>
          <b>{hex(address.offset)}</b>
        </li>
      </ol>
      <dl className="at-rows">
        {!native && (
          <div>
            <dt>{t('gpa')}</dt>
            <dd className="mono">{gpa === null ? '…' : hex(gpa)}</dd>
          </div>
        )}
        <div>
          <dt>{t(native ? 'pa' : 'hpa')}</dt>
          <dd className="mono">{hpa === null ? '…' : hex(hpa)}</dd>
        </div>
      </dl>
      <Entry state={state} t={t} />
      {onScenario && <Chooser value={scenario.address} onScenario={onScenario} t={t} uid={uid} />}
    </div>
  );
}
