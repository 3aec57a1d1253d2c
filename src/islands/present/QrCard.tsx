/** Why: phones in the room open the lesson and follow on its page; the code is made here, and nothing is asked of anybody. */
import { useMemo } from 'react';
import { encode } from 'uqr';
import type { DeckText } from './messages';

interface QrCardProps {
  /** Address of the lesson, from the site's root. */
  readonly href: string;
  readonly text: DeckText;
  readonly onClose: () => void;
}

/** A name that only this computer knows leads a phone nowhere. */
const reachable = (host: string) => !/^(localhost|127\.|\[?::1)/.test(host);

export function QrCard({ href, text, onClose }: QrCardProps) {
  const address = new URL(href, location.href).href;
  const { data, size } = useMemo(() => encode(address, { border: 2 }), [address]);
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <div className="deck-card deck-qr" role="dialog" aria-modal="false" aria-label={text.qrTitle}>
      <p className="deck-card-title">{text.qrTitle}</p>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={address} shapeRendering="crispEdges">
        <rect className="qr-light" width={size} height={size} />
        <path className="qr-dark" d={path} />
      </svg>
      <p className="qr-address">{address}</p>
      {!reachable(location.hostname) && <p className="qr-warning">{text.qrLocal}</p>}
      <button type="button" onClick={onClose}>
        {text.close}
      </button>
    </div>
  );
}
