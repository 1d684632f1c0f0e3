import { cx } from '@/lib/style'

const initials = (name: string) => {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /\p{L}|\p{N}/u.test(word))
  const first = words[0] ?? '?'
  const last = words.length > 1 ? words[words.length - 1] : ''
  return `${[...first][0] ?? ''}${[...(last ?? '')][0] ?? ''}`.toUpperCase()
}

type Props = { name: string; size?: 'small' | 'normal' | 'large' }

export const Avatar = ({ name, size = 'normal' }: Props) => (
  <span
    aria-hidden
    className={cx(
      'grid shrink-0 place-items-center rounded-full bg-line font-semibold text-text-2 select-none',
      size === 'small' && 'size-7 text-2xs',
      size === 'normal' && 'size-9 text-sm',
      size === 'large' && 'size-14 text-xl',
    )}
  >
    {initials(name)}
  </span>
)
