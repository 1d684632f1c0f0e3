import { Columns3, FileUp, MessageSquareText, Settings, Sun, UsersRound } from 'lucide-react'
import { t } from '@/lib/i18n/translate'

export const mainItems = [
  { to: '/today', label: t('nav.today'), icon: Sun },
  { to: '/contacts', label: t('nav.contacts'), icon: UsersRound },
  { to: '/board', label: t('nav.board'), icon: Columns3 },
  { to: '/import', label: t('nav.import'), icon: FileUp },
] as const

export const moreItems = [
  { to: '/templates', label: t('nav.templates'), icon: MessageSquareText },
  { to: '/settings', label: t('nav.settings'), icon: Settings },
] as const
