import type { ReactNode } from 'react'
import { StageDot } from '@/components/stage-chip'
import { Menu, MenuItem, MenuLabel } from '@/components/ui/menu'
import { t } from '@/lib/i18n/translate'
import { type Stage, stageLabel, stages } from '@/lib/stages'

type Props = { stage: Stage; trigger: ReactNode; onMove: (to: Stage) => void; children?: ReactNode }

/** Every other stage by name; what the rules refuse is explained after the try, not hidden before it. */
export const MoveMenu = ({ stage, trigger, onMove, children }: Props) => (
  <Menu trigger={trigger}>
    {children}
    <MenuLabel>{t('board.moveTo')}</MenuLabel>
    {stages
      .filter((each) => each !== stage)
      .map((each) => (
        <MenuItem key={each} icon={<StageDot stage={each} />} onSelect={() => onMove(each)}>
          {stageLabel(each)}
        </MenuItem>
      ))}
  </Menu>
)
