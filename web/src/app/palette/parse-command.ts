import { type Later, type Weekday, weekdays } from '@/lib/time/later'

/** `who` is empty as long as no name is typed. */
export type Command =
  | { verb: 'log'; channel: 'call' | 'whatsapp' | 'meeting' | 'other'; who: string }
  | { verb: 'followUp'; who: string; when: Later | Weekday }
  | { verb: 'add'; who: string }

const days: [string, Later | Weekday][] = [
  ...weekdays.map((day): [string, Weekday] => [`(?:(?:on|next) )?${day}`, day]),
  ['tomorrow', 'tomorrow'],
  ['next week', 'nextWeek'],
  ['(?:next month|in 30 days)', 'nextMonth'],
]

/**
 * Reads "log call with Ana", "call Ana", "message Ana", "follow up with Ana on Friday", "follow up Friday with Ana",
 * "add contact Ana"; null when it is only a search.
 */
export const parseCommand = (text: string): Command | null => {
  const line = text.trim().replace(/\s+/g, ' ')
  const add = /^add contact (.+)$/i.exec(line)
  if (add?.[1]) return { verb: 'add', who: add[1] }
  const log = /^(log )?(call|message|whatsapp|meeting)( with)?(?: (.+))?$/i.exec(line)
  if (log?.[2]) {
    const [, order, what, linked, who = ''] = log
    // One word alone may be the beginning of a name.
    if (!order && !linked && !who) return null
    const said = what.toLowerCase()
    const channel = said === 'call' || said === 'meeting' || said === 'whatsapp' ? said : 'other'
    return { verb: 'log', channel, who }
  }
  const follow = /^follow[ -]?up(?: (.+))?$/i.exec(line)
  return follow && { verb: 'followUp', ...dated(follow[1] ?? '') }
}

const dated = (rest: string) => {
  for (const [day, when] of days)
    for (const pattern of [new RegExp(`(?:^| )${day}$`, 'i'), new RegExp(`^${day} `, 'i')])
      if (pattern.test(rest)) return { when, who: nameIn(rest.replace(pattern, '')) }
  return { when: 'tomorrow' as const, who: nameIn(rest) }
}

const nameIn = (text: string) => text.replace(/^with(?: |$)/i, '')
