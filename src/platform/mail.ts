import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { z } from 'zod'
import type { Id } from '../kernel/id.ts'
import { type Instant, addMinutes } from '../kernel/instant.ts'
import type { Locale } from '../kernel/locale.ts'
import { type Result, ok, refuse } from '../kernel/result.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { type Db, jsonb, tables, transaction } from './database/handle.ts'
import type { NewId } from './ids.ts'
import { type Jobs, type WaitingJob, defineJob } from './jobs.ts'

export interface MailMessage {
  /** The same key never makes a second mail: `schedule-released/<version>/<person>`. */
  readonly dedupeKey: string
  readonly toAddress: string
  readonly toName?: string
  readonly locale: Locale
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly attachments?: readonly MailAttachment[]
}

export interface MailAttachment {
  readonly name: string
  /** `text/calendar; method=REQUEST` also becomes an invitation that mail programs can answer. */
  readonly mediaType: string
  readonly contents: string | Uint8Array
}

interface MailRow {
  readonly id: Id
  readonly dedupeKey: string
  readonly toAddress: string
  readonly toName: string | null
  readonly locale: string
  readonly subject: string
  readonly bodyText: string
  readonly bodyHtml: string | null
  readonly attachments: readonly { name: string; mediaType: string; base64: string }[]
  readonly status: 'queued' | 'sent' | 'failed'
  readonly attempts: number
  readonly lastError: string | null
  readonly createdAt: Instant
  readonly sentAt: Instant | null
  readonly claimedUntil: Instant | null
}

interface Tables {
  mail: MailRow
}

/** An outbox in the database: mail is written in the transaction that decides on it and delivered by a job. */
export interface Mail {
  /**
   * Puts the message into the outbox through `db`, the caller's transaction, and returns its id; for a known
   * dedupeKey the id of the first. Refuses with `mail.bad-address`.
   */
  enqueue(db: Db, message: MailMessage): Promise<Result<Id>>
  /**
   * Delivers one mail now unless it is no longer queued, after those to the same address that wait for longer; throws
   * when it may succeed later. For the job and tests.
   */
  deliver(mailId: Id): Promise<void>
  /** Puts a failed mail back into the outbox; false when there is none such. */
  retry(mailId: Id): Promise<boolean>
  /** From now on this process delivers what is queued. */
  start(): Promise<void>
  stop(): void
}

/** A mail server may be gone for a weekend: tried for three days, in the end every ten minutes. */
const GIVE_UP_HOURS = 72
const deliverMail = defineJob('mail.deliver', {
  schema: z.object({ mailId: z.string() }),
  retryLimit: 480,
  retryDelaySeconds: 15,
  retryDelayMaxSeconds: 600,
})
/** The jobs of all mail that waits, for a queue that does not know of it. */
export async function waitingDeliveries(db: Db): Promise<WaitingJob[]> {
  const rows = await tables<Tables>(db)
    .selectFrom('mail')
    .select(['id', 'createdAt'])
    .where('status', '=', 'queued')
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.map(({ id: mailId, createdAt }) => {
    return { name: deliverMail.name, data: { mailId }, singletonKey: null, startAfter: createdAt }
  })
}

/** However old a mail is, so often it is tried: one that was put back by hand too. */
const LEAST_ATTEMPTS = 8

interface MailParts {
  readonly config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir' | 'databaseUrl'>
  readonly db: Db
  readonly clock: Clock
  readonly newId: NewId
  readonly jobs: Jobs
}

