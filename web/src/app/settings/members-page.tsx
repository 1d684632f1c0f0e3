import { MemberList } from '@/features/identity/member-list'
import { useMe } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/identity'
import { SettingsFrame } from './settings-frame'

export const MembersPage = () => {
  const me = useMe()
  if (!me) return null
  return (
    <SettingsFrame title={t('settings.members')} text={t('settings.membersText')} wide>
      <MemberList ownId={me.id} />
    </SettingsFrame>
  )
}
