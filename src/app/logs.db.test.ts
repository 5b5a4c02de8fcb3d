import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountsContract } from '../modules/accounts/contract.ts'
import type { Actor } from '../modules/accounts/index.ts'
import type { HttpApp } from '../platform/http/http-env.ts'
import { createLog } from '../platform/log.ts'
import { type TestPlatform, openTestPlatform } from '../platform/testing.ts'
import { modules } from './modules.ts'
import { createApp } from './server.ts'
import { playSecretDay } from './testing/secret-day.ts'

let platform: TestPlatform
let app: HttpApp<Actor>
const lines: string[] = []
beforeAll(async () => {
  platform = await openTestPlatform()
  const log = createLog({ logLevel: 'trace' }, { write: (line) => void lines.push(line) })
  platform = { ...platform, log }
  const accounts = modules.filter(({ name }) => name === 'accounts')
  app = createApp(platform, platform.database, {
    modules: accounts,
    webDirectory: null,
    contract: { accounts: accountsContract },
  })
})
afterAll(() => platform.close())

test('a day in the log names nobody and opens nothing', async () => {
  const { email, keys, inviteAt } = await playSecretDay(platform, app)
  await inviteAt('no address, secret')
  // What a mail server and the database say of a failure repeats whom it was about.
  const failure = Object.assign(new Error(`550 <${email}> is unknown`), {
    rejected: [email],
    code: 'EENVELOPE',
    detail: `Key (email)=(${email}) already exists`,
    cause: new Error(`duplicate ${email}`),
  })
  platform.log.error({ err: failure, job: 'mail.deliver' }, 'job failed')
  const log = lines.join('')
  expect(lines.length).toBeGreaterThanOrEqual(7)
  expect(log).toContain('EENVELOPE')
  expect(log).toContain('/sign-in/…')
  expect(log).not.toMatch(/secret|anna/i)
  for (const key of keys) expect(log).not.toContain(key)
})
