import {
  CalendarClock,
  Building,
  Code,
  Keyboard,
  ListPlus,
  KeyRound,
  ListChecks,
  Network,
  type LucideIcon,
  Palette,
  ScrollText,
  ShieldCheck,
  Target,
  UserRound,
  UsersRound,
  Webhook,
} from 'lucide-react'
import { t } from '@/lib/i18n/lazy/identity'
import type { Section } from './section'

type Place =
  | '/settings/$section'
  | '/settings/security'
  | '/settings/members'
  | '/settings/roles'
  | '/settings/team'
  | '/settings/keys'
  | '/settings/audit'
  | '/settings/fields'
  | '/settings/stages'
  | '/settings/day'
  | '/settings/hooks'

export type SettingsItem = {
  label: string
  icon: LucideIcon
  to: Place
  section?: Section
  needs?: string
}

export const settingsGroups: { label: string; items: SettingsItem[] }[] = [
  {
    label: t('settings.forYou'),
    items: [
      { label: t('settings.profile'), icon: UserRound, to: '/settings/$section', section: 'profile' },
      { label: t('settings.security'), icon: ShieldCheck, to: '/settings/security' },
      { label: t('settings.keys'), icon: Code, to: '/settings/keys', needs: 'identity.api-keys' },
      { label: t('settings.appearance'), icon: Palette, to: '/settings/$section', section: 'appearance' },
      { label: t('settings.shortcuts'), icon: Keyboard, to: '/settings/$section', section: 'shortcuts' },
    ],
  },
  {
    label: t('settings.forWorkspace'),
    items: [
      { label: t('settings.workspace'), icon: Building, to: '/settings/$section', section: 'workspace' },
      { label: t('settings.cadence'), icon: CalendarClock, to: '/settings/$section', section: 'cadence' },
      { label: t('settings.fields'), icon: ListPlus, to: '/settings/fields', needs: 'contacts.fields' },
      { label: t('settings.stages'), icon: ListChecks, to: '/settings/stages', needs: 'contacts.read' },
      { label: t('settings.day'), icon: Target, to: '/settings/day', needs: 'contacts.read' },
      { label: t('settings.hooks'), icon: Webhook, to: '/settings/hooks', needs: 'contacts.hooks' },
      {
        label: t('settings.members'),
        icon: UsersRound,
        to: '/settings/members',
        needs: 'identity.read',
      },
      { label: t('settings.roles'), icon: KeyRound, to: '/settings/roles', needs: 'identity.read' },
      { label: t('settings.team'), icon: Network, to: '/settings/team', needs: 'identity.read' },
      {
        label: t('settings.audit'),
        icon: ScrollText,
        to: '/settings/audit',
        needs: 'platform.audit',
      },
    ],
  },
]
