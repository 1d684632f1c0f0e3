import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/today'
import { showOverlay } from '@/lib/overlays'
import { enough, FirstCount } from './first-count'
import { listContacts } from './list-contacts'

/** Above a list of one or two people: how many are still to come. */
export const FirstSteps = () => {
  const { data } = useInfiniteQuery(listContacts({}))
  const canWrite = useCan('contacts.write')
  const there = data?.pages[0]?.items.length ?? 0
  if (!canWrite || there === 0 || there >= enough) return null
  return (
    <section className="anim-fade mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-surface px-4 py-3">
      <FirstCount there={there} />
      <p className="min-w-0 flex-1 basis-60 text-sm text-text-2">
        {t('today.firstMore', { n: enough - there })}
      </p>
      <Button onClick={() => showOverlay('add-three')}>{t('today.firstAdd', { n: enough - there })}</Button>
    </section>
  )
}
