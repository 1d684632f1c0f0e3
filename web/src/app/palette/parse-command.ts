import type { Later } from '@/lib/time/later'

export type Command =
  | { verb: 'log'; channel: 'call' | 'whatsapp' | 'meeting' | 'other'; who: string }
  | { verb: 'followUp'; who: string; when: Later }

const days: [RegExp, Later][] = [
  [/\s+(?:on\s+)?friday$/i, 'friday'],
  [/\s+tomorrow$/i, 'tomorrow'],
  [/\s+(?:next\s+week|(?:next\s+|on\s+)?monday)$/i, 'nextWeek'],
  [/\s+(?:next\s+month|in\s+30\s+days)$/i, 'nextMonth'],
]

/** Reads "log call with Ana", "call Ana", "message Ana", "follow up with Ana on Friday"; null when it is only a search. */
export const parseCommand = (text: string): Command | null => {
  const line = text.trim().replace(/\s+/g, ' ')
  const log = /^(?:log\s+)?(call|message|whatsapp|meeting)(?:\s+with)?\s+(.+)$/i.exec(line)
  if (log?.[1] && log[2]) {
    const said = log[1].toLowerCase()
    const channel = said === 'call' || said === 'meeting' || said === 'whatsapp' ? said : 'other'
    return { verb: 'log', channel, who: log[2] }
  }
  const follow = /^follow[\s-]?up(?:\s+with)?\s+(.+)$/i.exec(line)
  if (!follow?.[1]) return null
  for (const [pattern, when] of days)
    if (pattern.test(follow[1])) return { verb: 'followUp', when, who: follow[1].replace(pattern, '') }
  return { verb: 'followUp', when: 'tomorrow', who: follow[1] }
}
