import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { MailKind } from '@deskhand/contract'
import type { z } from 'zod'
import { render } from './render.ts'
import { openMailServer } from './sample.ts'
import { deliver, hangUp } from './transport.ts'
import { words } from './words.ts'

const server = await openMailServer()
after(async () => {
  hangUp()
  await server.close()
})

const url = 'https://desk.harbour.example'
const person = { name: 'Jorge Vidal', company: 'Harbour & Pine' }
const about = {
  ref: 'IT-4921',
  summary: 'VPN drops <every> 20 minutes & "more"',
  isConfidential: false,
  text: null,
  because: 'You asked for it',
}
type Kind = z.output<typeof MailKind>
type Sample = { data: Record<string, unknown>; secrets?: Record<string, string> }
const samples: Record<Kind, Sample> = {
  magic_link: {
    data: { ...person, minutes: 10 },
    secrets: { link: `${url}/magic#token=abc`, code: '481516' },
  },
  invitation: {
    data: { ...person, invitedBy: 'Elena Costa', days: 7 },
    secrets: { link: `${url}/invite#token=abc` },
  },
  password_reset: { data: { ...person, minutes: 60 }, secrets: { link: `${url}/reset#token=abc` } },
  password_changed: { data: { ...person, at: '2026-11-20T09:42:00.000Z' } },
  password_guessed: { data: { ...person, at: '2026-11-20T09:42:00.000Z' } },
  request_received: {
    data: {
      ...about,
      headline: 'We have IT-4921',
      intro: 'IT support has your request. Usually 1 working day.',
      label: 'See your request',
    },
  },
  request_replied: {
    data: {
      ...about,
      headline: 'Ana Ruiz replied on IT-4921',
      intro: 'Ana Ruiz wrote:',
      text: 'Which floor?\n\n<script>alert(1)</script> {{ secrets }} & so on',
      label: 'Answer',
    },
  },
  request_assigned: {
    data: {
      ...about,
      headline: 'Sofía Prieto gave you IT-4921',
      intro: 'Jorge Vidal asked IT support for it.',
      because: 'You have it in hand',
      label: 'Open it',
    },
  },
  request_moved: {
    data: {
      ...about,
      summary: null,
      isConfidential: true,
      headline: 'HR-12 needs you',
      intro: 'The desk needs something from you before it can go on:',
      label: 'See your request',
    },
  },
  request_new: {
    data: {
      ...about,
      headline: 'Jorge Vidal asks for help: IT-4921',
      intro: 'Jorge Vidal asked IT support for it, and nobody has it yet.',
      because: 'You work at IT support',
      label: 'Open it',
    },
  },
  request_mentioned: {
    data: {
      ...about,
      headline: 'Luis Ortega mentioned you on IT-4921',
      intro: 'Luis Ortega wrote:',
      text: '@Ana Ruiz can you look at the profile?',
      because: 'You were mentioned',
      label: 'Answer',
    },
  },
  participant_replied: {
    data: {
      reference: 'IT-4921',
      summary: about.summary,
      deskName: 'IT support',
      companyName: 'Harbour & Pine',
      headline: 'Ana Ruiz replied on IT-4921',
      intro: 'Ana Ruiz wrote:',
      text: 'The line was changed.\n<b>Try</b> again, please.',
      because: 'You get this because Ana Ruiz added you',
    },
    secrets: { leave: `${url}/leave#token=abc` },
  },
  incident_updated: {
    data: {
      headline: 'News: No e-mail <anywhere>',
      intro: 'Sofía Prieto wrote to everybody who has it:',
      text: 'The provider found it.\nWe expect an hour.',
      because: 'You have it too',
      label: 'See how it stands',
    },
  },
  transcript: {
    data: {
      ref: 'IT-4921',
      summary: about.summary,
      headline: 'What was said on IT-4921',
      text: 'IT-4921 VPN drops\n\n20 November 2026 at 10:42  Ana Ruiz (IT technician)\nHello <there>.',
    },
  },
  approval_asked: {
    data: {
      ...about,
      headline: 'IT-4921 waits for your approval',
      intro: 'Jorge Vidal asked IT support for it, and it needs your yes or no.',
      facts: [
        { label: 'Cost', value: '1,299.00 EUR' },
        { label: 'Cost centre', value: 'DESIGN <1>' },
      ],
      text: 'The old one <b>stops</b> every hour.',
      because: 'You have a say in it',
      label: 'Look and decide',
      note: 'The link works once, and only for you. Opening it decides nothing.',
    },
    secrets: { link: `${url}/approve#token=abc` },
  },
  approval_reminded: {
    data: {
      ...about,
      summary: null,
      isConfidential: true,
      headline: 'HR-12 still waits for your approval',
      intro: 'Jorge Vidal waits for your yes or no.',
      facts: [],
      because: 'You have a say in it',
      label: 'Sign in and decide',
      note: 'This is decided after signing in.',
    },
    secrets: { link: `${url}/approvals/abc` },
  },
  approval_decided: {
    data: {
      ...about,
      headline: 'Marta Gil approved IT-4921',
      intro: 'Marta Gil wrote with it:',
      text: 'Go on.',
      label: 'Open it',
    },
  },
  approval_voided: {
    data: {
      ...about,
      headline: 'IT-4921 changed after it was asked',
      intro: 'What was asked for is not what it was.',
      because: 'You have a say in it',
      label: 'Open it',
    },
  },
  approval_stuck: {
    data: {
      ...about,
      headline: 'Nobody could be asked to approve IT-4921',
      intro: 'It stays where it is until somebody can be asked:',
      text: 'Nobody could be asked: the cost centre has no owner.',
      because: 'You see to it that approvals go on',
      label: 'Open it',
    },
  },
  correction_proposed: {
    data: {
      ...about,
      headline: 'Elena Costa proposes to correct IT-4921',
      intro:
        'Elena Costa says that something was written down wrongly of this closed request. Nothing changes until a second person agrees, and that can be you.',
      because: 'You see to it that work goes on',
      label: 'Open it',
    },
  },
  acceptance_asked: {
    data: {
      name: 'Jorge Vidal',
      company: 'Harbour & Pine',
      headline: 'Sign for ThinkPad <X1>',
      intro: 'Ana Ruiz handed this to you. Read what holds for it and sign, or say why not:',
      text: 'ThinkPad <X1> (LT-00231)',
      label: 'Read and sign',
      note: 'You have until 4 December 2026. The link is yours alone; opening it signs nothing.',
    },
    secrets: { link: `${url}/sign#token=abc` },
  },
  acceptance_reminded: {
    data: {
      name: 'Jorge Vidal',
      company: 'Harbour & Pine',
      headline: 'ThinkPad X1 still waits for your signature',
      intro: 'Ana Ruiz handed this to you. Read what holds for it and sign, or say why not:',
      text: 'ThinkPad X1 (LT-00231)',
      label: 'Read and sign',
      note: 'You have until 4 December 2026. The link is yours alone; opening it signs nothing.',
    },
    secrets: { link: `${url}/sign#token=abc` },
  },
  return_receipt: {
    data: {
      company: 'Harbour & Pine',
      headline: 'You gave back ThinkPad X1',
      intro: 'Ana Ruiz took it back. It is not on your name any more:',
      text: 'ThinkPad X1 (LT-00231), good',
      at: '2026-11-20T09:42:00.000Z',
      note: 'Charger <missing>',
      kept: 'It is kept under Your things. Fingerprint (SHA-256): 0f3a',
    },
  },
  request_escalated: {
    data: {
      ...about,
      headline: 'A promise on IT-4921 is at risk',
      intro: 'IT support promised Jorge Vidal an answer or a solution. The request says which, and by when.',
      because: 'You have it in hand',
      label: 'Open it',
    },
  },
}

