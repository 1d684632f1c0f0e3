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
  sentBy: string | undefined
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
  const { action, can, pending, sentBy, current, onDone, className } = props
  const links = ranked(action, props.links)
  const [best, ...others] = links
  const to = suggestedMove(action)
  return (
    // On the narrowest phones the buttons need the place below the avatar, too.
    <div className={cx('flex items-center gap-2 max-[359px]:-ml-12 md:self-start', className)}>
      {can.snooze && (
        <SnoozeMenu
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
            className="flex-1 md:flex-none"
            icon={<ArrowRight className="size-4" />}
            onClick={onDone}
          >
            {t('today.move', { stage: stageLabel(to) })}
          </Button>
        )
      ) : (
        <>
          {can.done && (
            <Button
              kind={sentBy && current ? 'primary' : 'plain'}
              className="flex-1 md:flex-none"
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
                <Button asChild className="flex-1 md:flex-none">
                  <Link to="/contacts/$id" params={{ id: action.contactId }} search={{ edit: true }}>
                    <Plus aria-hidden className="size-4" />
                    {t('today.addWay')}
                  </Link>
                </Button>
              )}
        </>
      )}
    </div>
  )
}

type SendProps = Props & { best: SendLink; others: SendLink[] }

const SendButton = ({ action, best, others, sentBy, current, onSend }: SendProps) => {
  const Icon = icons[best.channel]
  const kind = current && !sentBy ? 'primary' : 'plain'
  return (
    <span className="flex flex-1 md:flex-none">
      <Button
        kind={kind}
        icon={<Icon aria-hidden className="size-4 max-[359px]:hidden" />}
        aria-label={t('today.sendBy', { name: action.name, channel: best.label })}
        onClick={() => onSend(best)}
        className={cx('flex-1', others.length > 0 && 'rounded-r-none')}
      >
        {best.label}
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
