import { useMutation, useQuery } from '@tanstack/react-query'
import { sayError } from '@/components/toast'
import { MenuItem, MenuLabel } from '@/components/ui/menu'
import { sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/identity'
import { listMyWorkspaces } from './list-my-workspaces'
import { roleName } from './role-name'
import { switchWorkspace } from './switch-workspace'
import { WorkspaceMark } from './workspace-mark'

/** The workspaces I belong to, in the sidebar's menu. */
export const WorkspaceItems = () => {
  const { data, error } = useQuery(listMyWorkspaces)
  const switching = useMutation({ mutationFn: switchWorkspace, onError: sayError })
  return (
    <>
      <MenuLabel>{t('nav.workspaces')}</MenuLabel>
      {!data && (
        <p className="flex min-h-11 max-w-64 items-center px-2 text-sm text-text-3">
          {error ? sentenceOf(error) : t('state.loading')}
        </p>
      )}
      {data?.map(({ id, name, role, current }) => (
        <MenuItem
          key={id}
          icon={<WorkspaceMark name={name} />}
          hint={current ? <span aria-label={t('workspaces.here')}>✓</span> : undefined}
          onSelect={() => current || switching.mutate(id)}
        >
          <span className="block max-w-56 truncate font-medium">{name}</span>
          <span className="block text-xs text-text-3">{roleName(role)}</span>
        </MenuItem>
      ))}
    </>
  )
}
