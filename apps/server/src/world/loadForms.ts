import type { Tx } from '../platform/db/transaction.ts'
import { writeSecrets } from '../requests/answers/secrets.ts'
import type { FormRows } from './forms.ts'
import { insertRows } from './insertRows.ts'

/** Forms and their versions, before the kinds and the requests that name them. */
export async function insertForms(tx: Tx, { forms, versions }: FormRows): Promise<void> {
  await insertRows(tx, 'app.forms', forms)
  await insertRows(tx, 'app.form_versions', versions)
  await tx.run(
    `update app.forms f set published_version_id = v.id from app.form_versions v
     where v.company_id = f.company_id and v.form_id = f.id and f.company_id = (select app.cid())
       and v.number = (select max(other.number) from app.form_versions other
         where other.company_id = f.company_id and other.form_id = f.id)`,
  )
}

/** Prepared answers, and the encrypted ones of requests; after both. */
export async function insertAnswers(tx: Tx, rows: FormRows, secret: string): Promise<void> {
  await insertRows(tx, 'app.request_templates', rows.templates)
  await Promise.all(
    [...rows.secrets].map(([requestId, answers]) => writeSecrets({ secret }, tx, requestId, answers)),
  )
}
