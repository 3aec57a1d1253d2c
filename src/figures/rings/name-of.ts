/** Why: a picture needs a name for those who do not see it, the same on a page and on a slide. */
import { plainText } from '../../marks/RichText';
import type { RingsState } from '../../models/rings/types';
import type { ViewProps } from '../contract';
import { programName } from './Verdict';

/** One sentence for those who do not see the picture. */
export function nameOf({ frame, t }: Pick<ViewProps<RingsState>, 'frame' | 't'>): string {
  const { state, caption } = frame.step;
  const { ring, mode, code } = state.control;
  const where = { ring, code: t(`code-${code}`) };
  return t({
    key: 'ui-picture',
    values: {
      technique: t(`technique-${state.scenario.technique}`),
      program: programName(state, t),
      where:
        mode === 'plain'
          ? { key: 'ui-where', values: where }
          : { key: 'ui-where-mode', values: { ...where, mode: t(`mode-${mode}`) } },
      caption: plainText(t(caption)),
    },
  });
}
