import { Monitor, Moon, Sun } from 'lucide-react'
import { Segmented } from '@/components/ui/segmented'
import { t } from '@/lib/i18n/translate'
import { chooseTheme, useTheme } from '@/lib/theme'

export const Appearance = () => (
  <Segmented
    label={t('settings.theme')}
    value={useTheme()}
    onChange={chooseTheme}
    options={[
      { value: 'light', label: t('settings.light'), icon: <Sun aria-hidden /> },
      { value: 'dark', label: t('settings.dark'), icon: <Moon aria-hidden /> },
      { value: 'system', label: t('settings.system'), icon: <Monitor aria-hidden /> },
    ]}
  />
)
