import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type FormDefinitionIn, forms } from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, marta, olga, sofia } from '../testing/people.ts'
import { askedWith, laptopForm, makeType } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())
const admin = desk.as(elena)
const fields = (...keys: string[]): FormDefinitionIn => ({
  sections: [{ key: 'main', fields: keys.map((key) => ({ key, type: 'line', label: key.toUpperCase() })) }],
})
const create = async (definition = fields('a')) =>
  (await admin.call(forms.create, { body: { name: `F ${newId()}`, definition } })).data

test('a form begins as a draft, is published, and goes on as the next draft', async () => {
  const made = await create()
  assert.deepEqual([made.draft?.number, made.published], [1, null])
  const params = { id: made.id }
  const { data: first } = await admin.call(forms.publish, { params, body: {} })
  assert.deepEqual([first.draft, first.published?.number], [null, 1])
  const { data: second } = await admin.call(forms.saveVersion, {
    params,
    body: { definition: fields('a', 'b') },
  })
  const { data: again } = await admin.call(forms.saveVersion, {
    params,
    body: { definition: fields('a', 'c'), note: 'C' },
  })
  assert.deepEqual([second.draft?.number, again.draft?.number], [2, 2], 'one draft, written over')
  assert.deepEqual(
    again.definition.sections[0]?.fields.map(({ key }) => key),
    ['a', 'c'],
  )
  assert.deepEqual(
    again.versions.map(({ number, state, note }) => [number, state, note]),
    [
      [2, 'DRAFT', 'C'],
      [1, 'PUBLISHED', null],
    ],
  )
  const { data: old } = await admin.call(forms.getVersion, {
    params: { ...params, versionId: first.published?.id ?? '' },
  })
  assert.deepEqual(
    old.definition.sections[0]?.fields.map(({ key }) => key),
    ['a'],
  )
})

test('a published version never changes and is not published twice', async () => {
  const { form } = await askedWith(desk, fields('a'))
  const params = { id: form.id }
  const none = await admin.call(forms.publish, { params, body: {} })
  assert.deepEqual([none.status, none.problem.detail], [409, 'There is no draft to publish.'])
  const twice = await admin.call(forms.publish, { params, body: { versionId: form.published?.id ?? '' } })
  assert.equal(twice.status, 409)
})

test('circles and what is not there are refused with the chain, by every door', async () => {
  const made = await create()
  const circle: FormDefinitionIn = {
    sections: [
      {
        key: 'main',
        fields: ['a', 'b'].map((key) => ({
          key,
          type: 'line',
          label: key.toUpperCase(),
          showWhen: { match: 'all', parts: [{ answer: key === 'a' ? 'b' : 'a', is: 'answered' }] },
        })),
      },
    ],
  }
  const saved = await admin.call(forms.saveVersion, { params: { id: made.id }, body: { definition: circle } })
  assert.deepEqual(
    [saved.status, saved.problem.errors],
    [
      422,
      [
        {
          pointer: '/definition/sections/0/fields/0/showWhen',
          message: 'These conditions go in a circle: A → B → A.',
        },
      ],
    ],
  )
  assert.equal((await admin.call(forms.create, { body: { name: 'Round', definition: circle } })).status, 422)
  const { status } = await admin.call(forms.preview, {
    params: { id: made.id },
    body: { definition: circle },
  })
  assert.equal(status, 422)
  assert.equal((await admin.call(forms.get, { params: { id: made.id } })).data.version, made.version)
})

test('nothing to answer is nothing to publish', async () => {
  const { data } = await admin.call(forms.create, { body: { name: `Empty ${newId()}` } })
  assert.equal((await admin.call(forms.publish, { params: { id: data.id }, body: {} })).status, 422)
})

