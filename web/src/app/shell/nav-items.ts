import { Columns3, FileUp, type LucideIcon, MessageSquareText, Settings, Sun, UsersRound } from 'lucide-react'
import { useMe } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'

type Place = '/today' | '/contacts' | '/board' | '/import' | '/templates' | '/settings'

/** A place that needs a permission is not shown to whom it would refuse. */
export type NavItem = { to: Place; label: string; icon: LucideIcon; needs?: string }

export const mainItems: NavItem[] = [
  { to: '/today', label: t('nav.today'), icon: Sun },
  { to: '/contacts', label: t('nav.contacts'), icon: UsersRound },
  { to: '/board', label: t('nav.board'), icon: Columns3 },
  { to: '/import', label: t('nav.import'), icon: FileUp, needs: 'contacts.import' },
]

export const moreItems: NavItem[] = [
  { to: '/templates', label: t('nav.templates'), icon: MessageSquareText, needs: 'campaigns.read' },
  { to: '/settings', label: t('nav.settings'), icon: Settings },
]

export const allowedItems = (items: NavItem[], permissions: readonly string[]) =>
  items.filter(({ needs }) => needs === undefined || permissions.includes(needs))

export const useNavItems = () => {
  const permissions = useMe()?.permissions ?? []
  return { main: allowedItems(mainItems, permissions), more: allowedItems(moreItems, permissions) }
}