export function createMail({ config, db, clock, newId, jobs }: MailParts): Mail {
  const courier = config.smtpUrl === null ? folderCourier(config.dataDir) : smtpCourier(config.smtpUrl)
  const mails = tables<Tables>(db)

  /** Throws when it may succeed later; a mail that was refused for good is done with. */
  const send = async (row: MailRow): Promise<void> => {
    const settle = (change: Partial<MailRow>) =>
      mails
        .updateTable('mail')
        .set({ ...change, claimedUntil: null })
        .where('id', '=', row.id)
        .where('status', '=', 'queued')
        .execute()
    try {
      await courier.send(asSent(row, config.mailFrom))
    } catch (error) {
      const isOld = addMinutes(row.createdAt, GIVE_UP_HOURS * 60) <= clock.now() && row.attempts >= LEAST_ATTEMPTS
      const final = isFinal(error) || isOld
      await settle({ lastError: (error as Error).message, ...(final ? { status: 'failed' } : {}) })
      if (final) return
      throw error
    }
    await settle({ status: 'sent', sentAt: clock.now(), lastError: null })
    if (row.attempts > 1) await jobs.hurry(deliverMail)
  }

  const mail: Mail = {
    async enqueue(trx, message) {
      if (!isAddress(message.toAddress) || hasControls(message.toName ?? '')) {
        return refuse('invalid', 'mail.bad-address')
      }
      const id = newId()
      const written = await tables<Tables>(trx)
        .insertInto('mail')
        .values({
          id,
          ...rowOf(message),
          status: 'queued',
          attempts: 0,
          lastError: null,
          createdAt: clock.now(),
          sentAt: null,
          claimedUntil: null,
        })
        // A change without effect, because `do nothing` would not return the id of the first.
        .onConflict((conflict) => conflict.column('dedupeKey').doUpdateSet({ dedupeKey: message.dedupeKey }))
        .returning('id')
        .executeTakeFirstOrThrow()
      if (written.id === id) await jobs.send(deliverMail, { mailId: id }, { db: trx })
      return ok(written.id)
    },

    async deliver(mailId) {
      const untilMs = performance.now() + PATIENCE_MS
      for (;;) {
        const row = await claimNext(db, mailId)
        if (row) await send(row)
        else if (!(await isQueued(db, mailId))) return
        else if (performance.now() < untilMs) await pause(200)
        else throw new Error('An earlier mail to the same address is on its way')
      }
    },

    retry: (mailId) =>
      transaction(db, async (trx) => {
        const { numUpdatedRows } = await tables<Tables>(trx)
          .updateTable('mail')
          .set({ status: 'queued', attempts: 0, lastError: null, claimedUntil: null })
          .where('id', '=', mailId)
          .where('status', '=', 'failed')
          .executeTakeFirst()
        if (numUpdatedRows > 0n) await jobs.send(deliverMail, { mailId }, { db: trx })
        return numUpdatedRows > 0n
      }),

    async start() {
      // Nobody else opens the embedded database: what was claimed is of a process that is no more.
      if (config.databaseUrl === null) {
        await mails.updateTable('mail').set({ claimedUntil: null }).where('claimedUntil', 'is not', null).execute()
      }
      await jobs.work(deliverMail, ({ data }) => mail.deliver(data.mailId), { concurrency: 2 })
    },
    stop: () => courier.close(),
  }
  return mail
}

/** As long as a server usually takes to accept what another worker sends to the same address. */
const PATIENCE_MS = 5000

/** Longer than a server may take to accept a mail; a process that dies while it sends keeps the mail no longer. */
const CLAIM = '2 minutes'

/**
 * The mail that has waited longest for the address of this one, up to itself, for whoever asks alone. Null when there is
 * none or somebody else has it: then nothing is sent, so that mails to one address arrive in the order they were written.
 */
async function claimNext(db: Db, mailId: Id): Promise<MailRow | null> {
  const { rows } = await sql<MailRow>`
    with next as (
      select older.id from mail own join mail older on older.to_address = own.to_address
      where own.id = ${mailId} and own.status = 'queued' and older.status = 'queued'
        and (older.created_at, older.id) <= (own.created_at, own.id)
      order by older.created_at, older.id limit 1)
    update mail set attempts = attempts + 1, claimed_until = now() + ${CLAIM}::interval
    where id = (select id from next) and status = 'queued' and (claimed_until is null or claimed_until < now())
    returning *`.execute(db)
  return rows[0] ?? null
}

