import { Kbd } from '@/components/ui/kbd'
import { t } from '@/lib/i18n/translate'

type Row = { keys: string[]; what: string }
const mod = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'

const groups: { title: string; rows: Row[] }[] = [
  {
    title: t('shortcuts.everywhere'),
    rows: [
      { keys: [mod, 'K'], what: t('shortcuts.palette') },
      { keys: ['C'], what: t('shortcuts.add') },
      { keys: ['G', 'T'], what: t('shortcuts.goToday') },
      { keys: ['G', 'C'], what: t('shortcuts.goContacts') },
      { keys: ['G', 'B'], what: t('shortcuts.goBoard') },
      { keys: ['G', 'I'], what: t('shortcuts.goImport') },
      { keys: ['?'], what: t('shortcuts.help') },
    ],
  },
  {
    title: t('shortcuts.today'),
    rows: [
      { keys: ['J', 'K'], what: t('shortcuts.nextRow') },
      { keys: ['S'], what: t('shortcuts.send') },
      { keys: ['D'], what: t('shortcuts.done') },
      { keys: ['Z'], what: t('shortcuts.snooze') },
      { keys: ['Enter'], what: t('shortcuts.open') },
    ],
  },
  {
    title: t('shortcuts.board'),
    rows: [
      { keys: ['M', '←', '→'], what: t('shortcuts.move') },
      { keys: ['Enter'], what: t('shortcuts.drop') },
    ],
  },
]

export const ShortcutList = () => (
  <div className="space-y-5">
    {groups.map((group) => (
      <section key={group.title}>
        <h3 className="mb-1 text-sm font-medium text-text-3">{group.title}</h3>
        <dl>
          {group.rows.map((row) => (
            <div
              key={row.what}
              className="flex items-center justify-between gap-4 border-t border-line py-2 first:border-t-0"
            >
              <dt>{row.what}</dt>
              <dd className="flex gap-1">
                {row.keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    ))}
  </div>
)
