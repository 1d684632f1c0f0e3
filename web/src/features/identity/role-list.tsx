import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ChevronRight, Lock } from 'lucide-react'
import { useState } from 'react'
import { Confirm } from '@/components/confirm'
import { ErrorState } from '@/components/states'
import { say, sayError } from '@/components/toast'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { t } from '@/lib/i18n/lazy/team'
import { deleteRole } from './delete-role'
import { listRoles, type Role } from './list-roles'
import { roleName } from './role-name'
import { RoleSheet } from './role-sheet'

export const RoleList = ({ canManage }: { canManage: boolean }) => {
  const { data, error, isPending, refetch } = useQuery(listRoles)
  const queryClient = useQueryClient()
  const [open, setOpen] = useState<Role | null>(null)
  const [asked, setAsked] = useState<Role | null>(null)
  const removing = useMutation({
    mutationFn: ({ name }: Role) => deleteRole(name),
    onSuccess: (_, { name }) => {
      say(t('roles.deleted', { name: roleName(name) }))
      setOpen(null)
    },
    onError: sayError,
    onSettled: () => (setAsked(null), queryClient.invalidateQueries({ queryKey: listRoles.queryKey })),
  })
  if (isPending)
    return (
      <Skeleton>
        <Bone className="h-72 rounded-lg" />
      </Skeleton>
    )
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <>
      <ul aria-label={t('settings.roles')} className="rounded-lg border border-line bg-surface">
        {data.map((role) => (
          <li key={role.name} className="border-t border-line first:border-t-0">
            <button
              type="button"
              aria-haspopup="dialog"
              onClick={() => setOpen(role)}
              className="flex min-h-14 w-full items-center gap-3 px-4 py-2 text-left transition-colors hover:bg-hover focus-visible:-outline-offset-2"
            >
              <span className="min-w-0 flex-1">
                <span className="flex items-center gap-1.5 font-medium">
                  <span className="truncate">{roleName(role.name)}</span>
                  {role.builtIn && (
                    <Lock aria-label={t('roles.builtIn')} className="size-3.5 shrink-0 text-text-3" />
                  )}
                </span>
                <span className="block text-sm text-text-2">
                  {t('roles.counts', { n: role.permissions.length, members: role.members })}
                </span>
              </span>
              <ChevronRight aria-hidden className="size-4 text-text-3" />
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <RoleSheet
          role={open}
          readOnly={open.builtIn || !canManage}
          onClose={() => setOpen(null)}
          onDelete={() => setAsked(open)}
        />
      )}
      {asked && (
        <Confirm
          title={t('roles.deleteTitle', { name: roleName(asked.name) })}
          label={t('action.delete')}
          busy={removing.isPending}
          onConfirm={() => removing.mutate(asked)}
          onClose={() => setAsked(null)}
        >
          {t('roles.deleteText')}
        </Confirm>
      )}
    </>
  )
}
