import { Link } from '@tanstack/react-router'
import { ArrowRight, ContactRound, FileUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { SampleRows } from '@/components/sample-rows'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/today'
import { showOverlay } from '@/lib/overlays'
import { FirstCount } from './first-count'

const way =
  'flex min-h-11 w-full items-center gap-3.5 rounded-lg border border-line-strong bg-surface p-4 text-left transition-colors hover:bg-hover'

const Way = ({ icon, title, text }: { icon: ReactNode; title: string; text: string }) => (
  <>
    <span className="grid size-10 shrink-0 place-items-center rounded-md bg-accent-soft text-accent-strong">
      {icon}
    </span>
    <span className="min-w-0 flex-1">
      <span className="block font-semibold">{title}</span>
      <span className="block text-sm text-text-2">{text}</span>
    </span>
    <ArrowRight aria-hidden className="size-4 shrink-0 text-text-3" />
  </>
)

/** What stands where people would, before there are any: two ways to bring them in, and what comes of it. */
export const FirstPeople = () => {
  const canImport = useCan('contacts.import')
  const canWrite = useCan('contacts.write')
  return (
    <section className="grid gap-7 rounded-lg border border-line bg-surface p-4 md:p-8">
      <div className="max-w-[64ch]">
        <h2 className="text-lg font-semibold tracking-tight">{t('today.emptyTitle')}</h2>
        <p className="mt-1 text-text-2">
          {canImport || canWrite ? t('today.emptyText') : t('today.emptyReadOnly')}
        </p>
      </div>
      {(canImport || canWrite) && (
        <div className="grid gap-3">
          <FirstCount there={0} />
          <div className="grid gap-3 md:grid-cols-2">
            {canImport && (
              <Link to="/import" className={way}>
                <Way
                  icon={<FileUp aria-hidden className="size-5" />}
                  title={t('today.emptyImport')}
                  text={t('today.wayImport')}
                />
              </Link>
            )}
            {canWrite && (
              <button type="button" className={way} onClick={() => showOverlay('add-three')}>
                <Way
                  icon={<ContactRound aria-hidden className="size-5" />}
                  title={t('today.emptyAdd')}
                  text={t('today.wayAdd')}
                />
              </button>
            )}
          </div>
        </div>
      )}
      <figure>
        <figcaption className="mb-2 text-sm font-medium text-text-3">{t('today.emptyPicture')}</figcaption>
        <SampleRows faded />
      </figure>
    </section>
  )
}
