import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Page } from '@/components/page'
import { ShortcutList } from '@/components/shortcut-list'
import { CadenceForm } from '@/features/contacts/cadence-form'
import { MemberList } from '@/features/identity/member-list'
import { ProfileForm } from '@/features/identity/profile-form'
import { WorkspaceForm } from '@/features/identity/workspace-form'
import { useCan, useMe } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import { Appearance } from './appearance'
import { type Section, sections } from './sections'

export const SettingsPage = ({ section }: { section: Section }) => {
  const me = useMe()
  const canManage = useCan('identity.manage')
  if (!me) return null
  const content: Record<Section, ReactNode> = {
    profile: <ProfileForm me={me} />,
    workspace: <WorkspaceForm key={me.workspace.version} workspace={me.workspace} readOnly={!canManage} />,
    cadence: <CadenceForm readOnly={!canManage} />,
    members: <MemberList ownId={me.id} />,
    appearance: <Appearance />,
    shortcuts: <ShortcutList />,
  }
  const text: Partial<Record<Section, string>> = {
    profile: t('settings.profileText'),
    workspace: canManage ? t('settings.workspaceText') : t('settings.workspaceReadOnly'),
    cadence: t('settings.cadenceText'),
    members: t('settings.membersText'),
    appearance: t('settings.appearanceText'),
  }
  return (
    <Page title={t('settings.title')} className="max-w-[940px]!">
      <div className="gap-10 md:grid md:grid-cols-[180px_minmax(0,1fr)]">
        <nav
          aria-label={t('settings.title')}
          className="scrollbar-none -mx-4 mb-5 flex gap-1 overflow-x-auto px-4 md:mx-0 md:mb-0 md:flex-col md:px-0"
        >
          {sections.map((each) => (
            <Link
              key={each}
              to="/settings/$section"
              params={{ section: each }}
              replace
              className="flex h-9 items-center rounded-md px-3 font-medium whitespace-nowrap text-text-2 transition-colors hover:bg-hover hover:text-text touch:h-11"
              activeProps={{ className: 'bg-line! text-text!' }}
            >
              {t(`settings.${each}`)}
            </Link>
          ))}
        </nav>
        <section aria-labelledby="section" className="max-w-[560px]">
          <h2 id="section" className="text-lg font-semibold tracking-tight">
            {t(`settings.${section}`)}
          </h2>
          {text[section] && <p className="mt-0.5 text-text-2">{text[section]}</p>}
          <div className="mt-5">{content[section]}</div>
        </section>
      </div>
    </Page>
  )
}
