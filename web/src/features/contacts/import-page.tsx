import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronRight, FileText } from 'lucide-react'
import { useState } from 'react'
import { Ago } from '@/components/moment'
import { Page } from '@/components/page'
import { ErrorState, Forbidden } from '@/components/states'
import { isStatus, sentenceOf } from '@/lib/api/problem'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/imports'
import type { Import } from './import'
import { ImportDrop } from './import-drop'
import { listImports } from './list-imports'
import { startImport } from './start-import'

export const ImportPage = ({ onUploaded }: { onUploaded: (id: string) => void }) => {
  const can = useCan('contacts.import')
  const queryClient = useQueryClient()
  const list = useQuery({ ...listImports, enabled: can })
  const [sent, setSent] = useState(0)
  const upload = useMutation({
    mutationFn: (file: File) => startImport(file, setSent),
    onMutate: () => setSent(0),
    onSuccess: (created) => {
      queryClient.setQueryData(['contacts', 'import', created.id], created)
      void queryClient.invalidateQueries({ queryKey: ['contacts', 'imports'] })
    },
  })
  // Given here, it is not called for somebody who has gone elsewhere meanwhile.
  const start = (file: File) => upload.mutate(file, { onSuccess: ({ id }) => onUploaded(id) })
  if (!can) return <Forbidden />
  const problem =
    upload.error && (isStatus(upload.error, 413) ? t('import.tooLarge') : sentenceOf(upload.error))
  return (
    <Page title={t('import.title')} subtitle={t('import.subtitle')} className="max-w-[940px]!">
      <ImportDrop
        busy={upload.isPending ? { file: upload.variables.name, sent } : null}
        problem={problem}
        onFile={start}
      />
      <ul className="mt-4 grid gap-x-6 gap-y-2 text-sm text-text-2 md:grid-cols-2">
        <li>{t('import.howPhone')}</li>
        <li>{t('import.howGoogle')}</li>
      </ul>
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && list.data.length > 0 && (
        <section className="mt-8">
          <h2 className="mb-2 font-semibold">{t('import.recent')}</h2>
          <ul className="-mx-4 border-y border-line bg-surface md:mx-0 md:rounded-lg md:border">
            {list.data.map((each) => (
              <Recent key={each.id} each={each} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

const Recent = ({ each }: { each: Import }) => (
  <li className="border-t border-line first:border-t-0">
    <Link
      to="/import/$id"
      params={{ id: each.id }}
      className="flex min-h-14 items-center gap-3 px-4 py-2 hover:bg-hover focus-visible:-outline-offset-2"
    >
      <FileText aria-hidden className="size-5 shrink-0 text-text-3" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{each.fileName}</span>
        <span className="num block truncate text-xs text-text-3">
          {each.format} · {t('import.rows', { n: each.total })} · <Ago at={each.createdAt} />
        </span>
      </span>
      <span className="text-sm text-text-2">{t(`import.state.${each.state}`)}</span>
      <ChevronRight aria-hidden className="size-4 text-text-3" />
    </Link>
  </li>
)
