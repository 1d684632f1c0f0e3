import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Notice } from '@/components/notice'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Sheet } from '@/components/ui/sheet'
import { createHookSource } from '@/features/contacts/create-hook-source'
import { listHookSources } from '@/features/contacts/list-hook-sources'
import { sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/hooks'
import { KeptSheet } from './kept-sheet'

/** Makes a source; then it shows its secret, this once. */
export const HookSheet = ({ onClose }: { onClose: () => void }) => {
  const queryClient = useQueryClient()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const making = useMutation({
    mutationFn: createHookSource,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: listHookSources.queryKey }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim()) making.mutate({ name: name.trim() })
  }
  if (making.data)
    return (
      <KeptSheet
        title={making.data.name}
        source={making.data.source}
        secret={making.data.secret}
        onClose={onClose}
      />
    )
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('hooks.new')}
      description={t('hooks.newText')}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" type="submit" form="hook" busy={making.isPending}>
            {t('hooks.create')}
          </Button>
        </>
      }
    >
      <form id="hook" noValidate className="space-y-5" onSubmit={submit}>
        <Field
          label={t('hooks.name')}
          hint={t('hooks.nameHint')}
          error={tried && !name.trim() ? t('form.required') : undefined}
        >
          {(wiring) => (
            <Input
              {...wiring}
              value={name}
              maxLength={100}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {making.error && <Notice tone="bad">{sentenceOf(making.error)}</Notice>}
      </form>
    </Sheet>
  )
}
