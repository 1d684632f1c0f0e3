import { Button } from '@/components/ui/button'
import { t } from '@/lib/i18n/translate'
import { useRecordFact } from './fact-buttons'
import { factTypes } from './record-fact'

/** Every fact of the catalogue, for the ones that have no button of their own. */
export const ComposerFacts = ({ contactId }: { contactId: string }) => {
  const recording = useRecordFact(contactId)
  return (
    <div className="flex flex-wrap gap-1.5 p-3">
      {factTypes.map((type) => (
        <Button key={type} size="small" disabled={recording.isPending} onClick={() => recording.mutate(type)}>
          {t(`fact.${type}`)}
        </Button>
      ))}
    </div>
  )
}
