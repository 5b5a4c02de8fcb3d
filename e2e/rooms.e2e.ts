import process from 'node:process'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, eventually, signIn } from './api.ts'
import { type RunningApp, startApp } from './app.ts'
import { copyPrepared } from './prepared-data.ts'
import { type Visit, launchBrowser, visit } from './browser.ts'
import { takePicturesOfFailures } from './failure-pictures.ts'
import { awaitSignInLink } from './outbox.ts'
import { RELAY_SECRET, type Relay, findRelay, prepareRelay } from './relay.ts'

type Who = 'host' | 'guest' | 'interpreter' | 'outsider'

/** Without coturn one cannot look at relays; everything else is looked at all the same. */
const hasRelay = findRelay()
if (!hasRelay) process.stdout.write('Relay skipped: coturn is not installed and may not be installed here.\n')

let app: RunningApp
let relay: Relay | null = null
let browser: Browser
let operator: Caller
let programmeId: string
let requestId: string
const visits = new Map<Who, Visit>()
const joinMs: number[] = []

beforeAll(async () => {
  const dataDir = copyPrepared('demo')
  relay = hasRelay ? await prepareRelay(dataDir, { allowLoopback: true }) : null
  await relay?.start()
  const environment = relay ? { NARU_TURN_URLS: relay.url, NARU_TURN_SECRET: RELAY_SECRET } : {}
  app = await startApp({ dataDir, environment })
  browser = await launchBrowser()
  operator = await signIn(app.signInLinks.get('operator') ?? '')
  programmeId = (await operator.api.programmes.listProgrammes()).rows[0]?.id ?? ''
  await inviteEverybody()
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
  await relay?.cut()
})
takePicturesOfFailures(() => [...visits.values()].map(({ page }) => page))

/** A meeting of the interpreter whom the start has printed a link for, and people for its two sides. */
async function inviteEverybody(): Promise<void> {
  const interpreter = await signIn(app.signInLinks.get('interpreter') ?? '')
  const own = await interpreter.api.rooms.listRooms({ programmeId })
  const room = own.rows.find(({ host, guest }) => host.languages[0] === 'ko' && guest.languages[0] === 'ru')
  if (!room) throw new Error('The interpreter has no meeting')
  ;({ requestId } = room)
  const others = (await operator.api.rooms.listRooms({ programmeId })).rows.map(({ host }) => host.companyId)
  const foreign = others.find((companyId) => companyId !== room.host.companyId) ?? ''
  const people = { host: room.host.companyId, guest: room.guest.companyId, outsider: foreign }
  for (const [who, scopeId] of Object.entries(people)) {
    const email = `${who}@rooms.example`
    await operator.api.accounts.invitePerson({
      programmeId,
      role: 'company-representative',
      name: who === 'host' ? '김나루 <b>' : `Person ${who}`,
      email,
      locale: 'en',
      scopeId,
    })
    await open(who as Who, await signIn(await awaitSignInLink(app, email)))
  }
  await open('interpreter', interpreter)
}

async function open(who: Who, { cookie }: Caller): Promise<void> {
  const entered = await visit(browser, { locale: 'en', width: 1280 })
  const context = entered.page.context()
  await context.grantPermissions(['camera', 'microphone'])
  await context.addCookies(
    cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=')
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: app.url }
    }),
  )
  await entered.page.addInitScript(keepConnections)
  visits.set(who, entered)
}

/** The page keeps its connections where the test can ask them. */
function keepConnections(): void {
  const kept: RTCPeerConnection[] = []
  const Original = window.RTCPeerConnection
  Object.assign(window, {
    connections: kept,
    RTCPeerConnection: class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration)
        kept.push(this)
      }
    },
  })
}

const page = (who: Who): Page => {
  const entered = visits.get(who)
  if (!entered) throw new Error(`No ${who}`)
  return entered.page
}

async function atTheDoor(who: Who): Promise<Page> {
  const its = page(who)
  await its.goto(`${app.url}/app/programmes/${programmeId}/rooms/${requestId}`)
  await its.getByRole('heading', { level: 1 }).waitFor()
  return its
}

async function join(who: Who, { relayOnly = false } = {}): Promise<number> {
  const its = await atTheDoor(who)
  await its.getByRole('button', { name: 'Try camera and microphone' }).click()
  await its.getByRole('meter', { name: 'Your microphone' }).waitFor()
  if (relayOnly) await its.getByRole('checkbox', { name: 'Only through the relay' }).check()
  const pressed = performance.now()
  await its.getByRole('button', { name: 'Join', exact: true }).click()
  await its.getByRole('group', { name: 'Controls' }).waitFor()
  return pressed
}

const OTHERS = 'figure:not([data-own]) video'

/** How many of the others' pictures move. */
const moving = (its: Page): Promise<number> =>
  its.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLVideoElement>(selector)].filter(
        ({ videoWidth, currentTime }) => videoWidth > 0 && currentTime > 0,
      ).length,
    OTHERS,
  )

