import { useQuery } from '@tanstack/react-query'
import { Page } from '@/components/page'
import { Forbidden } from '@/components/states'
import { Button } from '@/components/ui/button'
import { type AuditFilter, isFiltered } from '@/features/audit/audit-filter'
import { AuditFilters } from '@/features/audit/audit-filters'
import { AuditList } from '@/features/audit/audit-list'
import { listMembers } from '@/features/identity/list-members'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/audit'
import { BackToSettings } from './back-to-settings'

type Props = { filter: AuditFilter; onFilter: (filter: AuditFilter) => void }

export const AuditPage = ({ filter, onFilter }: Props) => {
  const allowed = useCan('platform.audit')
  const members = useQuery({ ...listMembers, enabled: allowed }).data ?? []
  return (
    <Page
      title={t('audit.title')}
      subtitle={t('audit.text')}
      above={<BackToSettings />}
      // Always there: it would move the list when it came.
      actions={
        allowed && (
          <Button size="small" disabled={!isFiltered(filter)} onClick={() => onFilter({})}>
            {t('audit.clear')}
          </Button>
        )
      }
      className="pt-1! md:pt-3!"
    >
      {allowed ? (
        <>
          <AuditFilters filter={filter} members={members} onChange={onFilter} />
          <AuditList filter={filter} members={members} />
        </>
      ) : (
        <Forbidden />
      )}
    </Page>
  )
}
