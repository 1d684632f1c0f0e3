import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { t } from '@/lib/i18n/translate'

/** Behind a fold, because it is the exception: it needs a reason and is marked in the timeline. */
export const ForceMove = ({ busy, onForce }: { busy: boolean; onForce: (reason: string) => void }) => {
  const [reason, setReason] = useState('')
  return (
    <details className="mt-5 text-sm">
      <summary className="w-fit rounded-sm font-medium text-text-2 hover:text-text touch:py-3">
        {t('gate.force')}
      </summary>
      <form
        className="mt-3 space-y-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim()) onForce(reason.trim())
        }}
      >
        <Field label={t('gate.reason')} hint={t('gate.forceText')}>
          {(wiring) => (
            <Input
              {...wiring}
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" busy={busy} disabled={!reason.trim()}>
          {t('gate.force')}
        </Button>
      </form>
    </details>
  )
}
