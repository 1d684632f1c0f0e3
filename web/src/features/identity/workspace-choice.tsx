import { useMutation, useQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { sayError } from '@/components/toast'
import { sentenceOf } from '@/lib/api/problem'
import { t } from '@/lib/i18n/lazy/identity'
import { cx } from '@/lib/style'
import { listMyWorkspaces, type MyWorkspace } from './list-my-workspaces'
import { roleName } from './role-name'
import { switchWorkspace } from './switch-workspace'
import { WorkspaceMark } from './workspace-mark'

/** The workspaces I belong to; choosing one goes there. */
export const WorkspaceChoice = ({ onHere }: { onHere: () => void }) => {
  const { data, error } = useQuery(listMyWorkspaces)
  const switching = useMutation({ mutationFn: switchWorkspace, onError: sayError })
  if (!data)
    return (
      <p className="flex min-h-11 items-center px-2 text-sm text-text-3">
        {error ? sentenceOf(error) : t('state.loading')}
      </p>
    )
  // It stays busy until the page is loaded anew.
  const busy = switching.isPending || switching.isSuccess
  const choose = (workspace: MyWorkspace) => (workspace.current ? onHere() : switching.mutate(workspace.id))
  return (
    <ul aria-label={t('nav.workspaces')}>
      {data.map((workspace) => (
        <li key={workspace.id}>
          <button
            type="button"
            disabled={busy}
            aria-current={workspace.current || undefined}
            aria-busy={(busy && switching.variables === workspace.id) || undefined}
            onClick={() => choose(workspace)}
            className={cx(
              'flex min-h-11 w-full items-center gap-2.5 rounded-sm px-2 py-1 text-left hover:bg-hover',
              busy && switching.variables !== workspace.id && 'opacity-50',
            )}
          >
            <WorkspaceMark name={workspace.name} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{workspace.name}</span>
              <span className="block text-xs text-text-3">
                {busy && switching.variables === workspace.id
                  ? t('workspaces.going')
                  : roleName(workspace.role)}
              </span>
            </span>
            {workspace.current && (
              <Check aria-label={t('workspaces.here')} className="size-4 text-accent-strong" />
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}