test('a name belongs to one form, until that is retired', async () => {
  const made = await create()
  const again = () => admin.call(forms.create, { body: { name: made.name } })
  assert.equal((await again()).status, 409)
  const other = await create()
  const renamed = await admin.call(forms.update, { params: { id: other.id }, body: { name: made.name } })
  assert.equal(renamed.status, 409)
  await admin.call(forms.remove, { params: { id: made.id } })
  assert.equal((await again()).status, 201)
  assert.equal(
    (await admin.call(forms.update, { params: { id: made.id }, body: { name: 'Back' } })).status,
    409,
  )
})

test('a retired form asks for nothing any more; kinds move from form to form', async () => {
  const { typeId, form } = await askedWith(desk, fields('a'))
  const item = async () => (await desk.as(jorge).call(forms.item, { params: { id: typeId } })).data
  assert.equal((await item()).form?.versionId, form.published?.id)
  const other = await create()
  await admin.call(forms.update, { params: { id: other.id }, body: { requestTypeIds: [typeId] } })
  assert.equal((await item()).form, null, 'the other one is not published')
  await admin.call(forms.publish, { params: { id: other.id }, body: {} })
  assert.ok((await item()).form)
  await admin.call(forms.remove, { params: { id: other.id } })
  assert.equal((await item()).form, null)
  const unknown = await admin.call(forms.update, {
    params: { id: form.id },
    body: { requestTypeIds: [newId()] },
  })
  assert.equal(unknown.problem.errors?.[0]?.pointer, '/requestTypeIds')
})

test('If-Match keeps two builders from writing over each other', async () => {
  const made = await create()
  const save = (version: number) =>
    admin.call(forms.saveVersion, {
      params: { id: made.id },
      body: { definition: fields('x') },
      headers: { 'if-match': `"${version}"` },
    })
  assert.equal((await save(made.version)).status, 200)
  const late = await save(made.version)
  assert.equal(late.status, 412)
  assert.equal(Reflect.get(Object(late.problem.current), 'id'), made.id)
})

test('an item comes filled in for whoever it is for', async () => {
  const { typeId } = await askedWith(desk, {
    sections: [
      {
        key: 'main',
        fields: [
          { key: 'who', type: 'line', label: 'Who', prefill: 'name' },
          { key: 'place', type: 'site', label: 'Place', prefill: 'site' },
          {
            key: 'phone',
            type: 'line',
            label: 'Phone',
            prefill: 'jobTitle',
            default: 'none',
            isEncrypted: true,
          },
          { key: 'size', type: 'number', label: 'Size', default: 3 },
        ],
      },
    ],
  })
  const look = async (who: string, onBehalfOfId?: string) =>
    desk.as(who).call(forms.item, { params: { id: typeId }, query: onBehalfOfId ? { onBehalfOfId } : {} })
  const mine = (await look(jorge)).data.form
  assert.equal(mine?.prefilled['who'], 'Jorge Vidal')
  assert.equal(mine?.prefilled['size'], 3)
  assert.ok(!('phone' in (mine?.prefilled ?? {})))
  assert.ok(mine?.sites.includes(String(mine.prefilled['place'])))
  const martaId = (await desk.who(marta)).personId
  assert.equal((await look(ana, martaId)).data.form?.prefilled['who'], 'Marta Gil')
  assert.equal((await look(jorge, (await desk.who(elena)).personId)).status, 403)
  assert.equal((await desk.as(olga).call(forms.item, { params: { id: typeId } })).status, 404)
})

