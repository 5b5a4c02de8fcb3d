// From a workbook to an article through the API: NARU_URL=… NARU_TOKEN=… node workbook-to-article.ts workbook.xlsx
import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const { NARU_URL = 'http://localhost:4020', NARU_TOKEN = '' } = process.env
const path = process.argv[2]!

/** One call: plain objects go as JSON, a form with a file as it is; a refusal says its code and is thrown. */
async function call<T>(method: string, address: string, body?: object): Promise<T> {
  const isForm = body instanceof FormData
  const type = body === undefined || isForm ? {} : { 'content-type': 'application/json' }
  const headers = { authorization: `Bearer ${NARU_TOKEN}`, ...type }
  const sent = body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }
  const answer = await fetch(`${NARU_URL}/api/v1${address}`, { method, headers, ...sent })
  if (!answer.ok) throw new Error(`${method} ${address}: ${await answer.text()}`)
  return (await answer.json()) as T
}
const ended = async (address: string): Promise<void> => {
  while (['queued', 'running'].includes((await call<{ status: string }>('GET', address)).status)) await pause(500)
}

const [model] = (await call<{ rows: { id: string; operatorName: object }[] }>('GET', '/programmes')).rows
const opening = {
  slug: `api-${Date.now()}`,
  name: { en: 'Opened through the API' },
  operatorName: model!.operatorName,
  hostName: {},
  description: {},
  firstDay: '2020-10-26',
  from: { kind: 'programme', fromId: model!.id },
}
const opened = await call<{ programmeId: string; eventIds: string[] }>('POST', '/programmes', opening)
const programme = `/programmes/${opened.programmeId}`
const event = `${programme}/events/${opened.eventIds[0]}`

const form = new FormData()
form.set('file', await openAsBlob(path), basename(path))
form.set('eventId', opened.eventIds[0]!)
const batch = await call<{ id: string }>('POST', `${programme}/imports`, form)
await call('POST', `${programme}/imports/${batch.id}/application`, {})
await call('POST', `${programme}/match-runs`, {})
await ended(`${programme}/match-runs/latest`)
await call('POST', `${event}/meeting-requests/from-matches`, { perParticipant: 2, accepted: true })
await call('POST', `${event}/schedule-runs`, { budgetMs: 2000 })
await ended(`${event}/schedule-runs/latest`)
const { revision } = await call<{ revision: number }>('GET', `${event}/board`)
await call('POST', `${event}/schedule-versions`, { revision })

const definition = { source: 'requests', measure: { kind: 'records' }, where: { statuses: ['accepted'] } }
const asked = { code: 'accepted', name: { en: 'Accepted requests' }, definition }
const figure = await call<{ id: string }>('POST', `${programme}/figures`, asked)
const told = (title: string, text: string) => ({ title, subtitle: '', body: [{ type: 'paragraph', text }] })
const content = {
  ko: told('상담 일정이 확정되었습니다', `양측 기업이 상담 신청 {count:${figure.id}}을 수락했습니다.`),
  ru: told('Расписание встреч готово', `Компании с разных берегов согласовали {count:${figure.id}}.`),
  en: told('The talks are scheduled', `Companies of both shores agreed to {count:${figure.id}}.`),
}
const written = { slug: opening.slug, content, byline: { en: 'The operator' } }
const article = await call<{ id: string; slug: string }>('POST', `${programme}/articles`, written)
await call('POST', `${programme}/articles/${article.id}/publication`, {})
process.stdout.write(`${NARU_URL}/news/${article.slug}\n`)
