import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Notice } from '@/components/notice'
import { say } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Sheet } from '@/components/ui/sheet'
import { problemOf, sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/team'
import { createRole } from './create-role'
import { listRoles, type Role } from './list-roles'
import { PermissionChoice } from './permission-choice'
import { roleKey } from './role-key'
import { roleName } from './role-name'
import { updateRole } from './update-role'

type Props = { role?: Role; readOnly?: boolean; onClose: () => void; onDelete?: () => void }

/** What a role may do: to read for a built-in one, to choose for one of the workspace's own. */
export const RoleSheet = ({ role, readOnly = false, onClose, onDelete }: Props) => {
  const queryClient = useQueryClient()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>(role?.permissions ?? [])
  const [missing, setMissing] = useState(false)
  const key = role?.name ?? roleKey(name)
  const saving = useMutation({
    mutationFn: () =>
      role ? updateRole(role.name, [...chosen]) : createRole({ name: key, permissions: [...chosen] }),
    onSuccess: () => {
      say(t('roles.saved', { name: roleName(key) }))
      onClose()
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: listRoles.queryKey }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(!key)
    if (key) saving.mutate()
  }
  const atName = problemOf(saving.error).errors?.name?.[0]
  return (
    <Sheet
      open
      onClose={onClose}
      title={role ? roleName(role.name) : t('roles.new')}
      description={role?.builtIn ? t('roles.builtInText') : t('roles.text')}
      footer={
        readOnly ? undefined : (
          <>
            {onDelete && (
              <Button kind="danger" className="mr-auto" onClick={onDelete}>
                {t('action.delete')}
              </Button>
            )}
            <Button onClick={onClose}>{t('action.cancel')}</Button>
            <Button kind="primary" type="submit" form="role" busy={saving.isPending}>
              {role ? t('action.save') : t('roles.create')}
            </Button>
          </>
        )
      }
    >
      <form id="role" noValidate className="space-y-5" onSubmit={submit}>
        {!role && (
          <Field
            label={t('roles.name')}
            hint={t('roles.nameHint')}
            error={missing && !key ? t('form.required') : atName}
          >
            {(wiring) => (
              <Input
                {...wiring}
                value={name}
                maxLength={40}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
        )}
        <PermissionChoice chosen={chosen} readOnly={readOnly} onChange={setChosen} />
        {saving.error && !atName && <Notice tone="bad">{sentenceOf(saving.error)}</Notice>}
      </form>
    </Sheet>
  )
}
