import { type Alert, alertKinds } from '@deskhand/contract'
import { Menu } from '@mantine/core'
import { Ellipsis } from 'lucide-react'
import { laterToday, nextMonday, tomorrow } from '../snoozes/times.ts'
import { Button } from '../ui/Button.tsx'
import { Glyph, type Tone } from '../ui/Glyph.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Tag } from '../ui/Tag.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import { dayInSentence, useNow } from '../ui/time.ts'
import classes from './Alerts.module.css'
import { placeOf } from './subjects.ts'
import type { AlertDeeds } from './useAlertDeeds.ts'
import { alertWords as words } from './words.ts'

const tones: Record<Alert['severity'], Tone> = { INFO: 'info', WARNING: 'warn', CRITICAL: 'bad' }
const times = { later: laterToday, tomorrow, week: nextMonday } as const
const choices = ['later', 'tomorrow', 'week'] as const

type AlertRowProps = { alert: Alert; deeds: AlertDeeds; mayWork: boolean }

/** One alert: its sentence, what was done about it, and what one can do. */
export function AlertRow({ alert, deeds, mayWork }: AlertRowProps) {
  const now = useNow()
  const { id, title, severity, subject, state, request, openedAt, snoozedUntil } = alert
  const place = placeOf(subject)
  const said = [
    alertKinds[alert.kind].label,
    state === 'ACKNOWLEDGED' && alert.acknowledgedByName ? words.inHandOf(alert.acknowledgedByName) : null,
    snoozedUntil ? words.back(dayInSentence(new Date(snoozedUntil), now)) : null,
    state === 'RESOLVED' ? words.settledBy(alert.resolvedByName) : null,
    state === 'RESOLVED' && alert.holds ? words.stillHolds : null,
  ].filter(Boolean)
  const line = { className: classes.title, 'data-alert-line': id }
  return (
    <li className={classes.row}>
      <span className={classes.glyph}>
        <Glyph tone={tones[severity]} word={words.severities[severity]}>
          {severity === 'INFO' ? <circle cx="8" cy="8" r="5.5" /> : <path d="M8 2.5 14 13.5H2z" />}
          {severity === 'CRITICAL' ? <path d="M8 6.5v3.2M8 11.6v.1" /> : null}
        </Glyph>
      </span>
      <div className={classes.words}>
        {place ? (
          <a {...line} href={place}>
            {title}
          </a>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the line takes the keys of the list
          <span {...line} tabIndex={0}>
            {title}
          </span>
        )}
        <p className={classes.about}>
          {said.join(' · ')} · {words.found} <TimeText at={openedAt} />
          {request ? (
            <>
              {' · '}
              <Tag
                reference={request.referenceNumber}
                size="compact"
                href={`/r/${request.referenceNumber}`}
              />
            </>
          ) : null}
        </p>
      </div>
      {mayWork ? (
        <div className={classes.acts}>
          {state === 'OPEN' || state === 'SNOOZED' ? (
            <Button size="small" onPress={() => deeds.acknowledge(alert)}>
              {words.acknowledge}
            </Button>
          ) : null}
          {state === 'ACKNOWLEDGED' ? (
            <Button size="small" onPress={() => deeds.resolve(alert)}>
              {words.resolve}
            </Button>
          ) : null}
          {state === 'RESOLVED' && alert.holds ? (
            <Button size="small" onPress={() => deeds.reopen(alert)}>
              {words.reopen}
            </Button>
          ) : null}
          {state === 'RESOLVED' ? null : (
            <Menu position="bottom-end" width={230}>
              <Menu.Target>
                <button type="button" className={classes.more} aria-label={words.menu(title)}>
                  <Icon of={Ellipsis} />
                </button>
              </Menu.Target>
              <Menu.Dropdown>
                {state === 'ACKNOWLEDGED' ? null : (
                  <Menu.Item onClick={() => deeds.resolve(alert)}>{words.resolve}</Menu.Item>
                )}
                {request ? null : (
                  <Menu.Item disabled={deeds.isBusy} onClick={() => deeds.makeRequest(alert)}>
                    {words.request}
                  </Menu.Item>
                )}
                <Menu.Label>{words.snooze}</Menu.Label>
                {choices.map((choice) => (
                  <Menu.Item key={choice} onClick={() => deeds.snooze(alert, times[choice](now))}>
                    {words.choices[choice]}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </div>
      ) : null}
    </li>
  )
}
