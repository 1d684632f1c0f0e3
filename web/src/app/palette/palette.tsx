import { useInfiniteQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { useFocusBack } from '@/components/ui/focus-back'
import { searchAsked } from '@/features/contacts/contact-filter'
import { listContacts } from '@/features/contacts/list-contacts'
import { t } from '@/lib/i18n/translate'
import { useDebounced } from '@/lib/use-debounced'
import { PaletteAdd } from './palette-add'
import { PaletteContacts } from './palette-contacts'
import { PalettePlaces } from './palette-places'
import { parseCommand } from './parse-command'

/** Search and do: pages, actions, people, and sentences like "log call with Ana". */
export const Palette = ({ onClose }: { onClose: () => void }) => {
  const [query, setQuery] = useState('')
  const onCloseAutoFocus = useFocusBack()
  const command = parseCommand(query)
  const who = (command?.who ?? query).trim()
  const late = useDebounced(who, 180)
  const search = searchAsked(late)
  const found = useInfiniteQuery({ ...listContacts({ search }), enabled: search !== undefined })
  const people = search ? (found.data?.pages[0]?.items.slice(0, 6) ?? []) : []
  const status =
    command && who === ''
      ? t('palette.whom')
      : who !== '' && searchAsked(who) === undefined
        ? t('palette.short')
        : found.isFetching
          ? t('palette.searching')
          : t('palette.none', { query: who })
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="anim-fade fixed inset-0 z-40 bg-veil" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={onCloseAutoFocus}
          className="anim-fade fixed top-3 left-1/2 z-50 w-[min(600px,calc(100vw-24px))] -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-surface shadow-float outline-none md:top-[14vh]"
        >
          <Dialog.Title className="sr-only">{t('palette.title')}</Dialog.Title>
          <Command loop shouldFilter={false} label={t('palette.title')}>
            <Command.Input
              autoFocus
              value={query}
              onValueChange={setQuery}
              placeholder={t('palette.placeholder')}
              className="h-13 w-full border-b border-line bg-transparent px-4 text-lg outline-none"
            />
            <Command.List className="max-h-[min(420px,62dvh)] overflow-y-auto p-1.5 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-text-3">
              <Command.Empty className="px-3 py-8 text-center text-text-2">{status}</Command.Empty>
              {command?.verb === 'add' && <PaletteAdd name={command.who} onClose={onClose} />}
              <PaletteContacts
                people={people}
                command={command?.verb === 'add' ? null : command}
                onClose={onClose}
              />
              {!command && <PalettePlaces query={query} onClose={onClose} />}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
