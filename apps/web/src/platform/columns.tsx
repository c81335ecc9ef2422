import type { companies, ReplyOf } from '@deskhand/contract'
import { Button } from '../ui/Button.tsx'
import type { TableColumn } from '../ui/DataTable.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import classes from './PlatformPage.module.css'
import { actWords, platformWords, stateWords, columnWords as words } from './words.ts'

export type UsedCompany = ReplyOf<(typeof companies)['platformList']>['data'][number]
type Act = (company: UsedCompany) => void

function State({ state }: Pick<UsedCompany, 'state'>) {
  return (
    <span className={classes.state}>
      <Glyph labelled word={stateWords[state]} tone={state === 'ACTIVE' ? 'ok' : 'bad'}>
        {state === 'ACTIVE' ? (
          <circle cx="8" cy="8" r="3.4" fill="currentColor" stroke="none" />
        ) : (
          <path d="M8 2a6 6 0 1 1 0 12A6 6 0 1 1 8 2zM3.9 3.9l8.2 8.2" />
        )}
      </Glyph>
    </span>
  )
}

function ActButton({ company, onAct }: { company: UsedCompany; onAct: Act }) {
  const isActive = company.state === 'ACTIVE'
  return (
    <Button
      size="small"
      label={isActive ? actWords.suspendNamed(company.name) : actWords.resumeNamed(company.name)}
      onPress={() => onAct(company)}
    >
      {isActive ? actWords.suspend : actWords.resume}
    </Button>
  )
}

const count = (value: number) => <span className={classes.number}>{value.toLocaleString('en')}</span>

export function columnsOf(onAct: Act): TableColumn<UsedCompany>[] {
  return [
    {
      id: 'name',
      title: words.name,
      width: 'minmax(180px, 2fr)',
      cell: ({ name }) => <span className={classes.name}>{name}</span>,
    },
    { id: 'state', title: words.state, width: '120px', cell: (company) => <State state={company.state} /> },
    { id: 'people', title: words.people, width: '88px', cell: ({ peopleCount }) => count(peopleCount) },
    { id: 'requests', title: words.requests, width: '96px', cell: ({ requestCount }) => count(requestCount) },
    { id: 'zone', title: words.zone, width: 'minmax(140px, 1fr)', from: 860, cell: ({ zone }) => zone },
    {
      id: 'created',
      title: words.created,
      width: '112px',
      from: 760,
      cell: ({ createdAt }) => <TimeText at={createdAt} form="date" />,
    },
    {
      id: 'act',
      title: '',
      name: words.act,
      width: '96px',
      cell: (company) => <ActButton company={company} onAct={onAct} />,
    },
  ]
}

/** The same in two lines, for a phone. */
export function CompanyCard({ company, onAct }: { company: UsedCompany; onAct: Act }) {
  return (
    <div className={classes.card}>
      <div className={classes.cardWords}>
        <p className={classes.name}>{company.name}</p>
        <p className={classes.cardAbout}>
          <State state={company.state} />
          <span>
            {count(company.peopleCount)} {platformWords.people}
          </span>
        </p>
      </div>
      <ActButton company={company} onAct={onAct} />
    </div>
  )
}
