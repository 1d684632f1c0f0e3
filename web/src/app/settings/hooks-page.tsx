import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Forbidden } from '@/components/states'
import { Button } from '@/components/ui/button'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/hooks'
import { HookList } from './hook-list'
import { HookSheet } from './hook-sheet'
import { SettingsFrame } from './settings-frame'

export const HooksPage = () => {
  const allowed = useCan('contacts.hooks')
  const [making, setMaking] = useState(false)
  const make = allowed && (
    <Button kind="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setMaking(true)}>
      {t('hooks.new')}
    </Button>
  )
  return (
    <SettingsFrame title={t('hooks.title')} text={t('hooks.text')} wide actions={make}>
      {allowed ? <HookList /> : <Forbidden />}
      {making && <HookSheet onClose={() => setMaking(false)} />}
    </SettingsFrame>
  )
}
