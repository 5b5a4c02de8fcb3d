import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { describeSettings, readConfig, settings } from './config.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'naru-config-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

test('nothing set: everything has a value, and the secret is made once and kept to its owner', () => {
  const { secret, ...config } = readConfig({ NARU_DATA_DIR: dataDir, PORT: '' })
  expect(config).toEqual({
    databaseUrl: null,
    dataDir,
    port: 4020,
    host: '127.0.0.1',
    baseUrl: 'http://localhost:4020',
    smtpUrl: null,
    mailFrom: 'Naru <naru@localhost>',
    logLevel: 'info',
    demo: true,
    screening: null,
    translation: null,
    embedding: null,
    retention: { mailDays: 365, chatDays: 365, importDays: 30, personDays: 1095, nameDays: 1825 },
    trustProxy: false,
    timeStampUrl: null,
    singleSignOn: null,
    administrators: null,
    programmesOpenedBy: 'operators',
    objectStore: null,
    telemetry: null,
    rooms: { opensMinutes: 10, closesMinutes: 10, turn: null, livekit: null },
  })
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect(readConfig({ NARU_DATA_DIR: dataDir }).secret).toBe(secret)
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
})

test('every bad value is named in a sentence of its own, secrets without their value', () => {
  const bad = {
    NARU_DATA_DIR: dataDir,
    PORT: '99999',
    DATABASE_URL: 'mysql://me:pw@host',
    NARU_DEMO: 'maybe',
    BASE_URL: 'naru.kr',
  }
  expect(() => readConfig(bad)).toThrow(
    [
      'PORT must be a port number from 0 to 65535 (0 picks a free one). "99999" is not.',
      'DATABASE_URL must be a postgres:// address. The given value is not.',
      'BASE_URL must be an http:// or https:// address. "naru.kr" is not.',
      'NARU_DEMO must be true or false. "maybe" is not.',
    ].join('\n'),
  )
})

test('a translation service is an address and a model, with a key where it needs one', () => {
  const service = { NARU_TRANSLATION_URL: 'http://127.0.0.1:9/v1/', NARU_TRANSLATION_MODEL: 'm' }
  const translation = (settings: object) => readConfig({ NARU_DATA_DIR: dataDir, ...settings }).translation
  expect(translation(service)).toEqual({ url: 'http://127.0.0.1:9/v1', model: 'm', key: null })
  expect(translation({ ...service, NARU_TRANSLATION_KEY: 'k' })).toMatchObject({ key: 'k' })
  expect(() => translation({ NARU_TRANSLATION_URL: 'http://127.0.0.1:9' })).toThrow(
    'NARU_TRANSLATION_URL and NARU_TRANSLATION_MODEL must be set together, or neither.',
  )
})

test('an embedding service is off unless it is named, with its model', () => {
  const embedding = (settings: object) => readConfig({ NARU_DATA_DIR: dataDir, ...settings }).embedding
  expect(embedding({ NARU_EMBEDDING_URL: 'http://127.0.0.1:9/v1/', NARU_EMBEDDING_MODEL: 'm' })).toEqual({
    url: 'http://127.0.0.1:9/v1',
    model: 'm',
    key: null,
  })
  expect(embedding({})).toBe(null)
  expect(() => embedding({ NARU_EMBEDDING_MODEL: 'm' })).toThrow(
    'NARU_EMBEDDING_URL and NARU_EMBEDDING_MODEL must be set together, or neither.',
  )
})

test('every setting is described', () => {
  expect(describeSettings().map(({ name }) => name)).toEqual(Object.keys(settings))
  expect(describeSettings().find(({ name }) => name === 'HOST')).toEqual({
    name: 'HOST',
    default: '127.0.0.1',
    expects: 'an address to listen on',
    description: 'Address the web server listens on; 0.0.0.0 makes it reachable from other machines.',
    secret: false,
  })
})
