import { UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import { Forbidden } from '@/components/states'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import { InvitationList } from '@/features/identity/invitation-list'
import { InviteSheet } from '@/features/identity/invite-sheet'
import { LeaveButton } from '@/features/identity/leave-button'
import { MemberList } from '@/features/identity/member-list'
import { useCan, useMe } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/team'
import { SettingsFrame } from './settings-frame'

type Props = { everybody: boolean; onEverybody: (everybody: boolean) => void }

export const MembersPage = ({ everybody, onEverybody }: Props) => {
  const me = useMe()
  const canRead = useCan('identity.read')
  const canManage = useCan('identity.manage')
  const [inviting, setInviting] = useState(false)
  if (!me) return null
  const invite = canManage && (
    <Button
      kind="primary"
      icon={<UserRoundPlus aria-hidden className="size-4" />}
      onClick={() => setInviting(true)}
    >
      {t('members.invite')}
    </Button>
  )
  return (
    <SettingsFrame title={t('settings.members')} text={t('settings.membersText')} wide actions={invite}>
      {canRead ? (
        <>
          {canManage && (
            <div className="mb-3">
              <Segmented
                label={t('members.show')}
                value={everybody ? 'all' : 'active'}
                onChange={(value) => onEverybody(value === 'all')}
                options={[
                  { value: 'active', label: t('members.active') },
                  { value: 'all', label: t('members.all') },
                ]}
              />
            </div>
          )}
          <MemberList me={me} everybody={everybody} canManage={canManage} />
          {canManage && <InvitationList />}
        </>
      ) : (
        <Forbidden />
      )}
      <div className="mt-8 border-t border-line pt-6">
        <LeaveButton workspace={me.workspace.name} />
      </div>
      {inviting && <InviteSheet me={me} onClose={() => setInviting(false)} />}
    </SettingsFrame>
  )
}