const sees = (who: Who, count: number) =>
  eventually(
    () => moving(page(who)),
    (found) => found === count,
    12_000,
  )

/** The loudest that a bus was in the time of a few beeps of the fake microphones; 0 to 100. */
async function loudest(who: Who, bus: 'original' | 'interpretation'): Promise<number> {
  return page(who).evaluate(async (selector) => {
    let most = 0
    for (let look = 0; look < 30; look++) {
      most = Math.max(most, Number(document.querySelector(selector)?.getAttribute('aria-valuenow')))
      await new Promise((done) => setTimeout(done, 60))
    }
    return most
  }, `[data-name="bus-${bus}"]`)
}

async function hears(who: Who): Promise<{ original: boolean; interpretation: boolean }> {
  const [original, interpretation] = await Promise.all([loudest(who, 'original'), loudest(who, 'interpretation')])
  return { original: original > 2, interpretation: interpretation > 2 }
}

type Heard = Awaited<ReturnType<typeof hears>>
const ORIGINAL: Heard = { original: true, interpretation: false }
const INTERPRETATION: Heard = { original: false, interpretation: true }
const BOTH: Heard = { original: true, interpretation: true }

/** A choice is heard once the sound that was on its way has died away. Throws when it never is. */
const heardAtLast = (who: Who, expected: Heard): Promise<Heard> =>
  eventually(
    () => hears(who),
    (heard) => heard.original === expected.original && heard.interpretation === expected.interpretation,
  )

test('before its time nobody comes in, and the operator opens it for a rehearsal', async () => {
  const its = await atTheDoor('host')
  expect(await its.getByRole('button', { name: 'Join', exact: true }).count()).toBe(0)
  await operator.api.rooms.openRoom({ programmeId, requestId, minutes: 60 })
})

test('an outsider sees nothing of the meeting and waits at the door', async () => {
  const its = await atTheDoor('outsider')
  await its.getByRole('heading', { name: 'Waiting room' }).waitFor()
  await its.getByRole('button', { name: 'Ask to be let in' }).click()
  await its.getByRole('heading', { name: 'You are waiting at the door' }).waitFor()
  const { waiting } = await operator.api.rooms.readRoom({ programmeId, requestId })
  expect(waiting.map(({ name }) => name)).toEqual(['Person outsider'])
})

test('host, guest and interpreter meet and see each other', async () => {
  await join('host')
  for (const [who, others] of [
    ['guest', 1],
    ['interpreter', 2],
  ] as const) {
    const pressed = await join(who)
    await sees(who, others)
    joinMs.push(performance.now() - pressed)
  }
  await sees('host', 2)
  await page('guest').getByText('김나루', { exact: true }).first().waitFor()
  expect(await page('outsider').locator('video').count()).toBe(0)
})

test('each hears what each has chosen', async () => {
  const [interpreter, guest] = [page('interpreter'), page('guest')]
  await interpreter.getByRole('radiogroup', { name: 'Mode' }).getByText('Simultaneous').click()
  await interpreter.getByRole('radiogroup', { name: 'I speak into' }).getByText('Russian').click()
  await guest.getByText(/interprets into Russian/).waitFor()
  const slider = guest.getByRole('slider', { name: 'Original or interpretation' })
  const choose = (balance: number) => slider.fill(String(balance))
  await choose(100)
  expect(await heardAtLast('guest', INTERPRETATION)).toEqual(INTERPRETATION)
  await choose(0)
  expect(await heardAtLast('guest', ORIGINAL)).toEqual(ORIGINAL)
  await choose(50)
  expect(await heardAtLast('guest', BOTH)).toEqual(BOTH)
  expect(await heardAtLast('host', ORIGINAL)).toEqual(ORIGINAL)
})

test('signals, chat and notes reach the others', async () => {
  await page('guest').getByRole('button', { name: 'Please speak slower' }).click()
  await page('host').getByText('Person guest asks to speak slower.').waitFor()
  await page('host').getByRole('textbox', { name: 'Message' }).fill('가격은 다음 주에')
  await page('host').getByRole('textbox', { name: 'Message' }).press('Enter')
  await page('guest').getByText('가격은 다음 주에').waitFor()
  await page('guest').getByRole('tab', { name: 'Notes' }).click()
  await page('guest').getByRole('textbox', { name: 'Shared notes' }).fill('Образец в ноябре')
  await page('guest').getByText('Saved', { exact: true }).waitFor()
  expect(await operator.api.rooms.readRoom({ programmeId, requestId })).toMatchObject({
    messages: [{ text: '가격은 다음 주에' }],
    notes: { text: 'Образец в ноябре' },
  })
})

