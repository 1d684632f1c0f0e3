import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useEffect } from 'react'
import { Page } from '@/components/page'
import { ErrorState } from '@/components/states'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { t } from '@/lib/i18n/lazy/imports'
import { getImport } from './get-import'
import { isUnderWay } from './import'
import { ImportMapping } from './import-mapping'
import { ImportResult } from './import-result'
import { ImportRunning } from './import-running'
import { ImportSteps } from './import-steps'

/** One import from its columns to its report; the state on the server decides which step is shown. */
export const ImportOnePage = ({ id }: { id: string }) => {
  const { data, error, isPending, refetch } = useQuery(getImport(id))
  const queryClient = useQueryClient()
  const state = data?.state
  useEffect(() => {
    if (state !== 'done' && state !== 'undone') return
    for (const part of ['list', 'board', 'imports'])
      void queryClient.invalidateQueries({ queryKey: ['contacts', part] })
    void queryClient.invalidateQueries({ queryKey: ['intelligence'] })
  }, [queryClient, state])

  return (
    <Page
      title={data?.fileName ?? t('import.title')}
      className="max-w-[940px]!"
      actions={
        <Link
          to="/import"
          className="inline-flex h-9 items-center gap-1.5 rounded-md px-2 font-medium text-text-2 hover:text-text touch:h-11"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {t('import.title')}
        </Link>
      }
    >
      {isPending && (
        <Skeleton className="space-y-4">
          <Bone className="h-5 w-80 max-w-full" />
          <Bone className="h-72" />
        </Skeleton>
      )}
      {!isPending && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <ImportSteps state={data.state} />
          {data.state === 'mapping' && <ImportMapping key={data.id} data={data} />}
          {isUnderWay(data) && <ImportRunning data={data} />}
          {data.state !== 'mapping' && !isUnderWay(data) && <ImportResult data={data} />}
        </>
      )}
    </Page>
  )
}
