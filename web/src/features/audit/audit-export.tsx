import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { say, sayError } from '@/components/toast'
import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/lazy/audit'
import type { AuditFilter } from './audit-filter'
import { exportAudit } from './export-audit'

export const AuditExport = ({ filter }: { filter: AuditFilter }) => {
  const taking = useMutation({
    mutationFn: () => exportAudit(filter),
    onSuccess: () => say(t('audit.exported')),
    onError: sayError,
  })
  return (
    <Button
      size="small"
      busy={taking.isPending}
      icon={<Download aria-hidden className="size-4" />}
      onClick={() => taking.mutate()}
    >
      {t('audit.export')}
    </Button>
  )
}
