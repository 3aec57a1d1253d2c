/** Why: the address-translation figure as the site knows it: what may be changed, its ready scenarios, its trace, picture and panels. */
import { lazy } from 'react';
import { mendAddress } from '../../models/address-translation/address';
import { factsOf } from '../../models/address-translation/facts';
import { runTranslation } from '../../models/address-translation/run';
import {
  DETAILS,
  OPERATIONS,
  SIZES,
  TECHNIQUES,
  type Scenario,
  type State,
} from '../../models/address-translation/types';
import { defineFigure, type Control, type ScenarioValues } from '../contract';
import { AddressPanel } from './AddressPanel';
import { ADDRESSES } from './addresses';
import { CountsPanel } from './CountsPanel';
import { RECORDED } from './recordings';
import { View } from './view';

const controls: readonly Control[] = [
  {
    name: 'operation',
    label: 'control-operation',
    kind: 'select',
    options: OPERATIONS.map((value) => ({ value, label: { key: `operation-${value}` } })),
  },
  {
    name: 'technique',
    label: 'control-technique',
    kind: 'segments',
    options: TECHNIQUES.map((value) => ({ value, label: { key: `technique-${value}` } })),
  },
  ...(['guest', 'host'] as const).map((name) => ({
    name,
    label: `control-${name}`,
    kind: 'select' as const,
    options: SIZES.map((value) => ({ value, label: { key: `size-${value}` } })),
  })),
  {
    name: 'detail',
    label: 'control-detail',
    kind: 'segments',
    options: DETAILS.map((value) => ({ value, label: { key: `detail-${value}` } })),
  },
  {
    name: 'address',
    label: 'control-address',
    kind: 'free',
    options: ADDRESSES.map((value) => ({ value, label: { key: `address-${value}` } })),
    mend: mendAddress,
  },
];

const scenario = (change: Partial<Scenario>): ScenarioValues => ({
  operation: 'walk',
  technique: 'nested',
  guest: '4l-4k',
  host: '4l-4k',
  detail: 'grouped',
  address: ADDRESSES[0],
  ...change,
});

/** The first is the one that opens. */
const scenarios: Readonly<Record<string, ScenarioValues>> = {
  nested: scenario({}),
  'nested-each': scenario({ detail: 'each' }),
  native: scenario({ technique: 'native' }),
  shadow: scenario({ technique: 'shadow' }),
  'nested-19': scenario({ host: '4l-2m' }),
  'nested-15': scenario({ guest: '4l-2m', host: '4l-2m' }),
  'nested-35': scenario({ guest: '5l-4k', host: '5l-4k' }),
  tlb: scenario({ operation: 'tlb' }),
  'tlb-untagged': scenario({ operation: 'tlb-untagged' }),
  'switch-shadow': scenario({ operation: 'context-switch', technique: 'shadow' }),
  'switch-nested': scenario({ operation: 'context-switch' }),
  'edit-shadow': scenario({ operation: 'pte-edit', technique: 'shadow' }),
  'edit-nested': scenario({ operation: 'pte-edit' }),
};

export const figure = defineFigure<State>({
  id: 'address-translation',
  title: 'title',
  intro: ['intro-look', 'intro-try'],
  controls,
  scenarios,
  run: (values) => runTranslation(values as unknown as Scenario, RECORDED),
  View,
  panels: [
    { id: 'counts', title: 'panel-counts', side: 'right', View: CountsPanel },
    { id: 'address', title: 'panel-address', side: 'left', View: AddressPanel },
  ],
  Overview: lazy(async () => ({ default: (await import('./Overview')).Overview })),
  facts: factsOf,
});
