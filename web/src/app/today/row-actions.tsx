import { Link } from '@tanstack/react-router'
import { ArrowRight, ChevronDown, Mail, MessageCircle, Phone, Plus, Send } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { SendLink } from '@/features/campaigns/send-link'
import { type NextAction, suggestedMove } from '@/features/intelligence/list-next-actions'
import { t } from '@/lib/i18n/translate'
import { stageLabel } from '@/lib/stages'
import { cx } from '@/lib/style'
import { SnoozeMenu } from './snooze-menu'

const icons = { whatsapp: Send, sms: MessageCircle, email: Mail, call: Phone, dm: MessageCircle, other: Send }

export type RowRights = { send: boolean; done: boolean; snooze: boolean }

type Props = {
  action: NextAction
  can: RowRights
  links: SendLink[]
  pending: boolean
  opened: SendLink | undefined
  current: boolean
  snoozing: boolean
  onSnoozing: (open: boolean) => void
  onSend: (link: SendLink) => void
  onDone: () => void
  onSnooze: (until: Date) => void
  className?: string
}

/** A call first where the advice is to call, else as the server ranked the ways. */
export const ranked = (action: NextAction, links: SendLink[]) =>
  action.action === 'call'
    ? [...links].sort((a, b) => Number(b.channel === 'call') - Number(a.channel === 'call'))
    : links

export const RowActions = (props: Props) => {
  const { action, can, pending, opened, current, onDone, className } = props
  const links = ranked(action, props.links)
  const [best, ...others] = links
  const to = suggestedMove(action)
  return (
    // On the narrowest phones the buttons need the place below the avatar, too.
    // Beside the text each button has a column of its own, so that a list of rows is a list of columns.
    <div
      className={cx(
        'flex min-w-0 flex-wrap items-center gap-2 max-[359px]:-ml-12',
        'lg:grid lg:grid-cols-[36px_84px_minmax(0,1fr)] lg:self-start',
        className,
      )}
    >
      {can.snooze && (
        <SnoozeMenu
          contactId={action.contactId}
          name={action.name}
          open={props.snoozing}
          onOpenChange={props.onSnoozing}
          onSnooze={props.onSnooze}
        />
      )}
      {to ? (
        can.done && (
          <Button
            kind={current ? 'primary' : 'plain'}
            className="min-w-0 flex-1 shrink! lg:col-span-2 lg:col-start-2"
            icon={<ArrowRight aria-hidden className="size-4 max-[399px]:hidden" />}
            onClick={onDone}
          >
            <span className="truncate">{t('today.move', { stage: stageLabel(to) })}</span>
          </Button>
        )
      ) : (
        <>
          {can.done && (
            <Button
              kind={opened && current ? 'primary' : 'plain'}
              className="flex-auto lg:col-start-2"
              aria-label={t('today.doneFor', { name: action.name })}
              onClick={onDone}
            >
              {t('today.done')}
            </Button>
          )}
          {best
            ? can.send && <SendButton {...props} best={best} others={others} />
            : !pending &&
              can.done && (
                <Button asChild className="min-w-0 flex-auto shrink! lg:col-start-3">
                  <Link to="/contacts/$id" params={{ id: action.contactId }} search={{ edit: true }}>
                    <Plus aria-hidden className="size-4 max-[399px]:hidden" />
                    <span className="truncate">{t('today.addWay')}</span>
                  </Link>
                </Button>
              )}
        </>
      )}
      {opened && (
        // Below the buttons: above them it would push Done away from the finger.
        <p role="status" className="basis-full text-xs text-text-2 lg:col-span-2 lg:col-start-2">
          {opened.channel === 'call' ? t('today.dialled') : t('today.opened', { channel: opened.label })}
        </p>
      )}
    </div>
  )
}

type SendProps = Props & { best: SendLink; others: SendLink[] }

const SendButton = ({ action, best, others, opened, current, onSend }: SendProps) => {
  const Icon = icons[best.channel]
  const kind = current && !opened ? 'primary' : 'plain'
  return (
    <span className="flex min-w-0 flex-auto lg:col-start-3">
      <Button
        kind={kind}
        icon={<Icon aria-hidden className="size-4 max-[399px]:hidden" />}
        aria-label={t('today.sendBy', { name: action.name, channel: best.label })}
        onClick={() => onSend(best)}
        className={cx('min-w-0 flex-auto shrink!', others.length > 0 && 'rounded-r-none')}
      >
        <span className="truncate">{best.label}</span>
      </Button>
      {others.length > 0 && (
        <Menu
          trigger={
            <Button
              kind={kind}
              aria-label={t('today.otherWays', { name: action.name })}
              className={cx(
                'rounded-l-none px-1.5! touch:px-3!',
                kind === 'primary' ? 'border-l-on-accent/30!' : 'border-l-0',
              )}
            >
              <ChevronDown aria-hidden className="size-4" />
            </Button>
          }
        >
          {others.map((link) => {
            const Other = icons[link.channel]
            return (
              <MenuItem key={link.channel + link.url} icon={<Other />} onSelect={() => onSend(link)}>
                {link.label}
              </MenuItem>
            )
          })}
        </Menu>
      )}
    </span>
  )
}
