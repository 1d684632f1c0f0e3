import { Command } from 'cmdk'
import { useNavigate } from '@tanstack/react-router'
import {
  FileUp,
  Keyboard,
  LogOut,
  MessageSquarePlus,
  Moon,
  Sun,
  UserPlus,
  type LucideIcon,
} from 'lucide-react'
import { signOut } from '@/features/identity/sign-out'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import { showOverlay } from '@/lib/overlays'
import { chooseTheme } from '@/lib/theme'
import { useNavItems } from '../shell/nav-items'
import { PaletteItem } from './palette-item'

type Entry = { label: string; icon: LucideIcon; run: () => void; hidden?: boolean }

/** The actions and the pages, cut down by what is typed. */
export const PalettePlaces = ({ query, onClose }: { query: string; onClose: () => void }) => {
  const navigate = useNavigate()
  const { main, more } = useNavItems()
  const dark = document.documentElement.dataset.theme === 'dark'
  const actions: Entry[] = [
    {
      label: t('contacts.add'),
      icon: UserPlus,
      run: () => showOverlay('add-contact'),
      hidden: !useCan('contacts.write'),
    },
    {
      label: t('today.emptyImport'),
      icon: FileUp,
      run: () => void navigate({ to: '/import' }),
      hidden: !useCan('contacts.import'),
    },
    {
      label: t('templates.add'),
      icon: MessageSquarePlus,
      run: () => void navigate({ to: '/templates', search: { id: 'new' } }),
      hidden: !useCan('campaigns.templates'),
    },
    {
      label: dark ? t('palette.themeLight') : t('palette.themeDark'),
      icon: dark ? Sun : Moon,
      run: () => chooseTheme(dark ? 'light' : 'dark'),
    },
    { label: t('shortcuts.title'), icon: Keyboard, run: () => showOverlay('shortcuts') },
    { label: t('palette.signOut'), icon: LogOut, run: () => void signOut() },
  ]
  const pages: Entry[] = [...main, ...more].map(({ to, label, icon }) => ({
    label,
    icon,
    run: () => void navigate({ to }),
  }))
  const wanted = query.trim().toLowerCase()
  const matching = (entries: Entry[]) =>
    entries.filter(({ label, hidden }) => !hidden && label.toLowerCase().includes(wanted))
  const group = (heading: string, entries: Entry[]) =>
    entries.length > 0 && (
      <Command.Group heading={heading}>
        {entries.map(({ label, icon, run }) => (
          <PaletteItem
            key={label}
            value={`${heading} ${label}`}
            icon={icon}
            onSelect={() => (onClose(), run())}
          >
            {label}
          </PaletteItem>
        ))}
      </Command.Group>
    )
  return (
    <>
      {group(t('palette.actions'), matching(actions))}
      {group(t('palette.pages'), matching(pages))}
    </>
  )
}
