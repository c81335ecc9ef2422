import { files, isMoney, Pin, type Request, type ShownAnswer } from '@deskhand/contract'
import { Eye, Lock } from 'lucide-react'
import { Fragment } from 'react'
import { address } from '../call.ts'
import { PlanView } from '../floor-plans/PlanView.tsx'
import { AttachmentList } from '../ui/AttachmentList.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { fullTime } from '../ui/time.ts'
import classes from './AnswerList.module.css'
import { dayText } from './dayText.ts'
import { moneyText } from './money.ts'
import { useReveal } from './useReveal.ts'
import { shownWords as words } from './words.ts'

/** The answers of a request under the headings of its form, encrypted ones behind a button. */
export function AnswerList({ request }: { request: Request }) {
  const { revealed, reveal, hide, isBusy } = useReveal(request.id)
  const hasSecrets = request.answers.some(({ isEncrypted }) => isEncrypted)
  const sections = [...new Set(request.answers.map(({ section }) => section))]
  return (
    <>
      <dl className={classes.list}>
        {sections.map((section) => (
          <Fragment key={section ?? ''}>
            {request.answers
              .filter((answer) => answer.section === section)
              .map((answer) => (
                <div
                  key={answer.key}
                  className={classes.answer}
                  data-wide={answer.table !== null || answer.type === 'pin' || undefined}
                >
                  <dt>{answer.label}</dt>
                  <dd>
                    {answer.isEncrypted ? (
                      <Secret value={revealed?.[answer.key]} />
                    ) : (
                      <Shown request={request} answer={answer} />
                    )}
                  </dd>
                </div>
              ))}
          </Fragment>
        ))}
      </dl>
      {hasSecrets ? (
        <div className={classes.secrets}>
          <Button size="small" busy={isBusy} icon={<Icon of={Eye} />} onPress={revealed ? hide : reveal}>
            {revealed ? words.hide : words.showAll}
          </Button>
          <span className={classes.logged}>{words.logged}</span>
        </div>
      ) : null}
    </>
  )
}

function Secret({ value }: { value: unknown }) {
  if (value === undefined) {
    return (
      <span className={classes.hidden}>
        <Icon of={Lock} /> {words.hidden}
      </span>
    )
  }
  return <span className={classes.revealed}>{plain(value)}</span>
}

const plain = (value: unknown): string => {
  if (isMoney(value)) return moneyText(value)
  if (typeof value === 'boolean') return value ? words.yes : words.no
  return String(value ?? '')
}

function Shown({ request, answer }: { request: Request; answer: ShownAnswer }) {
  const { type, value, text, table } = answer
  if (table) return <Table table={table} />
  if (type === 'file') {
    return (
      <AttachmentList
        attachments={answer.files.map((file) => {
          const params = { id: request.id, attachmentId: file.id }
          return {
            ...file,
            href: address(files.download, { params }),
            previewSrc: file.hasPreview ? address(files.preview, { params }) : null,
          }
        })}
      />
    )
  }
  const pin = type === 'pin' ? Pin.safeParse(value).data : undefined
  if (pin) return <PlanView pin={pin} name={text ?? ''} />
  if (isMoney(value)) return moneyText(value)
  if (type === 'date' && typeof value === 'string') return dayText(value)
  if (type === 'dateTime' && typeof value === 'string') return fullTime(new Date(value))
  if (typeof value === 'string' && /^https?:\/\/\S+$/.test(value)) {
    return (
      <a href={value} target="_blank" rel="noreferrer noopener">
        {value}
      </a>
    )
  }
  return <span className={classes.text}>{text}</span>
}

const isNumber = (type: string) => type === 'money' || type === 'number'

function Table({ table }: { table: NonNullable<ShownAnswer['table']> }) {
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            {table.columns.map(({ key, label, type }) => (
              <th key={key} scope="col" data-number={isNumber(type) || undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place
            <tr key={at}>
              {row.map((cell, index) => {
                const column = table.columns[index]
                return (
                  <td key={column?.key ?? index} data-number={isNumber(column?.type ?? '') || undefined}>
                    {cell}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        {table.total ? (
          <tfoot>
            <tr>
              <th scope="row" colSpan={table.columns.length}>
                {words.total} <b>{moneyText(table.total)}</b>
              </th>
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}
