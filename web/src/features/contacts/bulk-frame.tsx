import type { ReactNode } from 'react'

/** Over the end of the list; on a phone in place of the bar that leads elsewhere. */
export const BulkFrame = ({ label, children }: { label: string; children: ReactNode }) => (
  <section
    aria-label={label}
    className="safe-bottom fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface md:sticky md:inset-x-auto md:bottom-4 md:mx-auto md:w-fit md:max-w-full md:rounded-lg md:border md:shadow-float"
  >
    <div className="flex flex-col gap-2 px-4 py-2 md:flex-row md:flex-wrap md:items-center md:gap-x-4 md:px-3">
      {children}
    </div>
  </section>
)
