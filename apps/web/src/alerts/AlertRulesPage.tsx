import { type AlertRule, alerts } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { CompanyNav } from '../company/parts/CompanyNav.tsx'
import rows from '../desks/Desks.module.css'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { toast } from '../ui/toast.tsx'
import { AlertRuleDialog } from './AlertRuleDialog.tsx'
import { alertRuleWords as words } from './words.ts'

/** When Deskhand speaks up about each kind. */
export default function AlertRulesPage() {
  return holds(useMe(), 'assets.manage') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const { data, error, refetch } = useRead(alerts.rules, {})
  const [changed, setChanged] = useState<AlertRule | null>(null)
  const remove = useCommand(alerts.removeRule)
  return (
    <>
      <CompanyNav current="alerts" />
      <Page title={words.title} about={words.about}>
        <ProblemNotice problem={error ?? remove.error} onRetry={() => void refetch()} />
        {data || error ? null : <SkeletonRows rows={5} />}
        <ul className={rows.rows} aria-label={words.title}>
          {data?.data.map((rule) => {
            const { id, kind, label, version } = rule
            return (
              <li key={kind} className={rows.row}>
                <div>
                  <p className={rows.name}>{label}</p>
                  <p className={rows.about}>{aboutOf(rule)}</p>
                </div>
                <div className={rows.buttons}>
                  {id ? (
                    <Button
                      size="small"
                      variant="quiet"
                      label={words.backOf(label)}
                      onPress={() =>
                        remove.mutate(
                          { params: { id }, ifMatch: version },
                          { onSuccess: () => toast(words.wentBack(label)) },
                        )
                      }
                    >
                      {words.back}
                    </Button>
                  ) : null}
                  <Button size="small" label={words.changeOf(label)} onPress={() => setChanged(rule)}>
                    {words.change}
                  </Button>
                </div>
              </li>
            )
          })}
        </ul>
        {changed ? <AlertRuleDialog rule={changed} onClose={() => setChanged(null)} /> : null}
      </Page>
    </>
  )
}

function aboutOf({ id, measure, days, isActive }: AlertRule): string {
  if (!isActive) return words.off
  const said = measure && days !== null ? words.days(measure, days) : words.always
  return id ? said : `${said} · ${words.usual}`
}
