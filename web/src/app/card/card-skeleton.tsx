import { Bone, Skeleton } from '@/components/ui/skeleton'

export const CardSkeleton = () => (
  <Skeleton className="px-4 pt-14 md:px-8">
    <div className="mb-8 flex items-center gap-4">
      <Bone className="size-14 rounded-full" />
      <div className="space-y-2">
        <Bone className="h-5 w-44" />
        <Bone className="h-3.5 w-28" />
      </div>
    </div>
    <div className="grid gap-8 lg:grid-cols-[260px_1fr_340px]">
      <Bone className="h-48" />
      <Bone className="h-64" />
      <Bone className="h-64" />
    </div>
  </Skeleton>
)