test('whoever scanned the code of a place finds it in the form, whatever their own site is', async () => {
  const { typeId } = await askedWith(desk, {
    sections: [
      {
        key: 'main',
        fields: [
          { key: 'site', type: 'site', label: 'Site', prefill: 'site' },
          { key: 'where', type: 'line', label: 'Where', prefill: 'place' },
        ],
      },
    ],
  })
  const places = await desk.rows<{ id: string; name: string; site: string; above: string; person: string }>(
    elena,
    `select l.id, l.name, site.name as site, floor.name as above, p.email as person from app.locations l
     join app.locations site on site.id = l.path[1] join app.locations floor on floor.id = l.parent_id
     join app.people p on p.site is distinct from site.name and p.site is not null and p.state = 'ACTIVE'
     where l.kind = 'ROOM' limit 1`,
  )
  const [room] = places
  assert.ok(room)
  const look = async (placeId: string) =>
    (await desk.as(room.person).call(forms.item, { params: { id: typeId }, query: { placeId } })).data.form
      ?.prefilled
  const there = await look(room.id)
  assert.equal(there?.['site'], room.site)
  assert.match(String(there?.['where']), new RegExp(`${room.above}, ${room.name}$`))
  const nowhere = await look(newId())
  assert.notEqual(nowhere?.['site'], room.site)
  assert.ok(!('where' in (nowhere ?? {})))
})

test('a preview decides as the page does and stores nothing', async () => {
  const { form } = await askedWith(desk, laptopForm)
  const { data } = await admin.call(forms.preview, {
    params: { id: form.id },
    body: { answers: { device: 'LAPTOP' }, personId: (await desk.who(marta)).personId },
  })
  assert.ok(data.visible.includes('screenSize') && data.required.includes('screenSize'))
  assert.deepEqual(data.faults, [{ pointer: '/answers/screenSize', message: 'Fill in “Screen size”.' }])
  assert.equal(data.facts.name, 'Marta Gil')
})

test('prepared answers are offered with the item, and must fit its form', async () => {
  const { typeId } = await askedWith(desk, laptopForm)
  const params = { id: typeId }
  const body = { name: 'Standard laptop', answers: { device: 'LAPTOP', screenSize: 14 } }
  const { data } = await admin.call(forms.createTemplate, { params, body })
  const offered = (await desk.as(jorge).call(forms.item, { params })).data.templates
  assert.deepEqual(offered, [data])
  assert.equal((await admin.call(forms.createTemplate, { params, body })).status, 409)
  for (const answers of [{ costPin: '1234' }, { colour: 'red' }, { screenSize: 99 }]) {
    const refused = await admin.call(forms.createTemplate, { params, body: { name: newId(), answers } })
    assert.equal(refused.status, 422, JSON.stringify(answers))
  }
  const named = { id: data.id }
  const { data: changed } = await admin.call(forms.updateTemplate, {
    params: named,
    body: { ...body, name: 'Laptop' },
  })
  assert.equal(changed.name, 'Laptop')
  assert.equal((await desk.as(olga).call(forms.updateTemplate, { params: named, body })).status, 404)
  assert.equal((await desk.as(olga).call(forms.removeTemplate, { params: named })).status, 404)
  assert.equal((await admin.call(forms.removeTemplate, { params: named })).status, 204)
  assert.deepEqual((await admin.call(forms.listTemplates, { params })).data.data, [])
})

test('only who may build forms sees or changes them, and only their own company’s', async () => {
  const { form } = await askedWith(desk, fields('a'))
  const params = { id: form.id }
  for (const who of [jorge, ana, sofia]) {
    assert.equal((await desk.as(who).call(forms.list)).status, 403)
    assert.equal((await desk.as(who).call(forms.publish, { params, body: {} })).status, 403)
  }
  assert.ok((await desk.as(olga).call(forms.list)).data.data.every(({ id }) => id !== form.id))
  const foreign = desk.as(olga)
  const outcomes = await Promise.all([
    foreign.call(forms.get, { params }),
    foreign.call(forms.getVersion, { params: { ...params, versionId: form.published?.id ?? '' } }),
    foreign.call(forms.update, { params, body: { name: 'Mine' } }),
    foreign.call(forms.saveVersion, { params, body: { definition: fields('a') } }),
    foreign.call(forms.publish, { params, body: {} }),
    foreign.call(forms.preview, { params, body: {} }),
    foreign.call(forms.remove, { params }),
    foreign.call(forms.listTemplates, { params: { id: await makeType(desk) } }),
  ])
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    outcomes.map(() => 404),
  )
})
