import type { ReactNode } from 'react'
import { Page, useTitle } from '@/components/page'
import { t } from '@/lib/i18n/lazy/identity'
import { useDesktop } from '@/lib/use-media'
import { BackToSettings } from './back-to-settings'
import { SettingsNav } from './settings-nav'

type Props = { title: string; text?: string; wide?: boolean; actions?: ReactNode; children: ReactNode }

/** One section: beside the others on a desktop, a page with a way back on a phone. */
export const SettingsFrame = (props: Props) => (useDesktop() ? <Beside {...props} /> : <Alone {...props} />)

const Beside = ({ title, text, wide, actions, children }: Props) => {
  useTitle(title)
  return (
    <Page title={t('settings.title')}>
      <div className="grid grid-cols-[180px_minmax(0,1fr)] gap-8 lg:gap-10">
        <SettingsNav />
        <section aria-labelledby="section" className={wide ? undefined : 'max-w-[560px]'}>
          <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
            <div className="min-w-0">
              <h2 id="section" className="text-lg font-semibold tracking-tight">
                {title}
              </h2>
              {text && <p className="mt-0.5 text-text-2">{text}</p>}
            </div>
            {actions}
          </header>
          <div className="mt-5">{children}</div>
        </section>
      </div>
    </Page>
  )
}

const Alone = ({ title, text, actions, children }: Props) => (
  <Page title={title} subtitle={text} actions={actions} above={<BackToSettings />} className="pt-1!">
    {children}
  </Page>
)
