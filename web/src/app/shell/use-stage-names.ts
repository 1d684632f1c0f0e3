import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { getPipelineSettings } from '@/features/contacts/get-pipeline-settings'
import { nameStages } from '@/lib/stages'

/** Takes the workspace's names of the stages. What shows them goes by this key: with other names it is shown anew. */
export const useStageNames = () => {
  const labels = useQuery({ ...getPipelineSettings, staleTime: 5 * 60_000 }).data?.data.labels
  return useMemo(() => nameStages(labels), [labels])
}
