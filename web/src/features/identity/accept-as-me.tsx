import { useMutation } from '@tanstack/react-query'
import { t } from '@/lib/i18n/lazy/team'
import { acceptInvitation } from './accept-invitation'
import { Attempt } from './attempt'

/** For who is signed in with the address that was invited. */
export const AcceptAsMe = ({ token, name }: { token: string; name: string }) => {
  const joining = useMutation({ mutationFn: () => acceptInvitation({ token }) })
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        joining.mutate()
      }}
    >
      <Attempt
        error={joining.error}
        busy={joining.isPending || joining.isSuccess}
        label={t('accept.joinAs', { name })}
      />
    </form>
  )
}
