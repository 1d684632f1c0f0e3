import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/lazy/imports'
import { exportRefusedRows } from './export-refused-rows'
import type { Import } from './import'
import { ImportCounts } from './import-counts'
import { ImportRows } from './import-rows'
import type { RowOutcome } from './list-import-rows'
import { runImport } from './run-import'

/** What each row would come to, before anybody is written; refused rows are put right here. */
export const ImportCheck = ({ data, onBack }: { data: Import; onBack: () => void }) => {
  const queryClient = useQueryClient()
  const [outcome, setOutcome] = useState<RowOutcome>(data.refused > 0 ? 'refused' : 'created')
  const taking = useMutation({ mutationFn: () => exportRefusedRows(data.id), onError: sayError })
  const starting = useMutation({
    mutationFn: () => runImport(data.id, {}),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['contacts', 'import', data.id] }),
    onError: sayError,
  })
  const coming = data.created + data.updated
  return (
    <>
      <h2 className="text-lg font-semibold tracking-tight">{t('import.checkedTitle')}</h2>
      <p className="mt-0.5 mb-4 max-w-[70ch] text-text-2">
        {data.refused > 0 ? t('import.checkedRefused', { n: data.refused }) : t('import.checkedText')}
      </p>
      <ImportCounts data={data} chosen={outcome} onChoose={setOutcome} />
      {outcome === 'refused' && data.refused > 0 && (
        <Button
          kind="quiet"
          size="small"
          className="mt-2"
          busy={taking.isPending}
          icon={<Download aria-hidden className="size-4" />}
          onClick={() => taking.mutate()}
        >
          {t('import.takeRefused')}
        </Button>
      )}
      <ImportRows data={data} outcome={outcome} />
      <div className="sticky bottom-0 mt-5 flex flex-wrap justify-end gap-2 border-t border-line bg-bg py-3 max-md:bottom-14">
        <Button onClick={onBack}>{t('import.backToColumns')}</Button>
        <Button
          kind="primary"
          busy={starting.isPending}
          disabled={coming === 0}
          onClick={() => starting.mutate()}
        >
          {t('import.start', { n: coming })}
        </Button>
      </div>
    </>
  )
}
