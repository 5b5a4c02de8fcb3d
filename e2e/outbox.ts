import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { eventually } from './api.ts'
import type { RunningApp } from './app.ts'

/** The mails in the outbox folder to an address, oldest first. */
export async function readMailsTo(app: Pick<RunningApp, 'dataDir'>, address: string): Promise<ParsedMail[]> {
  const folder = join(app.dataDir, 'outbox')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : []
  const mails = await Promise.all(files.toSorted().map((name) => simpleParser(readFileSync(join(folder, name)))))
  return mails.filter(({ to }) => [to ?? []].flat().some(({ value }) => value.some((each) => each.address === address)))
}

/** Waits for a mail with a link that signs in, and returns the link of the newest one. */
export async function awaitSignInLink(app: Pick<RunningApp, 'dataDir'>, address: string): Promise<string> {
  const links = async () =>
    (await readMailsTo(app, address)).flatMap(({ text = '' }) => /https?:\S+\/sign-in\/\S+/.exec(text)?.[0] ?? [])
  return (await eventually(links, (found) => found.length > 0)).at(-1) ?? ''
}
