import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { t } from '@/lib/i18n/lazy/audit'
import { type AuditFilter, auditFilter, modules } from './audit-filter'

const actions = ['insert', 'update', 'delete'] as const

export type Person = { id: string; name: string }

type Props = { filter: AuditFilter; members: Person[]; onChange: (filter: AuditFilter) => void }

export const AuditFilters = ({ filter, members, onChange }: Props) => {
  // Read as a URL is: an empty choice drops out, and so does what makes no sense.
  const set = (part: AuditFilter) => onChange(auditFilter({ ...filter, ...part }))
  return (
    <div className="mb-5 grid grid-cols-2 items-end gap-3 lg:grid-cols-[repeat(6,minmax(0,1fr))]">
      <Field label={t('audit.member')}>
        {(wiring) => (
          <Select
            {...wiring}
            value={filter.member ?? ''}
            onChange={(event) => set({ member: event.target.value })}
          >
            <option value="">{t('audit.anyMember')}</option>
            {members.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('audit.module')}>
        {(wiring) => (
          <Select
            {...wiring}
            value={filter.module ?? ''}
            onChange={(event) => set({ module: event.target.value })}
          >
            <option value="">{t('audit.anyModule')}</option>
            {modules.map((each) => (
              <option key={each} value={each}>
                {t(`audit.moduleName.${each}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('audit.action')}>
        {(wiring) => (
          <Select
            {...wiring}
            value={filter.action ?? ''}
            onChange={(event) => set({ action: event.target.value })}
          >
            <option value="">{t('audit.anyAction')}</option>
            {actions.map((each) => (
              <option key={each} value={each}>
                {t(`audit.choose.${each}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Subject
        key={filter.subject ?? ''}
        value={filter.subject ?? ''}
        onSay={(subject) => set({ subject })}
      />
      <Field label={t('audit.from')}>
        {(wiring) => (
          <Input
            {...wiring}
            type="date"
            value={filter.from ?? ''}
            max={filter.to}
            onChange={(event) => set({ from: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('audit.to')}>
        {(wiring) => (
          <Input
            {...wiring}
            type="date"
            value={filter.to ?? ''}
            min={filter.from}
            onChange={(event) => set({ to: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}

/** Goes into the address when it is said whole: half a word finds nothing. */
const Subject = ({ value, onSay }: { value: string; onSay: (value: string) => void }) => {
  const [text, setText] = useState(value)
  const say = () => text.trim() !== value && onSay(text.trim().toLowerCase().replaceAll(' ', '_'))
  return (
    <Field label={t('audit.subject')}>
      {(wiring) => (
        <Input
          {...wiring}
          value={text}
          placeholder={t('audit.subjectHint')}
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          onChange={(event) => setText(event.target.value)}
          onBlur={say}
          onKeyDown={(event) => event.key === 'Enter' && say()}
        />
      )}
    </Field>
  )
}
