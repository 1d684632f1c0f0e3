import { AtSign, Building2, Camera, Link2, Mail, MessageCircle, Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import { Ago, Due } from '@/components/moment'
import { Warmth } from '@/components/warmth'
import { countryName } from '@/lib/countries'
import { t } from '@/lib/i18n/translate'
import { linkedInUrl } from '@/lib/safe-url'
import { CardFields } from './card-fields'
import type { Card } from './contact'
import { callHref, mailHref } from './reach'

/** How to reach them, and what we know. */
export const CardWho = ({ card }: { card: Card }) => {
  const { handles } = card
  const reachable = card.phones.length + card.emails.length > 0
  return (
    <div className="space-y-5">
      <section>
        <h2 className="mb-1 text-sm font-medium text-text-3">{t('card.reach')}</h2>
        {!reachable && <p className="text-text-2">{t('card.noReach')}</p>}
        <ul className="-mx-2">
          {card.phones.map((phone) => (
            <Way
              key={phone.value}
              icon={<Phone />}
              href={callHref(phone)}
              label={phone.label}
              note={phone.normalised ? null : t('contact.phoneUnread')}
            >
              {phone.value}
            </Way>
          ))}
          {card.emails.map((email) => (
            <Way key={email.value} icon={<Mail />} href={mailHref(email.value)} label={email.label}>
              {email.value}
            </Way>
          ))}
          {handles?.whatsapp && (
            <Way icon={<MessageCircle />} label={t('contact.whatsapp')}>
              {handles.whatsapp}
            </Way>
          )}
          {handles?.instagram && (
            <Way icon={<Camera />} label={t('contact.instagram')}>
              {handles.instagram}
            </Way>
          )}
          {handles?.messenger && (
            <Way icon={<AtSign />} label={t('contact.messenger')}>
              {handles.messenger}
            </Way>
          )}
          {handles?.linkedin && (
            <Way icon={<Link2 />} label={t('contact.linkedin')} href={linkedInUrl(handles.linkedin)}>
              {handles.linkedin}
            </Way>
          )}
        </ul>
      </section>
      <section>
        <h2 className="mb-2 text-sm font-medium text-text-3">{t('card.about')}</h2>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
          {card.warmth > 0 && (
            <Fact name={t('contact.warmth')}>
              <Warmth value={card.warmth} className="pt-1" />
            </Fact>
          )}
          <Fact name={t('card.lastTouch')}>
            {card.lastTouchAt ? <Ago at={card.lastTouchAt} /> : t('card.never')}
          </Fact>
          {card.nextTouchAt && (
            <Fact name={t('card.nextTouch')}>
              <Due at={card.nextTouchAt} />
            </Fact>
          )}
          {card.country && <Fact name={t('contact.country')}>{countryName(card.country)}</Fact>}
          {card.source && <Fact name={t('card.source')}>{card.source}</Fact>}
          <Fact name={t('card.added')}>
            <Ago at={card.createdAt} />
          </Fact>
        </dl>
      </section>
      <CardFields card={card} />
      {card.tags.length > 0 && (
        <ul aria-label={t('card.tags')} className="flex flex-wrap gap-1.5">
          {card.tags.map((tag) => (
            <li
              key={tag}
              className="rounded-full border border-line-strong px-2.5 py-0.5 text-xs text-text-2"
            >
              {tag}
            </li>
          ))}
        </ul>
      )}
      {card.notes && (
        <section>
          <h2 className="mb-1 text-sm font-medium text-text-3">{t('contact.notes')}</h2>
          <p className="break-words whitespace-pre-line text-text-2">{card.notes}</p>
        </section>
      )}
    </div>
  )
}

export const CardSubtitle = ({ card }: { card: Card }) => {
  const text = [card.title, card.organisation].filter(Boolean).join(' · ')
  return text ? (
    <p className="flex items-center gap-1.5 text-text-2">
      <Building2 aria-hidden className="size-3.5 shrink-0 text-text-3" />
      <span className="truncate">{text}</span>
    </p>
  ) : null
}

type WayProps = {
  icon: ReactNode
  href?: string
  label: string | null
  note?: string | null
  children: string
}

const Way = ({ icon, href, label, note, children }: WayProps) => {
  const inside = (
    <>
      <span aria-hidden className="text-text-3 [&_svg]:size-4">
        {icon}
      </span>
      <span className="min-w-0 flex-1">
        <span className="num block truncate">{children}</span>
        {(label || note) && (
          <span className="block truncate text-xs text-text-3">
            {[label, note].filter(Boolean).join(' · ')}
          </span>
        )}
      </span>
    </>
  )
  const shape = 'flex min-h-9 items-center gap-3 rounded-md px-2 py-1 touch:min-h-11'
  return (
    <li>
      {href ? (
        <a href={href} rel="noreferrer" className={`${shape} hover:bg-hover`}>
          {inside}
        </a>
      ) : (
        <span className={shape}>{inside}</span>
      )}
    </li>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-text-3">{name}</dt>
    <dd className="min-w-0 truncate">{children}</dd>
  </>
)
