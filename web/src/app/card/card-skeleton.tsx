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
    <div className="@container">
      <div className="grid gap-8 @min-[720px]:grid-cols-[1fr_320px] @min-[1080px]:grid-cols-[260px_1fr_340px]">
        <Bone className="hidden h-48 @min-[1080px]:block" />
        <Bone className="h-64" />
        <Bone className="hidden h-64 @min-[720px]:block" />
      </div>
    </div>
  </Skeleton>
)
