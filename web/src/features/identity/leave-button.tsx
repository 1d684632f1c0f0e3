import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Confirm } from '@/components/confirm'
import { sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/lazy/team'
import { leaveWorkspace } from './leave-workspace'

export const LeaveButton = ({ workspace }: { workspace: string }) => {
  const [asked, setAsked] = useState(false)
  const leaving = useMutation({
    mutationFn: leaveWorkspace,
    onError: (error) => {
      setAsked(false)
      sayError(error)
    },
  })
  return (
    <>
      <Button kind="danger" onClick={() => setAsked(true)}>
        {t('members.leave')}
      </Button>
      {asked && (
        <Confirm
          title={t('members.leaveTitle', { name: workspace })}
          label={t('members.leave')}
          busy={leaving.isPending || leaving.isSuccess}
          onConfirm={() => leaving.mutate()}
          onClose={() => setAsked(false)}
        >
          {t('members.leaveText')}
        </Confirm>
      )}
    </>
  )
}
