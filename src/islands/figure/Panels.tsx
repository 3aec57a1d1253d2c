/** Why: program and machine stand beside the picture where there is room, and under it as tabs where there is not. */
import { useState, type ReactNode } from 'react';
import type { Figure, Panel, ViewProps } from '../../figures/contract';

interface PanelsProps {
  readonly figure: Figure;
  readonly view: ViewProps<unknown>;
  /** Only the first panel, as on the home page. */
  readonly compact: boolean;
  /** Stands under the picture: across the whole figure where there is room. */
  readonly caption: ReactNode;
  /** The picture. */
  readonly children: ReactNode;
}

export function Panels({ figure, view, compact, caption, children }: PanelsProps) {
  const panels = compact ? figure.panels.slice(0, 1) : figure.panels;
  const [shown, setShown] = useState(panels[0]?.id);
  const side = (which: Panel<unknown>['side']) =>
    panels
      .filter((panel) => panel.side === which)
      .map(({ id, title, View }) => (
        <div key={id} className="figure-panel" data-panel={id} data-shown={shown === id}>
          <p className="figure-panel-title">{view.t(title)}</p>
          <View {...view} />
        </div>
      ));
  const left = side('left');
  const right = side('right');
  return (
    <div className={`figure-body${left.length ? ' has-left' : ''}${right.length ? ' has-right' : ''}`}>
      {left.length > 0 && <div className="figure-side figure-left">{left}</div>}
      {children}
      {caption}
      {panels.length > 1 && (
        <div className="figure-tabs">
          {panels.map(({ id, title }) => (
            <button key={id} type="button" aria-pressed={shown === id} onClick={() => setShown(id)}>
              {view.t(title)}
            </button>
          ))}
        </div>
      )}
      {right.length > 0 && <div className="figure-side figure-right">{right}</div>}
    </div>
  );
}
