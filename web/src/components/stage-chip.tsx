import { type Stage, stageColour, stageLabel } from '@/lib/stages'
import { cx } from '@/lib/style'

export const StageDot = ({ stage, className }: { stage: Stage; className?: string }) => (
  <i
    aria-hidden
    className={cx('inline-block size-2 shrink-0 rounded-full', className)}
    style={{ background: stageColour(stage) }}
  />
)

export const StageChip = ({ stage, className }: { stage: Stage; className?: string }) => (
  <span
    className={cx(
      'inline-flex items-center gap-1.5 text-xs font-medium whitespace-nowrap text-text-2',
      className,
    )}
  >
    <StageDot stage={stage} />
    {stageLabel(stage)}
  </span>
)
