import type { ReactNode } from 'react'
import { Logo } from '@/components/logo'
import { useTitle } from '@/components/page'
import { SampleRows } from '@/components/sample-rows'
import { t } from '@/lib/i18n/lazy/identity'

type Props = { title: string; text?: string; children: ReactNode }

/** The form on the left; on wide screens, what it leads to on the right. */
export const WelcomeFrame = ({ title, text, children }: Props) => {
  useTitle(title)
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(440px,1fr)_1.15fr]">
      <main className="flex flex-col px-5 py-6 md:px-10">
        <div className="flex items-center gap-2.5 text-lg font-semibold tracking-tight">
          <Logo />
          {t('app.name')}
        </div>
        <div className="m-auto w-full max-w-[360px] py-10">
          <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
          {text && <p className="mt-1.5 text-text-2 wrap-anywhere">{text}</p>}
          <div className="mt-7">{children}</div>
        </div>
      </main>
      <aside className="hidden flex-col justify-center border-l border-line bg-sunken px-12 py-10 lg:flex xl:px-20">
        <div className="w-full max-w-[560px]">
          <p className="text-2xl leading-tight font-semibold tracking-tight text-balance">
            {t('pitch.1')} <span className="text-text-3">{t('pitch.2')},</span>
            <br />
            {t('pitch.3')}.
          </p>
          <p className="mt-2 mb-8 text-text-2">{t('pitch.sub')}</p>
          <SampleRows />
        </div>
      </aside>
    </div>
  )
}
