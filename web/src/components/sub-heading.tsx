import { useDesktop } from '@/lib/use-media'

/** Within a section of the settings, whose own heading is the page's on a phone and one deeper on a desktop. */
export const SubHeading = ({ id, children }: { id: string; children: string }) => {
  const Level = useDesktop() ? 'h3' : 'h2'
  return (
    <Level id={id} className="font-semibold">
      {children}
    </Level>
  )
}
