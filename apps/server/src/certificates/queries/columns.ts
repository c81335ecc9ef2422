import { utc } from '../../assets/access.ts'

/** Days until it expires, where the company is; `now` names the parameter of this moment. */
const daysLeft = (now: string) => `(c.expires_on - (${now}::timestamptz at time zone company.zone)::date)`

/** It has expired, or will soon and nothing renews it. */
export const isDue = (now: string) =>
  `(${daysLeft(now)} < 0 or (not c.renews_itself and ${daysLeft(now)} <= c.remind_days))`

/** The contract's Certificate from `certificateSources`. */
export const certificateJson = (now: string) => `json_build_object('id', c.id, 'kind', c.kind, 'name', c.name,
  'issuer', c.issuer, 'expiresOn', c.expires_on, 'daysLeft', ${daysLeft(now)}, 'isDue', ${isDue(now)},
  'renewsItself', c.renews_itself,
  'owner', case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end,
  'deskName', desk.name, 'deskId', c.desk_id,
  'asset', case when a.id is not null then json_build_object('id', a.id, 'assetTag', a.asset_tag, 'name', a.name) end,
  'cost', case when c.cost_amount is not null
    then json_build_object('amount', c.cost_amount::text, 'currency', c.cost_currency) end,
  'remindDays', c.remind_days, 'notes', c.notes, 'version', c.version, 'updatedAt', ${utc('c.updated_at')})`

export const certificateSources = `app.certificates c
  join app.companies company on company.company_id = c.company_id
  left join app.people p on p.company_id = c.company_id and p.id = c.owner_id
  left join app.desks desk on desk.company_id = c.company_id and desk.id = c.desk_id
  left join app.assets a on a.company_id = c.company_id and a.id = c.asset_id`