test('a network that is cut comes back within five seconds, to the same place', async () => {
  const guest = page('guest')
  await guest.context().setOffline(true)
  await guest.getByText(/Your place is kept/).waitFor()
  await page('host')
    .getByText(/connection cut, comes back/)
    .waitFor()
  await guest.context().setOffline(false)
  const back = performance.now()
  await guest.getByText(/Your place is kept/).waitFor({ state: 'detached' })
  expect(performance.now() - back).toBeLessThan(5000)
  await page('host')
    .getByText(/connection cut, comes back/)
    .waitFor({ state: 'detached' })
  await sees('guest', 2)
  await guest.getByRole('tab', { name: 'Chat' }).click()
  await guest.getByText('가격은 다음 주에').waitFor()
  const { presences } = await operator.api.rooms.readRoom({ programmeId, requestId })
  expect(presences.filter(({ role }) => role === 'guest')).toHaveLength(1)
})

test('the server stops and starts again in the middle: the call goes on, and everybody is back', async () => {
  const { port } = new URL(app.url)
  await app.kill()
  await page('host')
    .getByText(/Your place is kept/)
    .waitFor()
  const clock = () =>
    page('host').evaluate((selector) => document.querySelector<HTMLVideoElement>(selector)?.currentTime ?? 0, OTHERS)
  const before = await clock()
  await eventually(clock, (now) => now > before + 0.5)
  const environment = relay ? { NARU_TURN_URLS: relay.url, NARU_TURN_SECRET: RELAY_SECRET } : {}
  app = await startApp({ dataDir: app.dataDir, environment, port: Number(port) })
  for (const who of ['host', 'guest', 'interpreter'] as const) {
    await page(who)
      .getByText(/Your place is kept/)
      .waitFor({ state: 'detached' })
    await sees(who, 2)
  }
  await page('guest').getByText('가격은 다음 주에').waitFor()
  const { inside } = await operator.api.rooms.readRoom({ programmeId, requestId })
  expect(inside.map(({ role }) => role).toSorted()).toEqual(['guest', 'host', 'interpreter'])
})

test.skipIf(!hasRelay)('through the relay alone, and back after the relay was gone', async () => {
  for (const who of ['host', 'guest'] as const) await page(who).getByRole('button', { name: 'Leave' }).click()
  await join('host', { relayOnly: true })
  const pressed = await join('guest', { relayOnly: true })
  await sees('guest', 2)
  joinMs.push(performance.now() - pressed)
  expect(await pathsOf('guest')).toEqual(['relay'])
  await relay?.cut()
  await eventually(
    () => statesOf('guest'),
    (states) => states.every((state) => state !== 'connected'),
    15_000,
  )
  await relay?.start()
  await eventually(
    () => statesOf('guest'),
    (states) => states.every((state) => state === 'connected'),
    15_000,
  )
  expect(await pathsOf('guest')).toEqual(['relay'])
})

const statesOf = (who: Who): Promise<string[]> =>
  page(who).evaluate(() =>
    (window as unknown as { connections: RTCPeerConnection[] }).connections
      .filter(({ connectionState }) => connectionState !== 'closed')
      .map(({ connectionState }) => connectionState),
  )

/** The kinds of our ends of the paths in use. */
const pathsOf = (who: Who): Promise<string[]> =>
  page(who).evaluate(async () => {
    const { connections } = window as unknown as { connections: RTCPeerConnection[] }
    const kinds = new Set<string>()
    for (const connection of connections.filter(({ connectionState }) => connectionState === 'connected')) {
      const report = await connection.getStats()
      for (const stat of report.values()) {
        if (stat.type !== 'candidate-pair' || !stat.nominated || stat.state !== 'succeeded') continue
        kinds.add(report.get(stat.localCandidateId)?.candidateType)
      }
    }
    return [...kinds]
  })

test('the outsider has stayed outside, and the record says who was there', async () => {
  expect(await page('outsider').locator('video').count()).toBe(0)
  await page('outsider').getByRole('heading', { name: 'You are waiting at the door' }).waitFor()
  for (const who of ['host', 'guest', 'interpreter'] as const) {
    await page(who).getByRole('button', { name: 'Leave' }).click()
  }
  const left = await eventually(
    () => operator.api.rooms.readRoom({ programmeId, requestId }),
    ({ inside }) => inside.length === 0,
  )
  expect(new Set(left.presences.map(({ role }) => role))).toEqual(new Set(['host', 'guest', 'interpreter']))
  const complaints = [...visits.values()].flatMap((each) => each.complaints).filter((each) => each.startsWith('thrown'))
  expect(complaints).toEqual([])
  const median = joinMs.toSorted((a, b) => a - b)[Math.floor(joinMs.length / 2)] ?? Infinity
  process.stdout.write(`Join to picture: ${joinMs.map(Math.round).join(', ')} ms, median ${Math.round(median)} ms\n`)
  // The goal, 2 s, is a figure for a machine that does nothing else. Here only: it is no standstill.
  expect(median).toBeLessThan(15_000)
})
