/** Why: how many hands, at a glance from the last row; the number stands beside it. */

/** A bar behind its row, with a strong foot. @param share of the full width, 0 … 1 */
export const HandBar = ({ share }: { readonly share: number }) => (
  <span className="cq-bar" aria-hidden="true">
    {['cq-bar-fill', 'cq-bar-foot'].map((part) => (
      <svg key={part} className={part} viewBox="0 0 100 1" preserveAspectRatio="none">
        <rect width={100 * share} height={1} />
      </svg>
    ))}
  </span>
);
