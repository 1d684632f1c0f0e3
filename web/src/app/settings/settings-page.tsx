import type { ReactNode } from 'react'
import { ShortcutList } from '@/components/shortcut-list'
import { CadenceForm } from '@/features/contacts/cadence-form'
import { ProfileForm } from '@/features/identity/profile-form'
import { WorkspaceForm } from '@/features/identity/workspace-form'
import { useCan, useMe } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/identity'
import { Appearance } from './appearance'
import type { Section } from './section'
import { SettingsFrame } from './settings-frame'

export const SettingsPage = ({ section }: { section: Section }) => {
  const me = useMe()
  const canManage = useCan('identity.manage')
  if (!me) return null
  const content: Record<Section, ReactNode> = {
    profile: <ProfileForm me={me} />,
    workspace: <WorkspaceForm key={me.workspace.version} workspace={me.workspace} readOnly={!canManage} />,
    cadence: <CadenceForm readOnly={!canManage} />,
    appearance: <Appearance />,
    shortcuts: <ShortcutList />,
  }
  const text: Partial<Record<Section, string>> = {
    profile: t('settings.profileText'),
    workspace: canManage ? t('settings.workspaceText') : t('settings.workspaceReadOnly'),
    cadence: t('settings.cadenceText'),
    appearance: t('settings.appearanceText'),
  }
  return (
    <SettingsFrame title={t(`settings.${section}`)} text={text[section]}>
      {content[section]}
    </SettingsFrame>
  )
}
