import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { Notice } from '@/components/notice'
import { ErrorState } from '@/components/states'
import { Button } from '@/components/ui/button'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { AcceptAsMe } from '@/features/identity/accept-as-me'
import { AcceptForm } from '@/features/identity/accept-form'
import { type InvitationPreview, previewInvitation } from '@/features/identity/preview-invitation'
import { roleName } from '@/features/identity/role-name'
import { SignInForm } from '@/features/identity/sign-in-form'
import { signOut } from '@/features/identity/sign-out'
import { isStatus } from '@/lib/api/problem'
import { useMe } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/team'
import { link, WayBack } from './way-back'
import { WelcomeFrame } from './welcome-frame'

export const InvitationPage = () => {
  const token = useLocation().hash
  const { data, error, isPending, refetch } = useQuery({ ...previewInvitation(token), enabled: token !== '' })
  if (!token || isStatus(error, 400, 422))
    return (
      <WelcomeFrame title={t('link.spentTitle')} text={t('accept.spent')}>
        <WayBack />
      </WelcomeFrame>
    )
  if (isPending)
    return (
      <WelcomeFrame title={t('accept.title')}>
        <Skeleton className="space-y-4">
          <Bone className="h-9" />
          <Bone className="h-9" />
          <Bone className="h-9" />
        </Skeleton>
      </WelcomeFrame>
    )
  if (!data)
    return (
      <WelcomeFrame title={t('accept.title')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </WelcomeFrame>
    )
  return (
    <WelcomeFrame
      title={t('accept.to', { workspace: data.workspaceName })}
      text={t('accept.by', { name: data.invitedBy, role: roleName(data.role) })}
    >
      <Accept token={token} invitation={data} />
    </WelcomeFrame>
  )
}

const Accept = ({ token, invitation }: { token: string; invitation: InvitationPreview }) => {
  const me = useMe()
  const { email, hasAccount } = invitation
  if (me && me.email === email) return <AcceptAsMe token={token} name={me.name} />
  if (me)
    return (
      <>
        <Notice tone="warn" className="mb-4">
          {t('accept.forAnother', { email, mine: me.email })}
        </Notice>
        <Button className="w-full" onClick={() => void signOut()}>
          {t('settings.signOut')}
        </Button>
      </>
    )
  if (!hasAccount) return <AcceptForm token={token} email={email} />
  return (
    <>
      <p className="mb-4 text-text-2">{t('accept.haveAccount')}</p>
      {/* Here, and not by way of an address to come back to: that would carry the link's secret to servers and logs. */}
      <SignInForm
        invitation={{ token, email }}
        label={t('accept.signIn')}
        onDone={() => undefined}
        aside={
          <p className="-mt-1.5 text-right text-sm">
            <Link to="/forgot-password" className={link}>
              {t('signIn.forgot')}
            </Link>
          </p>
        }
      />
    </>
  )
}
