import type { ProblemCode } from '@deskhand/contract'
import type { StopExtra } from '../stop.ts'

type Explanation = {
  /** What it means. */
  means: string
  /** What the caller can do about it. */
  remedy: string
  /** A `detail` as one may read it. */
  says: string
  /** What an example of it carries besides. */
  with?: StopExtra
}

/** What each problem code means and what to do about it, for `/docs/problems` and the OpenAPI document. */
export const explanations: Record<ProblemCode, Explanation> = {
  invalid: {
    means: 'The request does not have the shape that the route takes.',
    remedy:
      'Each field that does not fit stands in `errors`: `/summary` points into the body (RFC 6901), `?limit` into the query. Put them right; sending the same again helps nothing.',
    says: 'Check summary.',
    with: { errors: [{ pointer: '/summary', message: 'Too long: at most 500 characters.' }] },
  },
  not_signed_in: {
    means: 'Nobody is signed in, or the session has ended.',
    remedy: 'Get new tokens with `POST /api/v1/auth/refresh`, or sign in.',
    says: 'Sign in first.',
  },
  race: {
    means: 'This refresh token was exchanged a moment ago, probably by another tab.',
    remedy: 'Use the tokens that the other tab got; wait a moment and read the cookies again.',
    says: 'Another tab was quicker.',
  },
  step_up_required: {
    means: 'The password or the mailed code is too long ago for something this important.',
    remedy:
      'Prove it anew with `POST /api/v1/auth/step-up`, then repeat the request with the new tokens. `maxAge` says how many seconds a proof holds here; where it is missing, the sentence says what is needed.',
    says: 'Show that it is still you: your password, or a code by mail.',
    with: { maxAge: 900 },
  },
  forbidden: {
    means:
      'The role does not allow this kind of thing, or a request with our cookie did not come from our page.',
    remedy:
      'Ask an admin for the permission that the route names. From a browser, send JSON or `X-Requested-With` from our own origin.',
    says: 'Your role does not allow this.',
  },
  not_found: {
    means: 'There is no such thing, or it is not yours to see. Both look the same.',
    remedy: 'Check the id or the reference number.',
    says: 'There is no such request.',
  },
  method_not_allowed: {
    means: 'The address exists, but does not know this method.',
    remedy: 'Use one of those in the `Allow` header.',
    says: 'This address knows GET, HEAD.',
    with: { allow: 'GET, HEAD' },
  },
  too_slow: {
    means: 'The body or the headers took too long to arrive.',
    remedy: 'Send again over a better line.',
    says: 'The body took too long to arrive.',
  },
  state: {
    means: 'The record is in a state that does not allow this.',
    remedy: 'The moves that are possible now stand in `allowed`.',
    says: 'A resolved request cannot be put on hold.',
    with: { allowed: ['IN_PROGRESS'] },
  },
  conflict: {
    means: 'Something of that name or address exists already.',
    remedy: 'Choose another, or use the one that exists.',
    says: 'Somebody has this address already.',
  },
  busy: {
    means:
      'Somebody else changes the same record this moment, or the first request with this Idempotency-Key still runs.',
    remedy: 'Send the same again after `Retry-After` seconds.',
    says: 'Somebody else is changing this at the moment. Try again.',
  },
  gone: {
    means: 'The link or code was used, or its time is over.',
    remedy: 'Ask for a new one.',
    says: 'This link has been used already.',
  },
  stale: {
    means: 'The record has changed since the version named in If-Match.',
    remedy: 'What is there now stands in `current`. Look at it, and send the change with its ETag.',
    says: 'Somebody has changed this since you opened it.',
    with: { current: { version: 4 } },
  },
  too_large: {
    means: 'The body or the file is larger than what is taken.',
    remedy: 'A JSON body may have 1 MB, a file 50 MB.',
    says: 'That is too much at once. A body may have at most 1 MB, a file 50 MB.',
  },
  wrong_type: {
    means: 'The content type is not one that this route takes, or the body is compressed.',
    remedy: 'Send `application/json`; a file as `multipart/form-data` in the field `file`.',
    says: 'Send application/json.',
  },
  wrong_host: {
    means: 'The request names another host than the one in DESKHAND_URL.',
    remedy: 'Use the configured address; a proxy in front must pass the Host header on.',
    says: 'This server does not answer for that host.',
  },
  rule: {
    means: 'The request is well formed, but a rule speaks against it.',
    remedy: 'The sentence says which; `errors` names the field where it is one.',
    says: 'This Idempotency-Key was used for something else. Make a new one.',
  },
  header_too_large: {
    means: 'The headers are larger than 16 KB.',
    remedy: 'Send fewer or shorter headers; old cookies are the usual cause.',
    says: 'The headers are larger than 16 KB.',
  },
  too_many: {
    means: 'That were too many requests in too short a time.',
    remedy: 'Wait `Retry-After` seconds. `RateLimit-Policy` says how much is allowed.',
    says: 'That is too much at once. Try again in 7 seconds.',
    with: { retryAfter: 7 },
  },
  bug: {
    means: 'Something went wrong on our side. Nothing was changed.',
    remedy: 'Tell whoever runs this installation the reference; the log has the rest.',
    says: 'Something went wrong on our side; nothing was changed. Reference 01920f6e.',
  },
  upstream: {
    means: 'A server that Deskhand was told to use, such as a mail server, refused or did not answer.',
    remedy: 'Its own words stand in `detail`. Check its address, name and password, then try again.',
    says: 'mail.example.com did not take the mail: 535 5.7.8 Authentication failed',
  },
  unavailable: {
    means: 'The database, the disk or the mail server is not available just now. Nothing was changed.',
    remedy:
      'Send the same again after `Retry-After` seconds, with the same Idempotency-Key where the route takes one.',
    says: 'The database cannot be reached just now. Try again in a moment.',
    with: { retryAfter: 2 },
  },
}
