import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Confirm } from '@/components/confirm'
import { sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/lazy/imports'
import { type Import, ownGoal } from './import'
import { listFields } from './list-fields'
import { undoImport } from './undo-import'

/** Takes the import back, after it has said what that means. */
export const ImportUndo = ({ data }: { data: Import }) => {
  const queryClient = useQueryClient()
  const { data: fields } = useQuery(listFields)
  const made = data.columns
    .filter((column) => column.made)
    .map(({ field }) => fields?.find(({ key }) => ownGoal(key) === field)?.label ?? field ?? '')
  const [asking, setAsking] = useState(false)
  const undoing = useMutation({
    mutationFn: () => undoImport(data.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['contacts', 'import', data.id] }),
    onError: sayError,
    onSettled: () => setAsking(false),
  })
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        <Undo2 aria-hidden className="size-4" />
        {t('import.undo')}
      </Button>
      {asking && (
        <Confirm
          title={t('import.undoTitle', { file: data.fileName })}
          label={t('import.undo')}
          busy={undoing.isPending}
          onConfirm={() => undoing.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{t('import.undoText', { created: data.created, updated: data.updated })}</p>
          <p className="mt-2">{t('import.undoKept')}</p>
          {made.length > 0 && (
            <p className="mt-2">{t('import.undoFields', { n: made.length, names: made.join(', ') })}</p>
          )}
        </Confirm>
      )}
    </>
  )
}
