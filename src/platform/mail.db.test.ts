import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refuse } from '../kernel/result.ts'
import { transaction } from './database/handle.ts'
import { type MailMessage, createMail } from './mail.ts'
import { type TestPlatform, openTestPlatform } from './testing.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const calendar = (method: string) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:${method}\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:상담\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`

const korean: MailMessage = {
  dedupeKey: 'released/1/a',
  toAddress: 'minsu@example.kr',
  toName: '김민수, 부장',
  locale: 'ko',
  subject: '상담 일정이 확정되었습니다 – 2020년 10월 26일 오후 3시',
  text: '안녕하십니까.\n상담 일정을 보내 드립니다.',
  html: '<p>안녕하십니까.</p><p>상담 일정을 보내 드립니다.</p>',
  attachments: [
    { name: '일정.ics', mediaType: 'text/calendar; method=REQUEST; charset=utf-8', contents: calendar('REQUEST') },
    { name: 'Программа.pdf', mediaType: 'application/pdf', contents: new Uint8Array([37, 80, 68, 70]) },
  ],
}
const russian: MailMessage = {
  dedupeKey: 'released/1/b',
  toAddress: 'anna@example.ru',
  toName: 'Анна Сергеевна',
  locale: 'ru',
  subject: 'Расписание консультаций утверждено: понедельник, 26 октября',
  text: 'Здравствуйте!\nНаправляем расписание.',
}

const rows = async () =>
  (
    await platform.database.pool.query(
      'select dedupe_key, status, attempts, last_error, sent_at from mail order by dedupe_key',
    )
  ).rows

