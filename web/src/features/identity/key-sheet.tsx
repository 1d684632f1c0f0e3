import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Notice } from '@/components/notice'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { Sheet } from '@/components/ui/sheet'
import { sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/keys'
import { createApiKey } from './create-api-key'
import { KeySecret } from './key-secret'
import { listApiKeys } from './list-api-keys'
import { mayBeAKeys } from './may-be-a-keys'
import { PermissionChoice } from './permission-choice'
import { useKept } from './use-kept'

const days = [30, 90, 365, 730]

/** Makes a key; then it shows its secret, this once. */
export const KeySheet = ({ onClose }: { onClose: () => void }) => {
  const queryClient = useQueryClient()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<string[]>([])
  const [expiresInDays, setDays] = useState(365)
  const [tried, setTried] = useState(false)
  const making = useMutation({
    mutationFn: createApiKey,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: listApiKeys.queryKey }),
  })
  const { unkept, keep, close } = useKept(making.isSuccess, onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() && scopes.length > 0) making.mutate({ name: name.trim(), scopes, expiresInDays })
  }
  if (making.data)
    return (
      <Sheet
        open
        onClose={close}
        title={making.data.name}
        footer={
          <Button kind="primary" onClick={onClose}>
            {t('keys.kept')}
          </Button>
        }
      >
        <KeySecret secret={making.data.secret} onKept={keep} />
        {unkept && (
          <Notice tone="bad" className="mt-4">
            {t('keys.notKept')}
          </Notice>
        )}
      </Sheet>
    )
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('keys.new')}
      description={t('keys.newText')}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" type="submit" form="key" busy={making.isPending}>
            {t('keys.create')}
          </Button>
        </>
      }
    >
      <form id="key" noValidate className="space-y-5" onSubmit={submit}>
        <Field
          label={t('keys.name')}
          hint={t('keys.nameHint')}
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
        <Field label={t('keys.lives')}>
          {(wiring) => (
            <Select
              {...wiring}
              value={expiresInDays}
              onChange={(event) => setDays(Number(event.target.value))}
              className="max-w-48"
            >
              {days.map((each) => (
                <option key={each} value={each}>
                  {t('keys.days', { n: each })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <PermissionChoice
          chosen={scopes}
          readOnly={false}
          offered={({ name: permission, held }) => held && mayBeAKeys(permission)}
          onChange={setScopes}
        />
        {tried && scopes.length === 0 && <Notice tone="bad">{t('keys.noScope')}</Notice>}
        {making.error && <Notice tone="bad">{sentenceOf(making.error)}</Notice>}
      </form>
    </Sheet>
  )
}
