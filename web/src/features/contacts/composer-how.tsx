import { Select } from '@/components/ui/input'
import { t } from '@/lib/i18n/translate'
import { type Channel, channels, type Outcome, outcomes } from './log-touch'

type Props = {
  /** null = the channel is given (a call) and not asked. */
  channel: Channel | null
  onChannel: (channel: Channel) => void
  outcome: Outcome
  onOutcome: (outcome: Outcome) => void
}

export const ComposerHow = ({ channel, onChannel, outcome, onOutcome }: Props) => (
  <>
    {channel && (
      <Select
        aria-label={t('composer.channel')}
        className="w-40 max-sm:flex-1"
        value={channel}
        onChange={(event) => onChannel(event.target.value as Channel)}
      >
        {channels
          .filter((each) => each !== 'note' && each !== 'call')
          .map((each) => (
            <option key={each} value={each}>
              {t(`channel.${each}`)}
            </option>
          ))}
      </Select>
    )}
    <Select
      aria-label={t('composer.outcome')}
      className="w-36 max-sm:flex-1"
      value={outcome}
      onChange={(event) => onOutcome(event.target.value as Outcome)}
    >
      {outcomes.map((each) => (
        <option key={each} value={each}>
          {t(`outcome.${each}`)}
        </option>
      ))}
    </Select>
  </>
)
