import { Forbidden } from '@/components/states'
import { TeamTree } from '@/features/identity/team-tree'
import { useCan, useMe } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/team'
import { SettingsFrame } from './settings-frame'

export const TeamPage = () => {
  const me = useMe()
  const allowed = useCan('identity.read')
  if (!me) return null
  return (
    <SettingsFrame title={t('settings.team')} text={t('team.text')} wide>
      {allowed ? <TeamTree ownId={me.id} /> : <Forbidden />}
    </SettingsFrame>
  )
}
