import { saveFile } from '@/lib/api/save-file'
import { type AuditFilter, asked } from './audit-filter'

/** The log as CSV with the same filter; the server writes down that it was taken out. */
export const exportAudit = (filter: AuditFilter) =>
  saveFile('/platform/audit/export', 'audit.csv', asked(filter))
