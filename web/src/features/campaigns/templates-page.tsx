import { useQuery } from '@tanstack/react-query'
import { MessageSquareText, Plus } from 'lucide-react'
import { Page } from '@/components/page'
import { EmptyState, ErrorState } from '@/components/states'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/input'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/templates'
import { cx } from '@/lib/style'
import { listTemplates } from './list-templates'
import { type Purpose, purposeKey, purposes, type Template } from './template'
import { TemplateSheet } from './template-sheet'

export type TemplatePlace = { purpose?: Purpose; id?: string }

type Props = { place: TemplatePlace; onPlace: (place: TemplatePlace) => void }

export const TemplatesPage = ({ place, onPlace }: Props) => {
  const canWrite = useCan('campaigns.templates')
  const list = useQuery(listTemplates(place.purpose))
  const templates = list.data ?? []
  const open = (id?: string) => onPlace({ ...place, id })
  const chosen = templates.find((template) => template.id === place.id)
  const used = purposes.filter((purpose) => templates.some((template) => template.purpose === purpose))
  const add = canWrite && (
    <Button kind="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => open('new')}>
      {t('templates.add')}
    </Button>
  )
  return (
    <Page
      title={t('templates.title')}
      subtitle={t('templates.subtitle')}
      actions={add}
      className="max-w-[940px]!"
    >
      <Select
        aria-label={t('templates.purpose')}
        className="mb-4 w-full sm:w-56"
        value={place.purpose ?? ''}
        onChange={({ target }) => onPlace({ purpose: purposes.find((each) => each === target.value) })}
      >
        <option value="">{t('templates.all')}</option>
        {purposes.map((purpose) => (
          <option key={purpose} value={purpose}>
            {t(purposeKey(purpose))}
          </option>
        ))}
      </Select>
      {list.isPending && (
        <Skeleton className="space-y-2">
          {[0, 1, 2, 3].map((row) => (
            <Bone key={row} className="h-18 rounded-lg" />
          ))}
        </Skeleton>
      )}
      {list.isError && !list.data && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && templates.length === 0 && (
        <EmptyState
          icon={<MessageSquareText />}
          title={t('templates.emptyTitle')}
          text={t('templates.emptyText')}
        >
          {add}
        </EmptyState>
      )}
      <div className="space-y-6">
        {used.map((purpose) => (
          <section key={purpose}>
            <h2 className="mb-2 text-sm font-medium text-text-2">{t(purposeKey(purpose))}</h2>
            <ul className="-mx-4 border-y border-line bg-surface md:mx-0 md:rounded-lg md:border">
              {templates
                .filter((template) => template.purpose === purpose)
                .map((template) => (
                  <TemplateLine
                    key={template.id}
                    template={template}
                    onOpen={canWrite ? () => open(template.id) : undefined}
                  />
                ))}
            </ul>
          </section>
        ))}
      </div>
      {canWrite && (place.id === 'new' || chosen) && (
        <TemplateSheet
          key={place.id}
          template={chosen}
          purpose={place.purpose ?? 'general'}
          onClose={() => open(undefined)}
        />
      )}
    </Page>
  )
}

const TemplateLine = ({ template, onOpen }: { template: Template; onOpen?: () => void }) => {
  const inside = (
    <>
      <span className="flex items-center gap-2">
        <span className="truncate font-medium">{template.name}</span>
        {template.channel !== 'any' && <Tag>{t(`channel.${template.channel}`)}</Tag>}
        {template.builtIn && <Tag>{t('templates.builtIn')}</Tag>}
      </span>
      <span className="mt-0.5 line-clamp-2 text-sm text-text-2">{template.body}</span>
    </>
  )
  const shape = 'block w-full px-4 py-3 text-left'
  return (
    <li className="border-t border-line first:border-t-0">
      {onOpen ? (
        <button
          type="button"
          onClick={onOpen}
          className={cx(shape, 'transition-colors hover:bg-hover focus-visible:-outline-offset-2')}
        >
          {inside}
        </button>
      ) : (
        <div className={shape}>{inside}</div>
      )}
    </li>
  )
}

const Tag = ({ children }: { children: string }) => (
  <span className="rounded-full border border-line-strong px-2 text-2xs text-text-2">{children}</span>
)
