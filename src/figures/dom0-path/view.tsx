/** Why: one picture for each kind of story, drawn in both layouts; the figure's own width shows one. */
import type { ViewProps } from '../contract';
import type { Kind } from './geometry';
import { load } from './load';
import { PingPicture } from './PingPicture';
import type { PathState } from './state';

function Picture({ frame, t, uid, kind }: ViewProps<PathState> & { readonly kind: Kind }) {
  const { state, focus } = frame.step;
  const own = `${uid}-${kind}`;
  switch (state.kind) {
    case 'ping':
      return <PingPicture state={state} focus={focus} kind={kind} uid={own} t={t} />;
    case 'load':
      return <load.here.LoadPicture state={state} kind={kind} uid={own} t={t} />;
  }
}

export function View(props: ViewProps<PathState>) {
  return (
    <>
      <Picture {...props} kind="wide" />
      <Picture {...props} kind="narrow" />
    </>
  );
}
