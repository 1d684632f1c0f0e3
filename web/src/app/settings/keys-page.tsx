import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Forbidden } from '@/components/states'
import { Button } from '@/components/ui/button'
import { KeyList } from '@/features/identity/key-list'
import { KeySheet } from '@/features/identity/key-sheet'
import { useCan, useMe } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/keys'
import { SettingsFrame } from './settings-frame'

export const KeysPage = () => {
  const me = useMe()
  const allowed = useCan('identity.api-keys')
  const [making, setMaking] = useState(false)
  if (!me) return null
  const make = allowed && (
    <Button kind="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setMaking(true)}>
      {t('keys.new')}
    </Button>
  )
  return (
    <SettingsFrame title={t('keys.title')} text={t('keys.text')} wide actions={make}>
      {allowed ? <KeyList ownId={me.id} /> : <Forbidden />}
      {making && <KeySheet onClose={() => setMaking(false)} />}
    </SettingsFrame>
  )
}
