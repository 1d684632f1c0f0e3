import { ShortcutList } from '@/components/shortcut-list'
import { Sheet } from '@/components/ui/sheet'
import { t } from '@/lib/i18n/translate'

export const ShortcutsSheet = ({ onClose }: { onClose: () => void }) => (
  <Sheet open onClose={onClose} title={t('shortcuts.title')}>
    <ShortcutList />
  </Sheet>
)
