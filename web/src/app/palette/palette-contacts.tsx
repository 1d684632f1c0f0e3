import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { CalendarPlus, Phone } from 'lucide-react'
import { Avatar } from '@/components/avatar'
import { StageChip } from '@/components/stage-chip'
import { say, sayError } from '@/components/toast'
import type { ContactRow } from '@/features/contacts/list-contacts'
import { logTouch } from '@/features/contacts/log-touch'
import { scheduleFollowUp } from '@/features/contacts/schedule-follow-up'
import { useRefreshContact } from '@/features/contacts/use-refresh-contact'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import { newId } from '@/lib/new-id'
import { due } from '@/lib/time/format'
import { laterAt } from '@/lib/time/later'
import { timeZone } from '@/lib/time/zone'
import { PaletteItem } from './palette-item'
import type { Command as AnyCommand } from './parse-command'

/** A command about somebody who is here already. */
type Parsed = Exclude<AnyCommand, { verb: 'add' }>

type Props = { people: ContactRow[]; command: Parsed | null; onClose: () => void }

/** People that match; with a command, each line does it at once. Without one, the first can also be called or dated. */
export const PaletteContacts = ({ people, command, onClose }: Props) => {
  const navigate = useNavigate()
  const refresh = useRefreshContact()
  const canAct = useCan('contacts.write')
  if (people.length === 0) return null

  const act = async (id: string, run: () => Promise<unknown>, done: string) => {
    onClose()
    try {
      await run()
      say(done)
      await refresh(id)
    } catch (error) {
      sayError(error)
    }
  }
  const line = (person: ContactRow, wanted: Parsed) => {
    const { id, name } = person
    if (wanted.verb === 'log') {
      const what = t(`what.${wanted.channel}`)
      const run = () => logTouch(id, { id: newId(), channel: wanted.channel, direction: 'out' })
      return (
        <PaletteItem
          key={`log ${id}`}
          value={`log ${id}`}
          icon={Phone}
          onSelect={() => void act(id, run, t('palette.logged', { what, name }))}
        >
          {t('palette.logWith', { what, name })}
        </PaletteItem>
      )
    }
    const at = laterAt(wanted.when, new Date(), timeZone())
    const when = due(at.toISOString())
    const run = () => scheduleFollowUp(id, { title: t('palette.followUpTitle'), dueAt: at.toISOString() })
    return (
      <PaletteItem
        key={`up ${id}`}
        value={`up ${id}`}
        icon={CalendarPlus}
        onSelect={() => void act(id, run, t('palette.scheduled', { name, when }))}
      >
        {t('palette.followUp', { name, when })}
      </PaletteItem>
    )
  }
  const [first] = people
  return (
    <>
      {command && canAct && (
        <Command.Group heading={t('palette.actions')}>
          {people.map((person) => line(person, command))}
        </Command.Group>
      )}
      <Command.Group heading={t('palette.contacts')}>
        {people.map((person) => (
          <PaletteItem
            key={person.id}
            value={`open ${person.id}`}
            lead={<Avatar name={person.name} size="small" />}
            hint={<StageChip stage={person.stage} />}
            onSelect={() => {
              onClose()
              void navigate({ to: '/contacts/$id', params: { id: person.id } })
            }}
          >
            {person.name}
          </PaletteItem>
        ))}
      </Command.Group>
      {!command && canAct && first && (
        <Command.Group heading={t('palette.actions')}>
          {line(first, { verb: 'log', channel: 'call', who: first.name })}
          {line(first, { verb: 'followUp', when: 'tomorrow', who: first.name })}
        </Command.Group>
      )}
    </>
  )
}
