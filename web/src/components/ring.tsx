/** A small ring that fills with `share` (0–1). The words beside it carry the meaning. */
export const Ring = ({ share, size = 34 }: { share: number; size?: number }) => {
  const round = 2 * Math.PI * 15
  return (
    <svg
      aria-hidden
      viewBox="0 0 36 36"
      width={size}
      height={size}
      className="-rotate-90 fill-none"
      strokeWidth={4}
    >
      <circle cx="18" cy="18" r="15" className="stroke-line-strong" />
      {share > 0 && (
        <circle
          cx="18"
          cy="18"
          r="15"
          strokeLinecap="round"
          strokeDasharray={`${Math.min(1, share) * round} ${round}`}
          className="stroke-accent transition-[stroke-dasharray] duration-500"
        />
      )}
    </svg>
  )
}
