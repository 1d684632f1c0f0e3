import { Send } from 'lucide-react'
import { Avatar } from '@/components/avatar'
import { StageChip } from '@/components/stage-chip'
import { t } from '@/lib/i18n/lazy/today'
import { cx } from '@/lib/style'

const people = [
  {
    name: 'Mia Karlsen',
    stage: 'presentationSent',
    reason: t('today.pictureReason1'),
    words: t('today.pictureWords1'),
  },
  {
    name: 'Lena Okafor',
    stage: 'relationship',
    reason: t('today.pictureReason2'),
    words: t('today.pictureWords2'),
  },
] as const

/** A picture of Today, drawn with the real parts; hidden from screen readers, it says nothing that the text does not. */
export const SampleRows = ({ faded }: { faded?: boolean }) => (
  <div
    aria-hidden
    inert
    className={cx(
      'overflow-hidden rounded-lg border border-line bg-surface text-left select-none',
      faded && 'opacity-80',
    )}
  >
    {people.map((person, index) => (
      <div
        key={person.name}
        className={cx('flex gap-3 p-4', index === 0 ? 'bg-accent-soft' : 'border-t border-line')}
      >
        <Avatar name={person.name} />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-2 font-semibold">
            {person.name}
            <StageChip stage={person.stage} />
          </div>
          <div className="text-sm text-text-2">{person.reason}</div>
          <div
            className={cx(
              'mt-2 border-l-2 pl-2.5 text-sm',
              index === 0 ? 'border-accent' : 'border-line-strong',
            )}
          >
            {person.words}
          </div>
        </div>
        <span
          className={cx(
            'hidden h-8 items-center gap-1.5 self-start rounded-md border px-3 text-sm font-medium sm:inline-flex',
            index === 0 ? 'border-accent bg-accent text-on-accent' : 'border-line-strong',
          )}
        >
          <Send className="size-3.5" />
          {t('today.send')}
        </span>
      </div>
    ))}
  </div>
)
