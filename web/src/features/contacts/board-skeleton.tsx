import { Bone, Skeleton } from '@/components/ui/skeleton'

export const BoardSkeleton = () => (
  <Skeleton className="flex gap-3 overflow-hidden">
    {[3, 2, 4, 1, 2].map((cards, column) => (
      <div key={column} className="w-full shrink-0 space-y-2 md:w-60">
        <Bone className="mb-3 h-4 w-32" />
        {Array.from({ length: cards }, (_, card) => (
          <Bone key={card} className="h-[61px] rounded-md" />
        ))}
      </div>
    ))}
  </Skeleton>
)
