import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Notice } from '@/components/notice'
import { say } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Sheet } from '@/components/ui/sheet'
import { isStatus, sentenceOf } from '@/lib/api/problem'
import type { Me } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/team'
import { listMembers, type Member } from './list-members'
import { RoleSelect } from './role-select'
import { SponsorSelect } from './sponsor-select'
import { updateMember } from './update-member'

type Props = { member: Member; members: Member[]; me: Me; onClose: () => void }

/** Another role or another place in the team. What was chosen stays when somebody else was faster. */
export const MemberSheet = ({ member, members, me, onClose }: Props) => {
  const queryClient = useQueryClient()
  const [role, setRole] = useState(member.role)
  const [sponsor, setSponsor] = useState(member.sponsorId ?? '')
  const { data } = useQuery(listMembers)
  const latest = data?.find(({ id }) => id === member.id) ?? member
  const saving = useMutation({
    mutationFn: () =>
      updateMember(
        member.id,
        sponsor ? { role, sponsorId: sponsor } : { role, noSponsor: true },
        latest.version,
      ),
    onSuccess: () => {
      say(t('members.changed', { name: member.name }))
      onClose()
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['identity'] }),
  })
  return (
    <Sheet
      open
      onClose={onClose}
      title={member.name}
      description={member.email}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" busy={saving.isPending} onClick={() => saving.mutate()}>
            {t('action.save')}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <Field label={t('members.role')} hint={t('members.roleHint')}>
          {(wiring) => <RoleSelect {...wiring} me={me} value={role} onChange={setRole} />}
        </Field>
        <Field label={t('members.sponsor')} hint={t('members.sponsorHint')}>
          {(wiring) => (
            <SponsorSelect
              {...wiring}
              members={members}
              except={member.id}
              value={sponsor}
              onChange={setSponsor}
            />
          )}
        </Field>
        {saving.error && (
          <Notice tone="bad">
            {isStatus(saving.error, 412) ? t('members.stale') : sentenceOf(saving.error)}
          </Notice>
        )}
      </div>
    </Sheet>
  )
}
