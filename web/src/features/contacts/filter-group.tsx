import { Plus, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Select } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { t } from '@/lib/i18n/lazy/views'
import { cx } from '@/lib/style'
import { type FilterField, opsOf } from './filter-fields'
import {
  type Condition,
  deepest,
  type Group,
  groupOf,
  isAny,
  isGroup,
  type Node,
  ops,
  partsOf,
} from './filter-tree'
import { FilterValue } from './filter-value'

type Props = {
  group: Group
  fields: FilterField[]
  depth?: number
  onChange: (group: Group) => void
  onRemove?: () => void
}

const first = (fields: FilterField[]): Condition => {
  const field = fields[0]
  return { field: field?.name ?? 'stage', op: (field && opsOf[field.kind][0]) ?? 'is' }
}

export const FilterGroup = ({ group, fields, depth = 1, onChange, onRemove }: Props) => {
  const parts = partsOf(group)
  const change = (next: Node[]) => onChange(groupOf(isAny(group), next))
  const put = (at: number, part: Node) => change(parts.map((each, index) => (index === at ? part : each)))
  const drop = (at: number) => change(parts.filter((_, index) => index !== at))
  return (
    <div
      role="group"
      aria-label={isAny(group) ? t('filter.any') : t('filter.all')}
      className={cx('space-y-3', depth > 1 && 'rounded-md border border-line-strong bg-sunken p-3')}
    >
      {(parts.length > 1 || depth > 1) && (
        <div className="flex items-center justify-between gap-2">
          <Segmented
            label={t('filter.match')}
            value={isAny(group) ? 'any' : 'all'}
            onChange={(how) => onChange(groupOf(how === 'any', parts))}
            options={[
              { value: 'all', label: t('filter.all') },
              { value: 'any', label: t('filter.any') },
            ]}
          />
          {onRemove && (
            <IconButton label={t('filter.removeGroup')} onClick={onRemove}>
              <X />
            </IconButton>
          )}
        </div>
      )}
      {parts.map((part, at) =>
        isGroup(part) ? (
          <FilterGroup
            // Parts have no name of their own, and none changes its place.
            key={at}
            group={part}
            fields={fields}
            depth={depth + 1}
            onChange={(next) => put(at, next)}
            onRemove={() => drop(at)}
          />
        ) : (
          <ConditionRow
            key={at}
            number={at + 1}
            condition={part}
            fields={fields}
            onChange={(next) => put(at, next)}
            onRemove={() => drop(at)}
          />
        ),
      )}
      <div className="-ml-2 flex flex-wrap">
        <Button
          kind="quiet"
          size="small"
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => change([...parts, first(fields)])}
        >
          {t('filter.add')}
        </Button>
        {depth < deepest && (
          <Button
            kind="quiet"
            size="small"
            icon={<Plus aria-hidden className="size-4" />}
            onClick={() => change([...parts, groupOf(!isAny(group), [first(fields)])])}
          >
            {t('filter.addGroup')}
          </Button>
        )}
      </div>
    </div>
  )
}

type RowProps = {
  number: number
  condition: Condition
  fields: FilterField[]
  onChange: (condition: Condition) => void
  onRemove: () => void
}

const ConditionRow = ({ number, condition, fields, onChange, onRemove }: RowProps) => {
  const field = fields.find(({ name }) => name === condition.field)
  const choose = (name: string) => {
    const next = fields.find((each) => each.name === name)
    if (next) onChange({ field: name, op: opsOf[next.kind][0] ?? 'is' })
  }
  const compare = (op: string) => {
    const next = ops.find((each) => each === op)
    // A value stays where the next operator reads the same.
    if (next)
      onChange({
        field: condition.field,
        op: next,
        ...(sameShape(condition.op, next) ? { value: condition.value } : {}),
      })
  }
  return (
    <div
      role="group"
      aria-label={t('filter.condition', { n: number })}
      className="flex items-start gap-1 rounded-md border border-line bg-surface p-2"
    >
      <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-2">
        <Select
          aria-label={t('filter.field')}
          value={condition.field}
          onChange={({ target }) => choose(target.value)}
        >
          {!field && <option value={condition.field}>{t('filter.missing')}</option>}
          {fields.filter(({ own }) => !own).map(asOption)}
          {fields.some(({ own }) => own) && (
            <optgroup label={t('filter.ownFields')}>{fields.filter(({ own }) => own).map(asOption)}</optgroup>
          )}
        </Select>
        {field && (
          <Select
            aria-label={t('filter.how')}
            value={condition.op}
            onChange={({ target }) => compare(target.value)}
          >
            {opsOf[field.kind].map((op) => (
              <option key={op} value={op}>
                {t(`filter.op.${op}`)}
              </option>
            ))}
          </Select>
        )}
        {field && (
          <div className="empty:hidden sm:col-span-2">
            <FilterValue
              field={field}
              condition={condition}
              onChange={(value) => onChange({ ...condition, value })}
            />
          </div>
        )}
      </div>
      <IconButton label={t('filter.remove', { n: number })} onClick={onRemove}>
        <X />
      </IconButton>
    </div>
  )
}

const asOption = ({ name, label }: FilterField) => (
  <option key={name} value={name}>
    {label}
  </option>
)

const shape = (op: Condition['op']) =>
  op === 'anyOf' ? 'list' : /Days/.test(op) ? 'days' : op === 'empty' || op === 'notEmpty' ? 'none' : 'one'
const sameShape = (left: Condition['op'], right: Condition['op']) => shape(left) === shape(right)