async function isQueued(db: Db, mailId: Id): Promise<boolean> {
  const row = await tables<Tables>(db).selectFrom('mail').select('status').where('id', '=', mailId).executeTakeFirst()
  return row?.status === 'queued'
}

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const hasControls = (text: string): boolean => /[\u0000-\u001f\u007f]/.test(text)

/** One plain address: a comma or a bracket would make two of it, a line break another header. */
const isAddress = (text: string): boolean => !hasControls(text) && /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+$/.test(text)

const rowOf = (message: MailMessage) => ({
  dedupeKey: message.dedupeKey,
  toAddress: message.toAddress,
  toName: message.toName ?? null,
  locale: message.locale,
  subject: message.subject.replace(/\s+/g, ' ').trim(),
  bodyText: message.text,
  bodyHtml: message.html ?? null,
  attachments: jsonb(
    (message.attachments ?? []).map(({ name, mediaType, contents }) => ({
      name,
      mediaType,
      base64: Buffer.from(contents).toString('base64'),
    })),
  ),
})

/** `id` also names the message on the wire, so that one delivered twice after a crash is recognised as one. */
function asSent(row: MailRow, from: string): SendMailOptions & { id: Id; date: Date } {
  const files = row.attachments.map(({ name, mediaType, base64 }) => ({
    filename: name,
    contentType: mediaType,
    content: Buffer.from(base64, 'base64'),
  }))
  const invitation = files.find(({ contentType }) => calendarMethod(contentType) !== null)
  const host = /@([^>\s]+)>?$/.exec(from)?.[1] ?? 'localhost'
  return {
    id: row.id,
    messageId: `<${row.id}@${host}>`,
    date: new Date(row.createdAt),
    from,
    to: { name: row.toName ?? '', address: row.toAddress },
    subject: row.subject,
    headers: { 'Content-Language': row.locale, 'Auto-Submitted': 'auto-generated' },
    text: row.bodyText,
    ...(row.bodyHtml === null ? {} : { html: row.bodyHtml }),
    ...(invitation === undefined
      ? {}
      : {
          icalEvent: {
            method: calendarMethod(invitation.contentType)!,
            filename: invitation.filename,
            content: invitation.content,
          },
        }),
    attachments: files.filter((file) => file !== invitation),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

const calendarMethod = (mediaType: string): string | null =>
  /^text\/calendar\s*;.*\bmethod=([A-Za-z]+)/.exec(mediaType)?.[1]?.toUpperCase() ?? null

/** The mail server will not change its mind (RFC 5321 §4.2.1: 5yz). */
const isFinal = (error: unknown): boolean => {
  const { responseCode } = error as { responseCode?: number }
  return responseCode !== undefined && responseCode >= 500 && responseCode < 600
}

interface Courier {
  send(message: ReturnType<typeof asSent>): Promise<void>
  close(): void
}

function smtpCourier(url: string): Courier {
  const wait = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
  const transport = createTransport({ url, pool: true, maxConnections: 2, ...wait })
  return {
    async send(message) {
      await transport.sendMail(message)
    },
    close: () => transport.close(),
  }
}

/** Without a mail server every mail becomes a file that any mail program opens. */
function folderCourier(dataDir: string): Courier {
  const directory = join(dataDir, 'outbox')
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    async send(message) {
      const { message: bytes } = await transport.sendMail(message)
      await mkdir(directory, { recursive: true, mode: 0o700 })
      const path = join(directory, `${message.date.toISOString().replaceAll(':', '-')}-${message.id}.eml`)
      await writeFile(`${path}.part`, bytes as Buffer, { mode: 0o600 })
      await rename(`${path}.part`, path)
    },
    close: () => transport.close(),
  }
}
