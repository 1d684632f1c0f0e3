import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Notice } from '@/components/notice'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { type HookSource, listHookSources } from '@/features/contacts/list-hook-sources'
import { rotateHookSecret } from '@/features/contacts/rotate-hook-secret'
import { sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/hooks'
import { KeptSheet } from './kept-sheet'

const overlaps = [24, 72, 168, 0]

export const HookRotate = ({ source, onClose }: { source: HookSource; onClose: () => void }) => {
  const queryClient = useQueryClient()
  const [hours, setHours] = useState(24)
  const making = useMutation({
    mutationFn: () => rotateHookSecret(source.id, hours),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: listHookSources.queryKey }),
  })
  if (making.data)
    return (
      <KeptSheet title={source.name} source={source.source} secret={making.data.secret} onClose={onClose} />
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('hooks.rotateOf', { name: source.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" busy={making.isPending} onClick={() => making.mutate()}>
            {t('hooks.rotateDo')}
          </Button>
        </>
      }
    >
      <p className="text-text-2">{t('hooks.rotateText')}</p>
      <Field label={t('hooks.rotateFor')} className="mt-4">
        {(wiring) => (
          <Select {...wiring} value={hours} onChange={(event) => setHours(Number(event.target.value))}>
            {overlaps.map((each) => (
              <option key={each} value={each}>
                {each === 0 ? t('hooks.rotateNow') : t('hooks.rotateHours', { n: each })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {making.error && (
        <Notice tone="bad" className="mt-4">
          {sentenceOf(making.error)}
        </Notice>
      )}
    </Dialog>
  )
}
