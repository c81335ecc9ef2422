import * as z from 'zod'
import { command, email, event, instant, line, list, read, uuid, zone } from './kit.ts'

/** Passwords: at least 15 characters, at most 256, no composition rules, no expiry (NIST SP 800-63B-4). */
export const passwordRule = { min: 15, max: 256 }
const newPassword = z.string().min(passwordRule.min).max(passwordRule.max)
const anyPassword = z.string().min(1).max(passwordRule.max)
const secret = z.string().min(16).max(200)
const mailedCode = z
  .string()
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/))

export const SignedIn = z.strictObject({
  /** Left out when the tokens travel as cookies. */
  accessToken: z.string().optional(),
  refreshToken: z.string().optional(),
  /** Seconds until the access token ends. */
  expiresIn: z.int(),
  user: z.strictObject({
    id: uuid.nullable(),
    email: z.string(),
    name: z.string(),
    companyId: uuid.nullable(),
    companyName: z.string().nullable(),
    isSuperAdmin: z.boolean(),
  }),
})

const delivery = z.enum(['token', 'cookie']).default('token')

export const Session = z.strictObject({
  id: uuid,
  /** Read from the user agent: "Firefox on Windows". */
  device: z.string(),
  ip: z.string().nullable(),
  companyName: z.string().nullable(),
  method: z.string(),
  createdAt: instant,
  lastUsedAt: instant,
  isCurrent: z.boolean(),
})

