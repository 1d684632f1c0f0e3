import { Bone, Skeleton } from '@/components/ui/skeleton'

export const TodaySkeleton = () => (
  <Skeleton className="-mx-4 border-y border-line bg-surface md:mx-0 md:rounded-lg md:border">
    {[0, 1, 2, 3].map((row) => (
      <div key={row} className="flex gap-3 border-t border-line px-4 py-4 first:border-t-0">
        <Bone className="size-9 rounded-full" />
        <div className="flex-1 space-y-2.5 pt-1">
          <Bone className="h-4 w-48" />
          <Bone className="h-3.5 w-3/4" />
          <Bone className="h-3.5 w-3/5" />
        </div>
      </div>
    ))}
  </Skeleton>
)