/** What some mails of a kind hold besides. */
const more: [name: string, kind: Kind, sample: Sample][] = [
  [
    'request_moved_with_survey',
    'request_moved',
    {
      data: {
        ...about,
        headline: 'Ana Ruiz says that IT-4921 is solved',
        intro: 'Ana Ruiz says that it is solved:',
        text: 'The client is <new>.',
        label: 'See your request',
        survey: words.survey,
      },
      secrets: { token: 'abc' },
    },
  ],
]
const all = [
  ...Object.entries(samples).map(([kind, sample]) => [kind, kind as Kind, sample] as const),
  ...more,
]
for (const [name, kind, { data, secrets = {} }] of all) {
  test(`${name} arrives as it should look`, async (t) => {
    const subject = `Subject of ${kind}`
    const bodies = await render(url, { kind, subject, data, secrets, zone: 'Europe/Madrid' })
    await deliver(
      { smtpUrl: server.url, from: 'Deskhand <desk@harbour.example>' },
      { to: 'jorge@harbour.example', subject, ...bodies },
    )
    const { text = '', html = '' } = server.mails.at(-1) ?? {}
    const plainly = { serializers: [(value: unknown) => String(value)] }
    t.assert.fileSnapshot(text, join(import.meta.dirname, `golden/${name}.text.golden`), plainly)
    t.assert.fileSnapshot(html, join(import.meta.dirname, `golden/${name}.html.golden`), plainly)
    assert.equal(html.match(/max-width:560px/g)?.length, 2)
    assert.doesNotMatch(html, /<script|<img|<link|<iframe|javascript:|\{%/)
    assert.doesNotMatch(text, /{%|undefined|\[object/)
  })
}

test('what people wrote is escaped in HTML, plain in text, and never a template', async () => {
  const hostile = '<img src=x onerror=alert(1)> {{ url }} {% raw %} "\' &amp;'
  const data = {
    ...about,
    summary: hostile,
    headline: hostile,
    intro: hostile,
    text: hostile,
    because: hostile,
    label: hostile,
  }
  const { html, text } = await render(url, {
    kind: 'request_replied',
    subject: hostile,
    data,
    secrets: {},
    zone: 'UTC',
  })
  assert.doesNotMatch(html, /<img/)
  assert.equal(html.split('{{ url }} {% raw %}').length - 1, 8)
  assert.equal(text.split(hostile).length - 1, 6)
})

test('reaches nothing but what it was given', async () => {
  const secrets = { link: 'x', code: '1' }
  const data = { name: '{{ constructor }}', company: 'x', minutes: 1 }
  const { text } = await render(url, { kind: 'magic_link', subject: 'x', data, secrets, zone: 'UTC' })
  assert.match(text, /Hello \{\{ constructor \}\}/)
})
