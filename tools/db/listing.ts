import type pg from 'pg'

/** Tables with their columns, keys, indexes and policies, and the functions, as one text in stable order. */
export async function listSchema(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ text: string }>(`
    select string_agg(line, E'\\n' order by sort) as text from (
      select format('%s.%s', n.nspname, c.relname) || ' 1' as sort, format(E'\\ntable %s.%s%s', n.nspname, c.relname,
        case when c.relforcerowsecurity then ' (row security forced)' else '' end) as line
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('app','auth','ops') and c.relkind in ('r','p')
      union all select format('%s.%s 2 %s', n.nspname, c.relname, lpad(a.attnum::text, 3, '0')),
        format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
          coalesce(case when a.attgenerated <> '' then ' generated ' else ' default ' end || pg_get_expr(d.adbin, d.adrelid), ''))
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        where n.nspname in ('app','auth','ops') and c.relkind in ('r','p')
      union all select format('%s.%s 3 %s', n.nspname, c.relname, k.conname), '  ' || pg_get_constraintdef(k.oid)
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('app','auth','ops') and k.contype <> 'n'
      union all select format('%s.%s 4 %s', schemaname, tablename, indexname), '  ' || indexdef
        from pg_indexes where schemaname in ('app','auth','ops')
      union all select format('%s.%s 5 %s', schemaname, tablename, policyname),
        format('  policy %s %s for %s to %s%s%s', policyname, lower(permissive), lower(cmd), array_to_string(roles, ', '),
          coalesce(' using ' || qual, ''), coalesce(' with check ' || with_check, ''))
        from pg_policies where schemaname in ('app','auth','ops')
      union all select format('%s.~%s', n.nspname, p.proname), E'\\n' || pg_get_functiondef(p.oid)
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('app','app_priv')
    ) listing`)
  return `-- Written by \`npm run db\` from the migrated database, for reading. Do not edit, do not run.\n${rows[0]?.text ?? ''}\n`
}
