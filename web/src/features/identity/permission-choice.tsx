import { useQuery } from '@tanstack/react-query'
import { Check, Minus } from 'lucide-react'
import { ErrorState } from '@/components/states'
import { Bone, Skeleton } from '@/components/ui/skeleton'
import { t } from '@/lib/i18n/lazy/team'
import { cx } from '@/lib/style'
import { listPermissions, type Permission } from './list-permissions'

const areas: Record<string, string> = {
  contacts: t('roles.area.contacts'),
  campaigns: t('roles.area.campaigns'),
  identity: t('roles.area.identity'),
  intelligence: t('roles.area.intelligence'),
  platform: t('roles.area.platform'),
}

const byArea = (permissions: Permission[]) => {
  const found = new Map<string, Permission[]>()
  for (const permission of permissions) {
    const area = permission.name.split('.')[0] ?? permission.name
    found.set(area, [...(found.get(area) ?? []), permission])
  }
  return [...found]
}

type Props = { chosen: readonly string[]; readOnly: boolean; onChange: (chosen: string[]) => void }

export const PermissionChoice = ({ chosen, readOnly, onChange }: Props) => {
  const { data, error, isPending, refetch } = useQuery(listPermissions)
  if (isPending)
    return (
      <Skeleton className="space-y-2">
        <Bone className="h-24 rounded-lg" />
        <Bone className="h-24 rounded-lg" />
      </Skeleton>
    )
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />
  const toggle = (name: string) =>
    onChange(chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen, name])
  return (
    <div className="space-y-5">
      {byArea(data).map(([area, permissions]) => (
        <fieldset key={area}>
          <legend className="mb-1.5 text-sm font-medium text-text-2">{areas[area] ?? area}</legend>
          <div className="rounded-lg border border-line">
            {permissions.map((permission) =>
              readOnly ? (
                <Granted
                  key={permission.name}
                  permission={permission}
                  granted={chosen.includes(permission.name)}
                />
              ) : (
                <Choice
                  key={permission.name}
                  permission={permission}
                  checked={chosen.includes(permission.name)}
                  onToggle={() => toggle(permission.name)}
                />
              ),
            )}
          </div>
        </fieldset>
      ))}
    </div>
  )
}

const row = 'flex items-start gap-3 border-t border-line px-3 py-2.5 first:border-t-0'

const Granted = ({ permission, granted }: { permission: Permission; granted: boolean }) => (
  <div className={cx(row, !granted && 'text-text-3')}>
    {granted ? (
      <Check aria-label={t('roles.may')} className="mt-0.5 size-4 shrink-0 text-accent-strong" />
    ) : (
      <Minus aria-label={t('roles.mayNot')} className="mt-0.5 size-4 shrink-0" />
    )}
    {permission.meaning || permission.name}
  </div>
)

type ChoiceProps = { permission: Permission; checked: boolean; onToggle: () => void }

const Choice = ({ permission, checked, onToggle }: ChoiceProps) => {
  // What it has may be taken away; nobody gives what they do not hold.
  const fixed = !permission.held && !checked
  return (
    <label className={cx(row, fixed ? 'text-text-3' : 'cursor-pointer hover:bg-hover', 'touch:min-h-11')}>
      <input
        type="checkbox"
        checked={checked}
        disabled={fixed}
        onChange={onToggle}
        className="mt-0.5 size-4 shrink-0 accent-[var(--accent)] touch:size-5"
      />
      <span>
        {permission.meaning || permission.name}
        {fixed && <span className="block text-xs">{t('roles.notHeld')}</span>}
      </span>
    </label>
  )
}
