import { useState } from 'react'
import { TabPanel, Tabs } from '@/components/ui/tabs'
import { CardWho } from '@/features/contacts/card-who'
import { Composer } from '@/features/contacts/composer'
import { Timeline } from '@/features/contacts/timeline'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/translate'
import type { CardParts } from './card-page'
import { NextParts } from './card-three'

export const CardTabs = ({ card, kind, onKind }: CardParts) => {
  const [tab, setTab] = useState<'timeline' | 'next' | 'details'>('timeline')
  const canWrite = useCan('contacts.write')
  return (
    <Tabs
      value={tab}
      onChange={setTab}
      label={t('card.tabs')}
      className="-mx-4 md:mx-0"
      tabs={[
        { value: 'timeline', label: t('card.tabTimeline') },
        { value: 'next', label: t('card.tabNext'), count: card.followUps.length },
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
        <TabPanel value="next">
          <div className="space-y-4">
            <NextParts card={card} />
          </div>
        </TabPanel>
        <TabPanel value="details">
          <CardWho card={card} />
        </TabPanel>
      </div>
    </Tabs>
  )
}
