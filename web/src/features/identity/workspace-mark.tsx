export const WorkspaceMark = ({ name }: { name: string }) => (
  <span
    aria-hidden
    className="grid size-7 shrink-0 place-items-center rounded-md bg-line text-xs font-semibold text-text-2"
  >
    {[...name.trim()][0]?.toUpperCase()}
  </span>
)