const enqueue = async (message: MailMessage) => {
  const result = await transaction(platform.db, (trx) => platform.mail.enqueue(trx, message))
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

test('without a server mail becomes files, once for each key, with everything in it', async () => {
  const [first, second] = [await enqueue(korean), await enqueue({ ...korean, subject: 'again' })]
  expect(second).toBe(first)
  await enqueue(russian)
  await platform.mail.start()
  const outbox = join(platform.config.dataDir, 'outbox')
  await expect.poll(rows, { timeout: 10_000 }).toEqual(
    ['released/1/a', 'released/1/b'].map((key) => ({
      dedupe_key: key,
      status: 'sent',
      attempts: 1,
      last_error: null,
      sent_at: '2020-10-26T06:00:00.000Z',
    })),
  )
  const files = readdirSync(outbox)
  expect(files).toHaveLength(2)
  const parsed = await simpleParser(
    readFileSync(
      join(
        outbox,
        files.find((file) => file.includes(first))!,
      ),
    ),
  )
  expect({
    subject: parsed.subject,
    to: [parsed.to].flat()[0]?.value,
    text: parsed.text?.trim(),
    html: parsed.html && parsed.html.trim(),
    id: parsed.messageId,
    attachments: parsed.attachments.map(({ filename, contentType }) => [filename, contentType]),
  }).toEqual({
    subject: korean.subject,
    to: [{ name: '김민수, 부장', address: 'minsu@example.kr' }],
    text: korean.text,
    html: korean.html,
    id: `<${first}@localhost>`,
    attachments: [
      // Twice: as the invitation that is answered and as the file that is saved.
      [undefined, 'text/calendar'],
      ['Программа.pdf', 'application/pdf'],
      ['일정.ics', 'application/ics'],
    ],
  })
})

test('an address that is not one, or hides a second header, is refused', async () => {
  const bad = ['', 'nobody', 'a@b\r\nBcc: c@d', 'a@b, c@d', 'a@b>', 'Name <a@b>']
  const answers = await Promise.all(
    bad.map((toAddress) => platform.mail.enqueue(platform.db, { ...russian, dedupeKey: 'x', toAddress })),
  )
  expect(answers).toEqual(bad.map(() => refuse('invalid', 'mail.bad-address')))
  expect(await platform.mail.enqueue(platform.db, { ...russian, dedupeKey: 'x', toName: 'A\nBcc: c@d' })).toEqual(
    refuse('invalid', 'mail.bad-address'),
  )
})

describe('with a server', () => {
  const received: string[] = []
  let answer: Error | null = null
  const createServer = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, callback) {
        let text = ''
        stream.on('data', (chunk: Buffer) => {
          text += chunk.toString('latin1')
        })
        stream.on('end', () => {
          if (!answer) received.push(text)
          callback(answer)
        })
      },
    })
  const listen = async (server: SMTPServer, port = 0) => {
    await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve))
    return (server.server.address() as { port: number }).port
  }
  const close = (server: SMTPServer) => new Promise<void>((resolve) => server.close(() => resolve()))
  const mailTo = (port: number) => {
    const config = { ...platform.config, smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'Naru 나루 <naru@example.org>' }
    return createMail({ ...platform, config, jobs: { ...platform.jobs, send: async () => null } })
  }
  const server = createServer()
  let mail: ReturnType<typeof createMail>
  beforeAll(async () => {
    mail = mailTo(await listen(server))
  })
  afterAll(async () => {
    mail.stop()
    await close(server)
  })

  test('arrives in Korean and Russian', async () => {
    for (const message of [korean, russian]) {
      const id = await mail.enqueue(platform.db, { ...message, dedupeKey: `smtp/${message.locale}` })
      await mail.deliver(id.ok ? id.value : '')
    }
    const parsed = await Promise.all(received.map((text) => simpleParser(Buffer.from(text, 'latin1'))))
    expect(parsed.map(({ subject, text, from }) => [subject, text?.trim(), from?.text])).toEqual(
      [korean, russian].map(({ subject, text }) => [subject, text, '"Naru 나루" <naru@example.org>']),
    )
    expect(received[0]).toContain('text/calendar; charset=utf-8; method=REQUEST')
  })

  test('a passing failure may be tried again, a final one is not', async () => {
    const send = async (key: string, error: Error | null) => {
      answer = error
      const id = await mail.enqueue(platform.db, { ...russian, dedupeKey: key })
      return mail.deliver(id.ok ? id.value : '').then(
        () => 'done',
        () => 'later',
      )
    }
    const refusing = (code: number) => Object.assign(new Error('no'), { responseCode: code })
    expect([await send('z/1', refusing(451)), await send('z/1', null), await send('z/2', refusing(550))]).toEqual([
      'later',
      'done',
      'done',
    ])
    expect((await rows()).slice(-2).map(({ status, attempts }) => [status, attempts])).toEqual([
      ['sent', 2],
      ['failed', 1],
    ])
  })

  test('what waits while the server is gone for hours arrives once and in order when it is back', async () => {
    const subjects = ['First', 'Second', 'Third']
    const ids: string[] = []
    answer = null
    const gone = createServer()
    const port = await listen(gone)
    await close(gone)
    const waiting = mailTo(port)
    for (const subject of subjects) {
      const id = await waiting.enqueue(platform.db, { ...russian, dedupeKey: `gone/${subject}`, subject })
      ids.push(id.ok ? id.value : '')
    }
    for (let hour = 0; hour < 12; hour++) {
      platform.clock.advance(60)
      for (const id of ids) await expect(waiting.deliver(id)).rejects.toThrow('ECONNREFUSED')
    }
    expect((await rows()).filter(({ dedupe_key: key }) => key.startsWith('gone/')).map(({ status }) => status)).toEqual(
      ['queued', 'queued', 'queued'],
    )
    const back = createServer()
    await listen(back, port)
    received.length = 0
    // The last one is the first to be tried again; two processes may try at once.
    await Promise.allSettled([waiting.deliver(ids[2]!), waiting.deliver(ids[1]!)])
    for (const id of ids) await waiting.deliver(id)
    const arrived = await Promise.all(received.map((text) => simpleParser(Buffer.from(text, 'latin1'))))
    expect(arrived.map(({ subject }) => subject)).toEqual(subjects)
    waiting.stop()
    await close(back)
  })

  test('nobody is written to for ever', async () => {
    answer = Object.assign(new Error('no'), { responseCode: 451 })
    const id = await mail.enqueue(platform.db, { ...russian, dedupeKey: 'never' })
    const deliver = () =>
      mail.deliver(id.ok ? id.value : '').then(
        () => 'given up',
        () => 'later',
      )
    const answers = [await deliver()]
    platform.clock.advance(73 * 60)
    for (let attempt = 2; attempt <= 8; attempt++) answers.push(await deliver())
    expect(answers).toEqual([...Array.from({ length: 7 }, () => 'later'), 'given up'])
  })
})
