import { TabPanel, Tabs } from '@/components/ui/tabs'
import { CardWho } from '@/features/contacts/card-who'
import { Composer } from '@/features/contacts/composer'
import { Timeline } from '@/features/contacts/timeline'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import type { CardParts } from './card-page'
import { NextParts } from './card-three'

export type CardTab = 'next' | 'timeline' | 'details'

type Props = CardParts & { beside: boolean; tab: CardTab; onTab: (tab: CardTab) => void }

/** One part at a time; where there is room, what comes next stands beside them instead of behind a tab. */
export const CardTabs = ({ card, kind, onKind, beside, tab: chosen, onTab }: Props) => {
  const canWrite = useCan('contacts.write')
  const tab = beside && chosen === 'next' ? 'timeline' : chosen
  const next = { value: 'next' as const, label: t('card.tabNext'), count: card.followUps.length }
  const tabs = (
    <Tabs
      value={tab}
      onChange={onTab}
      label={t('card.tabs')}
      className="-mx-4 min-w-0 md:mx-0"
      tabs={[
        ...(beside ? [] : [next]),
        { value: 'timeline', label: t('card.tabTimeline') },
        { value: 'details', label: t('card.tabDetails') },
      ]}
    >
      <div className="px-4 pt-4 md:px-0">
        <TabPanel value="timeline">
          <div className="space-y-5">
            {canWrite && <Composer contactId={card.id} kind={kind} onKind={onKind} />}
            <Timeline contactId={card.id} />
          </div>
        </TabPanel>
        {!beside && (
          <TabPanel value="next">
            <div className="space-y-4">
              <NextParts card={card} />
            </div>
          </TabPanel>
        )}
        <TabPanel value="details">
          <CardWho card={card} />
        </TabPanel>
      </div>
    </Tabs>
  )
  if (!beside) return tabs
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_320px] items-start gap-6">
      {tabs}
      <div className="space-y-4">
        <NextParts card={card} />
      </div>
    </div>
  )
}
