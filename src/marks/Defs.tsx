/** Why: patterns and markers need ids, and several figures may stand on one page. Put it first in every figure's `<svg>`. */

/** Defines `url(#<uid>-hazard)` (trouble) and `url(#<uid>-arrow)` (arrow head in the colour of its line). */
export function Defs({ uid }: { readonly uid: string }) {
  return (
    <defs>
      <pattern
        id={`${uid}-hazard`}
        width={12}
        height={12}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="hazard-b" width={12} height={12} />
        <rect className="hazard-a" width={6} height={12} />
      </pattern>
      <marker
        id={`${uid}-arrow`}
        viewBox="0 0 8 8"
        refX={6.5}
        refY={4}
        markerWidth={6}
        markerHeight={6}
        orient="auto"
      >
        <path d="M0 0L8 4L0 8z" fill="context-stroke" />
      </marker>
    </defs>
  );
}