export const identity = {
  register: command('POST /auth/register', {
    may: 'anyone',
    summary: 'First-run set-up: the first company and its admin, with the set-up token from the log',
    rate: 'sign-in',
    body: z.strictObject({
      setUpToken: secret,
      company: z.strictObject({ name: line(100), zone, locale: line(35).default('en') }),
      admin: z.strictObject({ firstName: line(100), lastName: line(100), email, password: newPassword }),
      /** Where mail goes out; nothing, when SMTP_URL is set or mail is set up later. */
      mail: z.strictObject({ smtpUrl: line(500), from: email }).optional(),
      delivery,
    }),
    reply: SignedIn,
    status: 201,
    errors: [409, 422],
    events: ['company.created'],
  }),
  login: command('POST /auth/login', {
    may: 'anyone',
    summary: 'Sign in with address and password',
    rate: 'sign-in',
    body: z.strictObject({ email, password: anyPassword, delivery }),
    reply: SignedIn,
    events: ['session.started'],
    example: { body: { email: 'marta@harbour.example', password: 'demo-demo-demo' } },
  }),
  logout: command('POST /auth/logout', {
    may: 'signed-in',
    summary: 'End this session',
    status: 204,
    events: ['session.ended'],
  }),
  refresh: command('POST /auth/refresh', {
    may: 'anyone',
    summary: 'New tokens for a refresh token; each one works once',
    description:
      'The token before the current one answers 401 `race` for two seconds, because two tabs may ask at once; after that its use ends the session.',
    body: z.strictObject({
      refreshToken: z.string().min(16).max(2000).optional(),
      delivery: z.enum(['token', 'cookie']).optional(),
    }),
    reply: SignedIn,
    log: false,
  }),
  magicLink: command('POST /auth/magic-link', {
    may: 'anyone',
    summary: 'Mail a link and a code to sign in; the answer is the same for every address',
    description:
      'Sets a cookie in the browser that asks; the link works there only. A program that keeps no cookies sends `flow` along with the token.',
    rate: 'mail',
    body: z.strictObject({ email }),
    reply: z.strictObject({
      /** Goes back with the code, or with the token where there are no cookies; says nothing about the address. */
      flow: z.string(),
      expiresIn: z.int(),
    }),
    status: 202,
    log: false,
  }),
  verifyMagicLink: command('POST /auth/magic-link/verify', {
    may: 'anyone',
    summary: 'Sign in with the link’s token where it was asked for, or with flow and code',
    description:
      'The token needs the cookie of `POST /auth/magic-link`, or its `flow`: elsewhere it is refused with 403 and stays good. Token and code work once, for ten minutes, and end together, also after five wrong codes.',
    rate: 'sign-in',
    body: z
      .strictObject({
        token: secret.optional(),
        flow: secret.optional(),
        code: mailedCode.optional(),
        delivery,
      })
      .refine((body) => body.token || (body.flow && body.code), 'Send the token, or the flow and the code.'),
    reply: SignedIn,
    errors: [410],
    events: ['session.started'],
    example: { body: { flow: 'mK3vN8xQ2rT7wY5zA9bC', code: '492100' } },
  }),
  /** A GET would change nothing either, but a token has no place in a log of addresses. */
  inspect: command('POST /auth/tokens/inspect', {
    may: 'anyone',
    summary: 'What a mailed token is for, without using it up',
    rate: 'sign-in',
    body: z.strictObject({ token: secret }),
    reply: z.strictObject({
      purpose: z.enum(['sign_in', 'invitation', 'password_reset']),
      email: z.string(),
      name: z.string(),
      companyName: z.string().nullable(),
      /** False for a sign-in link that another browser asked for. */
      worksHere: z.boolean(),
      needsPassword: z.boolean(),
    }),
    errors: [410],
    log: false,
  }),
  acceptInvitation: command('POST /auth/invitations/accept', {
    may: 'anyone',
    summary: 'Join the company that sent the invitation',
    rate: 'sign-in',
    body: z.strictObject({ token: secret, password: newPassword.optional(), delivery }),
    reply: SignedIn,
    errors: [410, 422],
    events: ['person.joined', 'session.started'],
  }),
  forgotPassword: command('POST /auth/password/forgot', {
    may: 'anyone',
    summary: 'Mail a link to set a new password; the answer is the same for every address',
    rate: 'mail',
    body: z.strictObject({ email }),
    status: 202,
    log: false,
  }),
  resetPassword: command('POST /auth/password/reset', {
    may: 'anyone',
    summary: 'Set a new password with the mailed token; ends every session',
    rate: 'sign-in',
    body: z.strictObject({ token: secret, password: newPassword }),
    status: 204,
    errors: [410, 422],
    events: ['person.password_changed'],
  }),
  changePassword: command('POST /auth/password/change', {
    keepsNothing: true,
    may: 'signed-in',
    summary: 'Change my password; ends my other sessions',
    rate: 'sign-in',
    body: z.strictObject({ currentPassword: anyPassword.optional(), newPassword }),
    status: 204,
    errors: [422],
    events: ['person.password_changed'],
  }),
  sessions: read('GET /auth/sessions', {
    may: 'signed-in',
    summary: 'My sessions with device, address and last use',
    reply: list(Session),
  }),
  endSession: command('DELETE /auth/sessions/:id', {
    may: 'signed-in',
    summary: 'End one of my sessions',
    status: 204,
    events: ['session.ended'],
  }),
  endOtherSessions: command('DELETE /auth/sessions', {
    may: 'signed-in',
    summary: 'End all my other sessions',
    reply: z.strictObject({ ended: z.int() }),
    events: ['session.ended'],
  }),
  switchCompany: command('POST /auth/switch-tenant', {
    keepsNothing: true,
    may: 'signed-in',
    summary: 'Change to another company I belong to',
    body: z.strictObject({ companyId: uuid, delivery }),
    reply: SignedIn,
    events: ['session.started'],
  }),
  stepUp: command('POST /auth/step-up', {
    keepsNothing: true,
    may: 'signed-in',
    summary:
      'Prove again who I am, by my password or the code of a mailed link; the session goes on under new tokens',
    description:
      'For what answers 401 `step_up_required`: `maxAge` says how many seconds a proof holds there. The code is that of `POST /auth/magic-link`, asked for with my own address.',
    rate: 'sign-in',
    body: z
      .strictObject({
        password: anyPassword.optional(),
        flow: secret.optional(),
        code: mailedCode.optional(),
        delivery,
      })
      .refine(
        (body) => body.password || (body.flow && body.code),
        'Send the password, or the flow and the code.',
      ),
    reply: SignedIn,
    errors: [410, 422],
    events: ['session.proved'],
    example: { body: { password: 'eleven grey herons over the weir' } },
  }),
  providers: read('GET /auth/providers', {
    may: 'anyone',
    summary: 'The ways to sign in',
    reply: list(z.strictObject({ id: z.enum(['password', 'magic_link']), name: z.string() })),
  }),
}

export const identityEvents = {
  'session.started': event(
    'person',
    '{actor} signed in',
    z.strictObject({ method: z.string(), device: z.string(), sessionId: uuid }),
  ),
  'session.proved': event(
    'person',
    '{actor} proved again who they are',
    z.strictObject({ method: z.string(), device: z.string(), sessionId: uuid }),
  ),
  'session.ended': event('person', '{actor} ended a session', z.strictObject({ sessionIds: z.array(uuid) })),
  'person.joined': event('staff', '{actor} joined', z.strictObject({})),
  'person.password_changed': event('person', '{actor} changed their password', z.strictObject({})),
}
