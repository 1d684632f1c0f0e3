import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Forbidden } from '@/components/states'
import { Button } from '@/components/ui/button'
import { RoleList } from '@/features/identity/role-list'
import { RoleSheet } from '@/features/identity/role-sheet'
import { useCan } from '@/lib/auth/session'
import { t } from '@/lib/i18n/lazy/team'
import { SettingsFrame } from './settings-frame'

export const RolesPage = () => {
  const allowed = useCan('identity.read')
  const canManage = useCan('identity.manage')
  const [making, setMaking] = useState(false)
  const make = canManage && (
    <Button kind="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setMaking(true)}>
      {t('roles.new')}
    </Button>
  )
  return (
    <SettingsFrame title={t('settings.roles')} text={t('roles.pageText')} wide actions={make}>
      {allowed ? <RoleList canManage={canManage} /> : <Forbidden />}
      {making && <RoleSheet onClose={() => setMaking(false)} />}
    </SettingsFrame>
  )
}
