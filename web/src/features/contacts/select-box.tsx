import { type ChangeEvent, useEffect, useRef } from 'react'
import { cx } from '@/lib/style'

type Props = {
  label: string
  checked: boolean
  /** Some of them are. */
  partly?: boolean
  className?: string
  /** With `range` where the shift key was held. */
  onToggle: (range: boolean) => void
}

/** As large as its cell: the link behind it is not opened by a click beside the box. */
export const SelectBox = ({ label, checked, partly = false, className, onToggle }: Props) => {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = partly
  }, [partly])
  return (
    <label className={cx('grid cursor-pointer place-items-center select-none', className)}>
      <input
        ref={box}
        type="checkbox"
        aria-label={label}
        checked={checked}
        onChange={({ nativeEvent }: ChangeEvent<HTMLInputElement>) =>
          onToggle(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }
        className="size-4 accent-[var(--accent)] touch:size-5"
      />
    </label>
  )
}
