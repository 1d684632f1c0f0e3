import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronDown, Pencil, Plus, Save, Trash2, UsersRound } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { say, sayError, sayFailed, sayUndo } from '@/components/toast'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { isStatus } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/views'
import { cx } from '@/lib/style'
import { type ContactPlace, isNarrowed } from './contact-place'
import { createView } from './create-view'
import { deleteView } from './delete-view'
import { listViews } from './list-views'
import { draftOf, isChanged, placeOf, type SavedView } from './saved-view'
import { updateView } from './update-view'
import { ViewSheet } from './view-sheet'

type Props = {
  views: SavedView[]
  place: ContactPlace
  /** What is looked at now, as a sentence. */
  words: string
  onPlace: (place: ContactPlace) => void
}

/** The saved views as places to go to; what was changed in one is saved from here. */
export const ViewTabs = ({ views, place, words, onPlace }: Props) => {
  const queryClient = useQueryClient()
  const [sheet, setSheet] = useState<'new' | 'rename' | null>(null)
  const active = views.find(({ id }) => id === place.view)
  const changed = active
    ? isChanged(active, place)
    : isNarrowed(place) || Boolean(place.sort ?? place.columns)
  const refresh = () => queryClient.invalidateQueries({ queryKey: listViews.queryKey })
  const saving = useMutation({
    mutationFn: (view: SavedView) => updateView(view, draftOf(place, view.name, view.shared)),
    onSuccess: async (saved) => {
      await refresh()
      say(t('views.saved', { name: saved.name }))
      onPlace({ ...placeOf(saved), search: place.search })
    },
    onError: (error) => (isStatus(error, 412) ? sayFailed(t('views.stale')) : sayError(error)),
    onSettled: refresh,
  })
  const undoing = useMutation({
    mutationFn: (view: SavedView) => createView(draftOf(placeOf(view), view.name, view.shared)),
    onError: sayError,
    onSettled: refresh,
  })
  const removing = useMutation({
    mutationFn: ({ id }: SavedView) => deleteView(id),
    onSuccess: (_, view) => {
      onPlace({})
      const undo = () => undoing.mutate(view)
      // Made anew it would be the undoer's: only who made it takes it back.
      if (view.mine) sayUndo(t('views.deleted', { name: view.name }), undo, 10_000)
      else say(t('views.deleted', { name: view.name }))
    },
    onError: sayError,
    onSettled: refresh,
  })
  return (
    <div className="-mx-4 mb-4 flex items-center gap-1 border-b border-line px-4 md:mx-0 md:px-0">
      <nav aria-label={t('views.label')} className="scrollbar-none flex min-w-0 gap-5 overflow-x-auto">
        <Tab place={{}} current={!active}>
          {t('views.all')}
        </Tab>
        {views.map((view) => (
          <Tab key={view.id} place={placeOf(view)} current={view === active}>
            {view.name}
            {view.shared && (
              <UsersRound aria-label={t('views.shared')} className="ml-1.5 inline size-3.5 text-text-3" />
            )}
          </Tab>
        ))}
      </nav>
      {active && (active.mayChange || changed) && (
        <Menu
          trigger={
            <IconButton label={t('views.actions', { name: active.name })} className="relative">
              <ChevronDown />
              {changed && (
                <i aria-hidden className="absolute top-2 right-2 size-1.5 rounded-full bg-accent" />
              )}
            </IconButton>
          }
        >
          {changed && active.mayChange && (
            <MenuItem icon={<Save />} onSelect={() => saving.mutate(active)}>
              {t('views.saveChanges')}
            </MenuItem>
          )}
          {changed && (
            <MenuItem icon={<Plus />} onSelect={() => setSheet('new')}>
              {t('views.saveAs')}
            </MenuItem>
          )}
          {active.mayChange && (
            <>
              <MenuItem icon={<Pencil />} onSelect={() => setSheet('rename')}>
                {t('views.rename')}
              </MenuItem>
              <MenuItem danger icon={<Trash2 />} onSelect={() => removing.mutate(active)}>
                {t('views.delete')}
              </MenuItem>
            </>
          )}
        </Menu>
      )}
      {!active && changed && (
        <button
          type="button"
          onClick={() => setSheet('new')}
          className="ml-3 flex h-9 shrink-0 items-center gap-1.5 rounded-md px-2 text-sm font-medium text-accent-strong hover:bg-hover touch:h-11"
        >
          <Plus aria-hidden className="size-4" />
          {t('views.save')}
        </button>
      )}
      {sheet && (
        <ViewSheet
          place={place}
          view={sheet === 'rename' ? active : undefined}
          words={words}
          onSaved={(view) => {
            setSheet(null)
            if (sheet === 'new') onPlace({ ...placeOf(view), search: place.search })
          }}
          onClose={() => setSheet(null)}
        />
      )}
    </div>
  )
}

const Tab = ({
  place,
  current,
  children,
}: {
  place: ContactPlace
  current: boolean
  children: ReactNode
}) => (
  <Link
    to="/contacts"
    search={place}
    aria-current={current ? 'page' : undefined}
    // Whether it is the one looked at is not the router's to say: the rest of the place may have been changed since.
    activeProps={{}}
    className={cx(
      '-mb-px flex h-10 shrink-0 items-center border-b-2 px-0.5 font-medium whitespace-nowrap transition-colors focus-visible:-outline-offset-2 touch:h-11',
      current ? 'border-accent text-text' : 'border-transparent text-text-2 hover:text-text',
    )}
  >
    {children}
  </Link>
)
