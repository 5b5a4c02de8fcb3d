/**
 * What a plain booking calendar does, in a process of its own: first come, first served, one table and one exclusion
 * constraint. Who asks is not looked at, nothing is remembered but the booking. `plain-calendar.ts <database> <port>`.
 */
import { createServer } from 'node:http'
import { argv } from 'node:process'
import pg from 'pg'

const [, , databaseUrl = '', port = '0'] = argv
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
await pool.query(`
  create extension if not exists btree_gist;
  create table if not exists plain_booking (
    id bigint generated always as identity primary key,
    calendar text not null,
    booked_by text not null,
    during tstzrange not null,
    constraint plain_booking_once exclude using gist (calendar with =, during with &&))`)

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    void book(Buffer.concat(chunks).toString()).then((status) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end('{}')
    })
  })
})

async function book(text: string): Promise<number> {
  const { calendar, bookedBy, startsAt, endsAt } = JSON.parse(text) as Record<string, string>
  try {
    await pool.query(
      `insert into plain_booking (calendar, booked_by, during) values ($1, $2, tstzrange($3::timestamptz, $4::timestamptz))`,
      [calendar, bookedBy, startsAt, endsAt],
    )
    return 200
  } catch (error) {
    return (error as { code?: string }).code === '23P01' ? 409 : 500
  }
}

server.listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'))
process.once('SIGTERM', () => {
  server.close()
  server.closeAllConnections()
  void pool.end()
})
