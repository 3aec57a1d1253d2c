/** Why: everything that only the load needs, behind one door (`load.ts`). */
import { readChoice, spellChoice } from '../../models/dom0-path/choice';
import { throughputOf } from '../../models/dom0-path/knee';
import { LoadMeasure } from './LoadMeasure';
import { LoadPicture } from './LoadPicture';
import { runLoadStory } from './run-load';
import { Settings } from './Settings';

export const loadPart = {
  readChoice,
  spellChoice,
  throughputOf,
  runLoadStory,
  LoadMeasure,
  LoadPicture,
  Settings,
};
