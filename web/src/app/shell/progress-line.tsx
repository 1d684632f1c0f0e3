import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { isUnderWay } from '@/features/contacts/import'
import { listImports } from '@/features/contacts/list-imports'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'

/** The thin line on top: how far the running import is, and the way to it. */
export const ProgressLine = () => {
  const can = useCan('contacts.import')
  const { data } = useQuery({ ...listImports, enabled: can })
  const running = data?.find(isUnderWay)
  if (!running) return null
  const share = running.total > 0 ? running.processed / running.total : 0
  const label = t('progress.import', {
    file: running.fileName,
    done: running.processed,
    total: running.total,
  })
  return (
    <Link
      to="/import/$id"
      params={{ id: running.id }}
      title={label}
      aria-label={label}
      className="fixed inset-x-0 top-0 z-30 block h-[3px] overflow-hidden bg-line after:absolute after:inset-x-0 after:h-6"
    >
      {share > 0 ? (
        <span
          className="block h-full bg-accent transition-[width] duration-300"
          style={{ width: `${share * 100}%` }}
        />
      ) : (
        <span className="anim-travel block h-full w-1/3 bg-accent" />
      )}
    </Link>
  )
}
