import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { installJobs } from '../jobs.ts'
import { migrate } from './migrate.ts'
import { type Database, openServer } from './open.ts'
import { acrossProgrammes, reaching } from './reach.ts'
import { NetError, spreadNet } from './spread-net.ts'

const server = process.env.TEST_DATABASE_URL ?? ''
const forgotten: string[] = []

async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** A database of its own with an owner of its own, migrated by that owner. */
async function openOwned(rights: string): Promise<Database> {
  const name = `naru_test_${randomBytes(6).toString('hex')}`
  await asSuperuser(`create role ${name} login password 'secret' ${rights}`, `create database ${name} owner ${name}`)
  forgotten.push(name)
  const url = Object.assign(new URL(server), { username: name, password: 'secret', pathname: `/${name}` })
  const database = openServer(url.href)
  await migrate(database.pool)
  await installJobs(database.pool)
  return database
}

afterAll(async () => {
  for (const name of forgotten) await asSuperuser(`drop database ${name} with (force)`, `drop role ${name}`)
})

describe.runIf(server !== '')('a login of its own', () => {
  test('that owns the tables and no more is held by the policies itself', { timeout: 60_000 }, async () => {
    const database = await openOwned('nosuperuser nobypassrls nocreaterole')
    try {
      await spreadNet(database)
      expect(database.net).toMatchObject({ state: 'spread', role: null })
      const id = '00000000-0000-4000-8000-000000000001'
      const insert = () =>
        database.pool.query(
          `insert into programme (id, slug, name, description, host_name, operator_name, created_at)
           values ($1, 'owned', '{"en": "Owned"}', '{}', '{"en": "Host"}', '{"en": "Operator"}', now())`,
          [id],
        )
      await expect(insert()).rejects.toThrow('row-level security')
      await acrossProgrammes(insert)
      const count = async () => (await database.pool.query('select from programme')).rowCount
      expect(await count()).toBe(0)
      expect(await reaching([id], count)).toBe(1)
      expect(await reaching(['00000000-0000-4000-8000-000000000002'], count)).toBe(0)
    } finally {
      await database.close()
    }
  })

  test(
    'that reads past policies and may take no other role is refused, and told what helps',
    { timeout: 60_000 },
    async () => {
      const database = await openOwned('nosuperuser bypassrls nocreaterole')
      try {
        const refused = spreadNet(database)
        await expect(refused).rejects.toThrow(NetError)
        await expect(refused).rejects.toThrow(
          /create role naru_application nologin; grant naru_application to "naru_test_/,
        )
        expect(database.net.state).toBe('open')
      } finally {
        await database.close()
      }
    },
  )
})
